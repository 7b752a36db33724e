import type { PositionRow } from "../../tables/positions.ts";
import type { Tables } from "../../tables/tables.ts";
import type { ChartRow } from "../chart.ts";
import { withoutCountry } from "../rows/attribution.ts";
import { capitalised, noBreakSpace, plainNumber } from "../words/format.ts";

/** Positions that reach one publication's readers on one way, with those whose positions they are. */
export interface HeardRow extends ChartRow {
  publication: string;
  way: "own" | "direct" | "relayed";
  /** The outlet that the publication relies on; empty for what is its own and for whom it cites itself. */
  through: string;
  speakers: { name: string; count: number }[];
}

/** Every way on which positions come, by publication: its own first, then whom it cites itself, then other outlets. */
export function heardRows(tables: Tables): HeardRow[] {
  const rows = new Map<string, PositionRow[]>();
  for (const position of tables.positions.rows) {
    const way = JSON.stringify(wayOf(position, tables));
    rows.set(way, [...(rows.get(way) ?? []), position]);
  }
  const publications = tables.positions.rows.map(({ publisher }) => nameOf(publisher, tables));
  return [...rows]
    .map(([way, positions]) => ({
      evidence: positions.map(({ id }) => id),
      ...(JSON.parse(way) as ReturnType<typeof wayOf>),
      speakers: counted(positions)
    }))
    .sort(
      (a, b) =>
        publications.indexOf(a.publication) - publications.indexOf(b.publication) ||
        ways.indexOf(a.way) - ways.indexOf(b.way) ||
        b.evidence.length - a.evidence.length
    );
}

const ways: readonly HeardRow["way"][] = ["own", "direct", "relayed"];
/** Whether a publication says it itself. */
export const isOwn = ({ way }: HeardRow): boolean => way === "own";
/** How many positions rows stand for. */
export const total = (rows: readonly ChartRow[]): number =>
  rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
/** The publications, in the order of the rows. */
export const publicationsOf = (rows: readonly HeardRow[]): string[] => [
  ...new Set(rows.map(({ publication }) => publication))
];

/** How a position came to its publication. */
function wayOf(
  { publisher, voice, chain }: PositionRow,
  tables: Pick<Tables, "speakers">
): Pick<HeardRow, "publication" | "way" | "through"> {
  const isTheirs = voice === "authorial" || voice === "gloss";
  const relays = isTheirs ? [] : chain.filter((id) => id !== publisher).map((id) => nameOf(id, tables));
  const way = isTheirs ? "own" : relays.length > 0 ? "relayed" : "direct";
  return { publication: nameOf(publisher, tables), way, through: relays.join(" and ") };
}

const nameOf = (id: string, { speakers }: Pick<Tables, "speakers">): string =>
  speakers.rows.find((speaker) => speaker.id === id)?.name ?? id;

function counted(positions: readonly PositionRow[]): HeardRow["speakers"] {
  const counts = new Map<string, number>();
  for (const { speaker_name } of positions) counts.set(speaker_name, (counts.get(speaker_name) ?? 0) + 1);
  return [...counts]
    .map(([speaker, count]) => ({ name: withoutCountry(speaker), count }))
    .sort((a, b) => b.count - a.count);
}

/** The publication that takes most positions from other outlets. */
export function mostRelayed(rows: readonly HeardRow[]): string {
  const taken = (publication: string): number =>
    total(rows.filter((row) => row.publication === publication && row.way === "relayed"));
  return publicationsOf(rows).sort((a, b) => taken(b) - taken(a))[0] ?? "";
}

/** A way in words, for the start of a line. */
export function wayText({ way, through }: HeardRow): string {
  if (way === "own") return "its own voice";
  return way === "direct" ? "others, direct" : `via ${through}`;
}

/** "Leonid Khazanov 15, NBC 1": whose positions they are, with how many; no number begins a line. */
export const speakersText = ({ speakers }: HeardRow): string =>
  capitalised(speakers.map(({ name: speaker, count }) => `${speaker}${noBreakSpace}${plainNumber(count)}`).join(", "));
