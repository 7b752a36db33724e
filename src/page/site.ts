/** A page of the notebook, as navigation names it. */
export interface SitePage {
  path: string;
  name: string;
  /** A shorter name, for the bar at the top. */
  short?: string;
  /** Chapters are numbered and have the rail; the others stand alone. */
  chapter?: number;
  /** Stands in full width, without the rail. */
  wide?: boolean;
  /** The chapter's finding in a sentence; tokens allowed. */
  finding?: string;
}

/** The notebook's pages in reading order. Names and findings may hold tokens. */
export const pages: readonly SitePage[] = [
  { path: "/", name: "Claims and reality" },
  {
    path: "/reserves-vs-output",
    name: "Reserves versus output",
    chapter: 1,
    finding:
      "The reserve depends on who counts, {{rex-reuters.reserves-usgs}} or {{russia-post.reserves-kazanov|number}}. The output does not: {{russia-post.production-kazanov|number}} or {{rex-reuters.production}} a year."
  },
  {
    path: "/us-demand",
    name: "US demand: {{izvestia.us-production|thousands}} to {{izvestia.us-demand-next-decade|thousands}} thousand tonnes",
    short: "US demand",
    chapter: 2,
    finding:
      "The first number is what America is said to mine, the second what it is said to need in ten years. They are not two points on one line, and official statistics call neither consumption."
  },
  {
    path: "/gallium",
    name: "Gallium",
    chapter: 3,
    finding:
      "From {{rex-kommersant.gallium-output}} to {{rex-kommersant.gallium-possible|number}}, if somebody wants them. The first fits the official estimate; the second is {{derived.gallium-possible-against-capacity}} times the recorded capacity. Gallium is not a rare earth."
  },
  {
    path: "/positions",
    name: "Who says what",
    chapter: 4,
    wide: true,
    finding:
      "Favour for what lies in the ground, doubt about getting it out: every position of the five publications, by topic."
  },
  {
    path: "/disagreements",
    name: "Where the sources disagree",
    short: "Disagreements",
    chapter: 5,
    wide: true,
    finding:
      "Every quantity on which the sources part, ordered by how far apart they stand, with what explains it and what the official record says."
  },
  { path: "/timeline", name: "How the offer came and went" },
  { path: "/methods", name: "How it was made" }
];
