import {
  type DisplayUnit,
  displayUnits,
  entryHeight,
  noBreakSpace,
  quantityInProse,
  quantityWithUnit,
  type StatementEntry,
  statementId,
  wrapText
} from "../notebook/index.ts";
import { type DepositRow, feed, isPoint, isYield } from "./deposit-rows.ts";
import { worldFrame } from "./maps.ts";

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
/** Of a heading, and of a line of text, in px. */
export const headHeight = 22;
export const lineHeight = 16;
const groupGap = 10;
const smallMapHeight = headHeight + lineHeight + worldFrame.height + groupGap;
const aside = "No source found says where exactly; the dashed mark is the main town of the district.";

/** What is written on the drawing, of ore only where nothing else is counted; the rest is in the table. */
const written = ["reserves", "contained-in-ore", "production-of-compounds", feed];

/** What is said of a place, arranged in a column; heights in px from the top of the figure. */
interface DepositGroup {
  place: string;
  column: number;
  /** The baseline of the place's name. */
  title: number;
  remarks: { text: string; y: number }[];
  entries: (StatementEntry & { y: number })[];
}

/** What stands in the columns, and where the small map does: its column, and its top in px; null without yields. */
interface Arrangement {
  groups: DepositGroup[];
  small: { column: number; top: number } | null;
  height: number;
}

/**
 * Placed groups and unplaced ones, each into the column that is shortest so far; on a wide screen the unplaced beside the
 * map. The small map comes last, into the column that is shortest then.
 */
export function depositGroups(rows: readonly DepositRow[], layout: DepositLayout): Arrangement {
  const { placed, unplaced } = writtenPlaces(rows);
  const below = layout.map.height + mapGap;
  const ends = Array.from({ length: layout.columns }, (_, column) =>
    layout.beside && column === layout.columns - 1 ? 0 : below
  );
  const last = layout.columns - 1;
  const add = (place: string, column: number, remarks: readonly string[]): DepositGroup => {
    const group = stacked(rows, place, { column, top: Number(ends[column]), width: layout.column, remarks });
    ends[column] = group.end;
    return group;
  };
  const columns = Array.from({ length: layout.columns }, (_, column) => column);
  const shortest = (open: readonly number[]) =>
    open.reduce((best, column) => (Number(ends[column]) < Number(ends[best]) ? column : best));
  const open = layout.columns === 1 ? columns : columns.slice(0, -1);
  const groups = [
    ...placed.map((place) => add(place, shortest(open), [])),
    ...unplaced.map((place, index) => add(place, last, index === 0 ? wrapText(aside, layout.column, 12.5) : []))
  ];
  if (!rows.some(isYield)) return { groups, small: null, height: Math.max(below, ...ends) };
  const column = shortest(columns);
  const top = Number(ends[column]) + groupGap;
  return { groups, small: { column, top }, height: Math.max(below, ...ends, top + smallMapHeight) };
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

/** Significant digits of what is written; the table has them all. */
export const rounded = { digits: 3 };

function entryOf(row: DepositRow): StatementEntry {
  const unit = depositUnit(row);
  const what = row.metric === "reserves" || row.metric === "ore" ? row.basis : row.measure;
  return {
    evidence: statementId(row),
    symbol: row.symbol,
    label: `${row.place}, ${row.measure}: ${quantityInProse(row, unit, rounded)}, ${row.speaker}`,
    amount: `${quantityWithUnit(row, unit, rounded)}${row.metric === "ore" ? " of ore" : row.unit === "t/yr" ? " a year" : ""}`,
    details: [`${what}${row.period ? `,${noBreakSpace}${row.period.slice(0, 4)}` : ""}`, row.speaker]
  };
}

/** The places on the drawing, in the rows' order: those with coordinates, and those without. */
export function writtenPlaces(rows: readonly DepositRow[]): { placed: string[]; unplaced: string[] } {
  const points = rows.filter(({ type, metric }) => isPoint(type) && (written.includes(metric) || metric === "ore"));
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
