import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../ledger/read-ledger.ts";

/** The figures whose findings a page's own finding repeats, by the page's file: when one is in doubt, so is the page. */
export const findingFigures: Readonly<Record<string, readonly string[]>> = {
  index: ["one-square"],
  "reserves-vs-output": ["reserves-by-source", "output-by-source"],
  "us-demand": ["us-production-and-demand"],
  gallium: ["gallium-output"],
  positions: ["stance-by-topic"]
};

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
  /** What a page without a finding is for, as search engines and cards show it. */
  about?: string;
  /** Reached when it is wanted, so not in the footer and in no reading order. */
  aside?: boolean;
}

/** Where the notebook lies on its host. Links are relative, but a page for wrong addresses cannot know how deep it was met. */
export const siteRoot = "/";

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
      "From {{rex-kommersant.gallium-output}} to {{rex-kommersant.gallium-possible|number}}, if somebody wants them. The first fits the official estimate; the second is {{derived.gallium-possible-against-capacity}} times the capacity that the US survey estimates. Gallium is not a rare earth."
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
    path: "/chain",
    name: "From ore to magnet",
    chapter: 5,
    finding:
      "Ore is not the bottleneck. China’s share is put at {{russia-post.china-market-share}}, {{rex-reuters.share-of-output-china}} and {{derived.survey-output-share-china}}, and these are not shares of one thing."
  },
  {
    path: "/disagreements",
    name: "Where the sources disagree",
    short: "Disagreements",
    chapter: 6,
    wide: true,
    finding:
      "Every quantity on which the sources part, ordered by how far apart they stand, with what explains it and what the official record says."
  },
  {
    path: "/timeline",
    name: "How the offer came and went",
    about: "The talks on Russia’s rare earths and what was said of them, dated as precisely as the sources date them."
  },
  {
    path: "/explore",
    name: "Make your own chart",
    short: "Explore",
    wide: true,
    about: "Choose a table, rows and fields, see the chart and its rows, and take the page source that makes it."
  },
  {
    path: "/sources",
    name: "Sources and records",
    short: "Evidence",
    about: "Every publication and release behind the numbers, what is known of each, and where its records are used."
  },
  {
    path: "/data",
    name: "Take the data",
    short: "Data",
    about: "Every table of the notebook as a file, with its columns described, and how to load it."
  },
  {
    path: "/methods",
    name: "How it was made",
    about: "What was read, by which rules it was recorded, what was inferred, what cannot be said, and how to check it."
  },
  {
    path: "/search",
    name: "Search",
    about: "Search the pages, sources, speakers and records, or go through every heading.",
    aside: true
  },
  {
    path: "/404",
    name: "There is no page at this address",
    about: "The page may have moved. Every page of the notebook is listed here.",
    aside: true
  }
];

/** A page's Markdown by its path. */
export type PageTexts = ReadonlyMap<string, string>;

/** Reads the Markdown of every page that navigation knows, in reading order. */
export function readPageTexts(root: string): PageTexts {
  return new Map(
    pages.flatMap(({ path }) => {
      const file = join(root, "src", `${path === "/" ? "/index" : path}.md`);
      return existsSync(file) ? [[path, readFileSync(file, "utf8")] as const] : [];
    })
  );
}

/** The path of the page that holds a source's records. */
export const sourcePath = (sourceId: string): string => `/source-${sourceId}`;

/** The address of a figure's or a position's ledger record. */
export const recordLink = ({ id, source }: { id: string; source: string }): string => `.${sourcePath(source)}#${id}`;

/** Address of the picture that stands for a page where its link is shared; a page without one has the first page's. */
export function sharePicturePath(path: string): string {
  const known = pages.some((page) => page.path === path && !page.aside);
  return `share/${pageFile(known ? path : "/")}.png`;
}

/** A page's file without its ending: "index", "us-demand". */
export const pageFile = (path: string): string => (path === "/" ? "index" : path.slice(1));

/** The notebook's name. */
export const siteTitle = "Claims and reality: Russia’s rare earths";

/** What the notebook is, in a sentence, for pages without a finding of their own. */
export const siteDescription =
  "A notebook that ties every printed number about Russia’s rare earths to the sentence it came from, and draws disagreements instead of averaging them.";

/** The path of every source's page, for a build that makes them from one Markdown file. */
export const sourcePaths = (root: string): string[] => readLedger(root).sources.map(({ id }) => sourcePath(id));
