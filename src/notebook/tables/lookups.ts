import { type ColumnTable, from, op } from "arquero";
import type { Ledger } from "../ledger/schema.ts";

/** How many rows there are for each value of a field. */
export function countBy<Row extends object>(rows: readonly Row[], field: keyof Row & string): Map<string, number> {
  if (rows.length === 0) return new Map();
  const counts = from([...rows])
    .groupby(field)
    .rollup({ count: op.count() })
    .objects() as Record<string, unknown>[];
  return new Map(counts.map((row) => [String(row[field]), Number(row.count)]));
}

const names = new Intl.DisplayNames("en", { type: "region" });

/** A country's name by its two-letter ISO code; null where there is none. */
export const countryName = (code: string | null): string | null => (code === null ? null : (names.of(code) ?? code));

/** Records as a table of their ids and the given fields, renamed for the rows that look them up. */
export const namesOf = (records: readonly object[], fields: Readonly<Record<string, string>>): ColumnTable =>
  from([...records]).select({ id: "id", ...fields });

/** What each publication is called in one line: its publisher, with the edition or the date that tells it from others. */
export function sourceNames({ sources, speakers }: Ledger): { id: string; name: string }[] {
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]));
  return sources.map(({ id, publisher, edition, published }) => ({
    id,
    name: `${nameOf.get(publisher) ?? publisher}, ${edition ?? published.date}`
  }));
}

/** The words for each canonical unit; a bare number is called that. */
export const unitLabels = ({ vocabulary }: Ledger): { id: string; label: string }[] =>
  vocabulary.units.map(({ id, label }) => ({ id, label: label || "plain number" }));

/** Looks up the words for ids among records that have them: a term's label, or a name. */
export function wordsOf(
  records: readonly { id: string; label?: string; name?: string }[]
): (id: string | null | undefined) => string | null {
  const words = new Map(records.map(({ id, label, name }) => [id, label ?? name ?? null]));
  return (id) => words.get(id ?? "") ?? null;
}

/** The same for ids that a checked ledger has: elsewhere an id stands for its words. */
export function wordsFor(records: Parameters<typeof wordsOf>[0]): (id: string) => string {
  const words = wordsOf(records);
  return (id) => words(id) ?? id;
}
