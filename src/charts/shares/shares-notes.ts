import { displayUnits, listed, markAt, quantityInProse } from "../words/format.ts";
import { isWorld, type SharesRow } from "./country-shares.ts";

const { Mt } = displayUnits;

/** Which outputs are estimates, and which of these come from trade records. */
export function estimateNote(rows: readonly SharesRow[]): string {
  const known = rows.filter(({ output }) => !output.marks.includes("estimated") && markAt(output) !== 0);
  const fromTrade = rows.filter(({ output }) => output.marks.includes("from trade records"));
  const all = `Every output above zero is the survey’s estimate${known.length > 0 ? `, but for ${listed(known.map((row) => row.name))}` : ""}`;
  return fromTrade.length > 0
    ? `${all}; for ${listed(fromTrade.map((row) => row.name))} it rests on trade records.`
    : `${all}.`;
}

/** Where a correction holds in place of what the release prints. */
export function correctionNotes(rows: readonly SharesRow[]): string[] {
  const [first] = rows;
  const corrected = [...rows.map(({ reserves }) => reserves), ...(first ? [first.worldReserves] : [])].filter(
    ({ corrected_from }) => corrected_from !== null
  );
  if (corrected.length === 0) return [];
  const each = corrected.map(
    (figure) =>
      `${isWorld(figure) ? "the world" : figure.subject_name} ${quantityInProse(figure, Mt)}, not “${figure.printed}”`
  );
  return [
    `Of reserves, corrected values count: ${listed(each)}. The survey revised its chapter after the data release.`
  ];
}
