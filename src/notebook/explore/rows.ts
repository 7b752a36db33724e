import { comparatorWords, displayUnits, type Quantity, quantityText } from "../words/words.ts";
import type { Layout } from "./chart.ts";
import { type Field, fieldNamed, type Row, type Table, valueText, wordsOf, yearOf } from "./fields.ts";
import type { Spec } from "./spec.ts";

/** A column that a chart adds to its table: what it holds, and the same as code over `d`. */
type Made = readonly [name: string, make: (row: Row) => unknown, code: string];

/** What one line may join: one speaker's figures of one quantity. */
export const lineColumns = ["speaker", "subject", "metric", "material", "basis", "form", "unit"];

/** Where an amount stands, where a bound does, and the words of what is no exact number. */
const amountColumns: readonly Made[] = [
  ["at", ({ value, high, low }) => value ?? high ?? low, "d.value ?? d.high ?? d.low"],
  [
    "bound",
    ({ value, high, low }) => (value === null && (high === null) !== (low === null) ? (high ?? low) : null),
    "d.value === null && (d.high === null) !== (d.low === null) ? d.high ?? d.low : null"
  ],
  ["worded", wordedAmount, 'd.value !== null && d.comparator === "=" ? "" : amount(d)']
];

function wordedAmount({ value, low, high, comparator }: Row): string {
  if (value !== null && comparator === "=") return "";
  const ends = (value === null ? [low, high] : [value]).filter((end) => end !== null);
  const words = comparatorWords[comparator as keyof typeof comparatorWords];
  return words + ends.map((end) => Number(end).toLocaleString("en")).join("–");
}

/** What the code of `worded` needs before. */
export const amountCode = `const words = ${JSON.stringify(comparatorWords)};
const amount = ({value, low, high, comparator}) => words[comparator] + (value === null ? [low, high] : [value])
  .filter((end) => end !== null).map((end) => end.toLocaleString("en")).join("–");
`;

/** Every column that charts of a table may add: years as numbers, words, what is drawn of amounts, which line a row is on. */
export function madeColumns({ fields }: Table): Made[] {
  const has = (name: string): boolean => fields.some((field) => field.name === name);
  const own = fields.flatMap(({ type, column, text, hyphened }): Made[] => {
    if (type === "year") return [[text, (row) => yearOf(row[column]), `Number(d.${column}?.slice(0, 4)) || null`]];
    const plain = (row: Row) => (row[column] as string | null)?.replaceAll("-", " ") ?? null;
    return hyphened ? [[text, plain, `d.${column}?.replaceAll("-", " ") ?? null`]] : [];
  });
  const superseded: Made = ["superseded", ({ current }) => !current, "!d.current"];
  const joined = `[${lineColumns.map((name) => `d.${name}`).join(", ")}].join()`;
  const line: Made = ["line", (row) => lineColumns.map((name) => row[name]).join(), joined];
  return [
    ...own,
    ...(has("amount") ? amountColumns : []),
    ...(has("current") ? [superseded] : []),
    ...(has("speaker") && has("metric") ? [line] : [])
  ];
}

/** The rows of a table that a chart is made of: those that pass its filters, with what drawing needs. */
export function selectRows(table: Table, { filters }: Spec): Row[] {
  const made = madeColumns(table);
  const passing = table.rows.filter((row) =>
    filters.every(({ column, values, from, to }) => {
      const isDated = fieldNamed(table, column)?.type === "year";
      const number = isDated ? yearOf(row[column]) : (row[column] ?? null);
      if (values.length > 0 && !values.includes(valueText(row[column]))) return false;
      if (from === null && to === null) return true;
      return number !== null && Number(number) >= (from ?? -Infinity) && Number(number) <= (to ?? Infinity);
    })
  );
  return passing.map((row) => ({ ...row, ...Object.fromEntries(made.map(([name, make]) => [name, make(row)])) }));
}

/** The rows of a chart with the columns that it uses, of a line and of years in their order. */
export function rowsView(rows: readonly Row[], spec: Spec, table: Table, layout: Layout | null) {
  const used = [spec.across, spec.up, spec.colour, ...spec.filters.map(({ column }) => column)];
  const few = used.filter(Boolean).length < 3 ? table.fields.slice(0, 6).map(({ name }) => name) : [];
  const names = ["id", "printed", ...used, ...(used.includes("amount") ? ["unit", "edition"] : []), ...few];
  const shown = [...new Set(names)].flatMap((name) => fieldNamed(table, name) ?? []);
  const year = layout?.along?.type === "year" && spec.mark === "lines" ? layout.along.text : "";
  const ordered = year ? [...rows].sort((a, b) => Number(a[year]) - Number(b[year])) : rows;
  return {
    columns: shown.map(({ label, type }) => ({ label, number: type === "amount" || type === "number" })),
    body: ordered.map((row) => shown.map((field) => cellText(row, field)))
  };
}

/** A row's cell; of an amount with its "about", its ends and its bound. */
const cellText = (row: Row, field: Field): string =>
  field.type === "amount" ? quantityText(row as object as Quantity, displayUnits.one) : wordsOf(row, field);
