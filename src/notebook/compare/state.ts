import type { Fault } from "../ledger/fault.ts";

/** A passage by what it is to a reader. */
export type PassageKind =
  | "heading"
  | "sentence"
  | "row"
  | "title"
  | "description"
  | "marks"
  | "drawing"
  | "note"
  | "source"
  | "evidence"
  | "label"
  | "card"
  | "fault";

/** The smallest piece of a page that is compared: a sentence, a table's row, the label of a mark, the shape of a drawing. */
export interface Passage {
  kind: PassageKind;
  /** The figure, record or part of the page that it belongs to, by id; empty in running text. */
  at: string;
  /** The heading that it stands under. */
  under: string;
  /** Its words; none for a drawing. */
  text: string;
  /** The hash of a drawing. */
  shape?: string;
  /** Where it is written, as far as that is known: `src/harvest.md:12`. */
  written?: string;
}

export interface PageState {
  /** `/harvest`; `everyPage` for what all pages share. */
  path: string;
  passages: readonly Passage[];
}

/** The path that stands for the head and the foot of all pages. */
export const everyPage = "every page";

export interface TableState {
  name: string;
  title: string;
  rows: readonly Readonly<Record<string, unknown>>[];
}

/** A notebook as its readers have it. Plain data, so that it can be kept. */
export interface ReaderState {
  tables: readonly TableState[];
  pages: readonly PageState[];
  /** How many there are of what a page may count, by token; of a build, none. */
  counts: Readonly<Record<string, number>>;
  /** Verdicts, comparisons and findings that the data have overtaken. A build has none: it would have stopped. */
  overtaken: readonly Fault[];
  /** What the pictures say that stand for shared links; null for a build, which has only their pixels. */
  cards: readonly PageState[] | null;
  /** Hashes of the files that a reader can take, by path. */
  downloads: Readonly<Record<string, string>>;
}
