import type { QuantityRow } from "../tables/figures.ts";
import type { Tables } from "../tables/tables.ts";

/** Widths that a figure is drawn for. Text is never scaled: each size is a drawing of its own. */
export const sizes = ["sm", "md", "lg"] as const;
export type Size = (typeof sizes)[number];

/** Where a figure is drawn: its width in px, the size that its layout follows, and the document that makes its nodes. */
export interface Canvas {
  width: number;
  size: Size;
  document: Document;
}

/** A row that is drawn, with the records that it rests on: ids of figures, positions, derived quantities or events. */
export interface FigureRow {
  evidence: string[];
}

/** A record's id as an element's: no dots. */
export const elementId = (record: string): string => record.replaceAll(".", "-");

/** The id of a record's entry in the list of evidence that closes a page: a drawing's symbol leads there. */
export const evidenceEntryId = (record: string): string => `e-${elementId(record)}`;

/** A column of a figure's table view and of its download. `text` is the cell as a person reads it. */
export interface FigureColumn<Row> {
  label: string;
  align: "start" | "end";
  text(row: Row): string;
  /** The amount that the words say, which sorts the column and is in the download in numbers and codes; null for none. */
  amount?(row: Row): FigureAmount | null;
  /** What else sorts the column, where that is not the words: a number or an ISO date; null where nothing is given. */
  value?(row: Row): number | string | null;
}

/** An amount in a canonical unit, as the tables have it. */
export type FigureAmount = Pick<QuantityRow, "low" | "value" | "high" | "comparator" | "unit">;

/** What a figure says in words. Every number in it comes from the rows, so that it stays true after a rebuild. */
export interface FigureWords {
  /** The finding, a sentence without full stop. */
  title: string;
  /** Measure, unit, basis, place, period. */
  subtitle: string;
  howToRead?: string;
  /** What a careful reader would ask, whole sentences. */
  notes: string[];
  /**
   * The drawing for those who do not see it: the finding with its numbers, the extremes, why they differ; under 60 words.
   * Few who could see a mistake ever read it, so what it claims has doubts as the title has.
   */
  description: string;
}

/** Why something that a figure says no longer holds. */
export interface Doubt {
  /** A clause: "the sources are more than a tenth apart". */
  why: string;
  /** What no longer holds. */
  of: "title" | "description";
  /** The records that speak against it, those to look at first. */
  records: readonly string[];
}

/** A doubt in a list of its own where a condition does not hold, with the rows that speak against it; nothing where it does. */
export const unless = (
  condition: boolean,
  why: string,
  against: readonly FigureRow[],
  of: Doubt["of"] = "title"
): Doubt[] => (condition ? [] : [{ why, of, records: recordsOf(against) }]);

/** The records of some rows, each row's own before those that it rests on. */
const recordsOf = (rows: readonly FigureRow[]): string[] => [
  ...new Set([...rows.flatMap(({ evidence }) => evidence.slice(0, 1)), ...rows.flatMap(({ evidence }) => evidence)])
];

/**
 * One figure: selects its rows, says what they show, draws them. Pure: the same rows on the same canvas give the same
 * drawing, at build time and in the browser.
 */
export interface Figure<Row extends FigureRow> {
  /** Its address: `/figures/<name>.json`. */
  name: string;
  select(tables: Tables): Row[];
  words(rows: readonly Row[]): FigureWords;
  /**
   * Why the finding in the title, or what the description claims of these rows beyond their numbers ("most", "the largest",
   * "none"), no longer holds, each made by `unless`; empty while all holds.
   */
  doubts(rows: readonly Row[]): Doubt[];
  columns: readonly FigureColumn<Row>[];
  /** The height in px of each size, the same for static and live, so that waking up moves nothing. */
  height(size: Size, rows: readonly Row[]): number;
  draw(rows: readonly Row[], canvas: Canvas): Element;
  /**
   * The figure reduced to what can be seen at a glance, for the list of chapters: no axes, at most two words, within
   * `thumbnailWidth` and `thumbnailHeight` (kit/thumbnail.ts), nothing that opens evidence. A chapter shows that of the
   * first figure on its page that has one. Throws where the rows do not bear it out.
   */
  thumbnail?(rows: readonly Row[], document: Document): Element[];
}

/** The least width in px that each size is drawn at; but for a phone's, the thresholds of the style sheet's container queries. */
export const narrowestWidth: Readonly<Record<Size, number>> = { sm: 280, md: 520, lg: 800 };

/** The size for a width in px. */
export function sizeFor(width: number): Size {
  return width < narrowestWidth.md ? "sm" : width < narrowestWidth.lg ? "md" : "lg";
}

/** The width in px that each size is drawn at when a figure is made at build time. */
export const staticWidth: Readonly<Record<Size, number>> = { sm: 350, md: 680, lg: 846 };
