/** How rows are drawn; `table` shows the rows alone. */
export const markNames = ["lines", "bars", "dots", "strip", "table"] as const;
/** Rows one by one, counted, or as the span from the lowest to the highest. There is no average. */
export const groupNames = ["none", "count", "range"] as const;
export const scaleNames = ["linear", "log"] as const;
/** Superseded editions small and grey, drawn like the others, or left out. */
export const editionNames = ["grey", "all", "current"] as const;

/** Keeps rows whose column holds one of these values ("" is missing; none is any), or whose number lies between two ends. */
export type Filter =
  | { column: string; values: readonly string[] }
  | { column: string; from: number | null; to: number | null };

/** A chart as its maker chose it. Fields are named as `fieldsOf` names them; "" is none. */
export interface Spec {
  table: string;
  filters: readonly Filter[];
  across: string;
  up: string;
  colour: string;
  panel: string;
  mark: (typeof markNames)[number];
  group: (typeof groupNames)[number];
  scale: (typeof scaleNames)[number];
  edition: (typeof editionNames)[number];
  title: string;
}

/** Nothing chosen yet: what an address leaves out is this. */
export const emptySpec: Spec = {
  table: "figures",
  filters: [],
  across: "",
  up: "",
  colour: "",
  panel: "",
  mark: "table",
  group: "none",
  scale: "linear",
  edition: "grey",
  title: ""
};

/** The chart that the page opens with: mine output of Russia as the US survey's editions give it. */
export const openingSpec: Spec = {
  ...emptySpec,
  filters: [
    { column: "metric", values: ["production"] },
    { column: "subject", values: ["russia"] },
    { column: "basis", values: ["mine-production"] }
  ],
  across: "period",
  up: "amount",
  colour: "subject",
  mark: "lines"
};

/** The tables that can be drawn, by the name of their download. */
export const tableNames: Readonly<Record<string, string>> = {
  figures: "Figures: every quantity",
  derived: "Derived quantities",
  positions: "Positions: who says what",
  comparisons: "Comparisons",
  verdicts: "Verdicts",
  events: "Events",
  sources: "Sources",
  speakers: "Speakers",
  places: "Places"
};
