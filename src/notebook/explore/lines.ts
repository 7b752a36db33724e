import { listed } from "../words/words.ts";
import type { Layout } from "./chart.ts";
import { fieldNamed, type Row, type Table, valueText, wordsOf, yearOf } from "./fields.ts";
import { lineColumns } from "./rows.ts";
import type { Spec } from "./spec.ts";

const mostGaps = 3;

/** What has to be said of lines: what each of them joins, and why it leaves years out that others have. */
export function lineNotes(placed: readonly Row[], { mark }: Spec, table: Table, layout: Layout | null): string[] {
  const [year, edition] = [layout?.along, fieldNamed(table, "edition")];
  const current = placed.filter(({ superseded }) => !superseded);
  if (mark !== "lines" || !layout?.measured || !year || !fieldNamed(table, "metric") || current.length === 0) return [];
  const editions = new Set(current.flatMap((row) => (edition && valueText(row[edition.column])) || []));
  const joins = `Each line follows one place through the years as one speaker counts it, in ${editions.size > 1 ? `${editions.size} editions` : "one edition"}.`;
  // Of a table that is here in part, what it holds instead is not known.
  return table.forChart ? [joins] : [joins, ...gaps(current, table, year.column)];
}

/** The years that a line leaves out and others have: what the table holds for them instead, or that it holds nothing. */
function gaps(rows: readonly Row[], table: Table, column: string): string[] {
  const all = years(rows, column);
  const lines = new Map<unknown, Row[]>();
  for (const row of rows) lines.set(row.line, [...(lines.get(row.line) ?? []), row]);
  const found: string[] = [];
  let isBare = false;
  for (const line of lines.values()) {
    const [first] = line;
    const own = years(line, column);
    const missing = all.filter((one) => !own.includes(one));
    if (!first || missing.length === 0) continue;
    const instead = table.rows.filter(
      (row) => isLike(row, first) && row.basis !== first.basis && missing.includes(yearOf(row[column]) ?? Number.NaN)
    );
    const filled = years(instead, column);
    isBare ||= filled.length < missing.length;
    if (filled.length > 0) found.push(gapText(first, instead, filled, table));
  }
  const more = found.length > mostGaps ? [`${found.length - mostGaps} more lines have such gaps.`] : [];
  const bare = isBare ? ["Of other years that a line leaves out the table has no such number."] : [];
  return [...found.slice(0, mostGaps), ...more, ...bare];
}

/** Whether two rows count the same, but for the basis: output, and a quota in its place. */
const isLike = (one: Row, other: Row): boolean =>
  lineColumns.every((column) => column === "basis" || one[column] === other[column]);

const years = (rows: readonly Row[], column: string): number[] =>
  [...new Set(rows.flatMap((row) => yearOf(row[column]) ?? []))].sort((a, b) => a - b);

/** The place and its years, what the table holds for them, and why: the words of the record itself. */
function gapText(first: Row, instead: readonly Row[], filled: readonly number[], table: Table): string {
  const words = (row: Row, name: string): string => {
    const field = fieldNamed(table, name);
    return field ? wordsOf(row, field) : "";
  };
  const bases = [...new Set(instead.map((row) => words(row, "basis")))];
  const why = valueText(instead.at(-1)?.says);
  return `${words(first, "subject")}, ${runs(filled)}: the table has “${listed(bases)}” instead. ${why}`.trim();
}

/** Years as spans: "2018–2020, 2022". */
function runs(all: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of all) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => [...new Set([from, to])].join("–\u2060")).join(", ");
}
