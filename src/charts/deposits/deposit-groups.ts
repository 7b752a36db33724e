import { entryHeight, type StatementEntry } from "../marks/statement-entry.ts";
import { wrapText } from "../marks/text-width.ts";
import { statementId } from "../rows/statement-value.ts";
import { type DisplayUnit, displayUnits, noBreakSpace, quantityInProse, quantityWithUnit } from "../words/format.ts";
import type { DepositRow } from "./deposit-rows.ts";

const { Mt, kt, percent } = displayUnits;

/** How a size arranges the figure, for its narrowest width: the map, and the columns of what is said. */
export interface DepositLayout {
  /** The room of the map in px; its height is kept at every width. */
  map: { width: (width: number) => number; height: number };
  columns: number;
  column: number;
  /** The unplaced stand beside the map, in the last column. */
  beside: boolean;
}

const mapGap = 24;
const headHeight = 22;
const lineHeight = 16;
const groupGap = 10;
const aside = "No coordinates found in a source";

/** What is written on the drawing, of ore only where nothing else is counted; the rest is in the table. */
const written = ["reserves", "contained-in-ore", "production-of-compounds"];

/** What is said of a place, arranged in a column; heights in px from the top of the figure. */
export interface DepositGroup {
  place: string;
  column: number;
  /** The baseline of the place's name. */
  title: number;
  remarks: { text: string; y: number }[];
  entries: (StatementEntry & { y: number })[];
}

/** Placed groups and unplaced ones, each into the column that is shortest so far; on a wide screen the unplaced beside the map. */
export function depositGroups(
  rows: readonly DepositRow[],
  layout: DepositLayout
): { groups: DepositGroup[]; height: number } {
  const { placed, unplaced } = writtenPlaces(rows);
  const below = layout.map.height + mapGap;
  const ends = Array.from({ length: layout.columns }, (_, column) =>
    layout.beside && column === layout.columns - 1 ? 0 : below
  );
  const last = layout.columns - 1;
  const add = (place: string, column: number, remarks: readonly string[]): DepositGroup => {
    const group = stacked(rows, place, { column, top: ends[column] ?? 0, width: layout.column, remarks });
    ends[column] = group.end;
    return group;
  };
  const open = layout.columns === 1 ? [0] : Array.from({ length: last }, (_, column) => column);
  const shortest = () => open.reduce((best, column) => (Number(ends[column]) < Number(ends[best]) ? column : best));
  const groups = [
    ...placed.map((place) => add(place, shortest(), [])),
    ...unplaced.map((place, index) => add(place, last, index === 0 ? wrapText(aside, layout.column, 12.5) : []))
  ];
  return { groups, height: Math.max(below, ...ends) };
}

function stacked(
  rows: readonly DepositRow[],
  place: string,
  { column, top, width, remarks }: { column: number; top: number; width: number; remarks: readonly string[] }
): DepositGroup & { end: number } {
  const own = writtenOf(rows, place);
  const before = remarks.map((text, index) => ({ text, y: top + 14 + index * lineHeight }));
  const head = top + remarks.length * lineHeight + (remarks.length > 0 ? 8 : 0);
  const region = { text: own[0]?.region ?? "", y: head + 15 + lineHeight };
  let y = head + headHeight + lineHeight;
  const entries = own.map((row) => {
    const entry = { ...entryOf(row), y };
    y += entryHeight(entry, width);
    return entry;
  });
  return { place, column, title: head + 15, remarks: [...before, region], entries, end: y + groupGap };
}

function writtenOf(rows: readonly DepositRow[], place: string): DepositRow[] {
  const all = rows.filter((row) => row.place === place);
  const own = all.filter(({ metric }) => written.includes(metric));
  return own.length > 0 ? own : all.filter(({ metric }) => metric === "ore");
}

function entryOf(row: DepositRow): StatementEntry {
  const unit = depositUnit(row);
  const what = row.metric === "reserves" || row.metric === "ore" ? row.basis : row.measure;
  return {
    evidence: statementId(row),
    kind: row.kind,
    label: `${row.place}, ${row.measure}: ${quantityInProse(row, unit)}, ${row.speaker}`,
    amount: `${quantityWithUnit(row, unit)}${row.metric === "ore" ? " of ore" : row.unit === "t/yr" ? " a year" : ""}`,
    details: [`${what}${row.period ? `,${noBreakSpace}${row.period.slice(0, 4)}` : ""}`, row.speaker]
  };
}

/** The places on the drawing, in the rows' order: those with coordinates, and those without. */
export function writtenPlaces(rows: readonly DepositRow[]): { placed: string[]; unplaced: string[] } {
  const points = rows.filter(({ type, metric }) => type !== "region" && (written.includes(metric) || metric === "ore"));
  const distinct = (hasCoordinates: boolean) => [
    ...new Set(points.filter(({ latitude }) => (latitude !== null) === hasCoordinates).map(({ place }) => place))
  ];
  return { placed: distinct(true), unplaced: distinct(false) };
}

/** Millions of tonnes in the ground, thousands of what is mined or made in a year. */
export function depositUnit({ metric, unit }: DepositRow): DisplayUnit {
  if (unit === "%") return percent;
  return metric === "reserves" || metric === "ore"
    ? { ...Mt, sign: "million t" }
    : { ...kt, sign: "thousand t", name: "thousand tonnes" };
}
