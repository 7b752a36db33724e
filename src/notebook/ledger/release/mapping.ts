import { parse } from "yaml";
import { z } from "zod";
import { type Fault, InputError, nearest } from "../fault.ts";
import { words } from "../schema/fields.ts";
import type { Ledger } from "../schema.ts";
import { wrongIn } from "../schema-issues.ts";
import { decimalOf, numberIn } from "./cells.ts";
import type { FileTable } from "./read-table.ts";

/** How the columns of a release's data file become series: guessed once, reviewed by a person, used for each edition. */
const mapping = z.strictObject({
  review: z.array(words).optional(),
  columns: z.strictObject({ place: words, year: words, value: words, mark: words.optional() }),
  places: z.record(z.string(), words.nullable()),
  marks: z.record(z.string(), z.string()).default({}),
  series: z.array(
    z.looseObject({
      id: words,
      where: z.record(z.string(), z.string()).default({}),
      table: words,
      metric: words,
      material: words.optional(),
      basis: words.optional(),
      form: words.optional(),
      unit: words,
      status: words,
      speaker: words,
      says: words
    })
  )
});

export type Mapping = z.infer<typeof mapping>;
export type SeriesValues = Record<string, Record<string, number | string>>;

export function parseMapping(file: string, text: string): Mapping {
  const at = (message: string, remedy = "mend it, or delete the file and let ingest guess again"): Fault => ({
    file,
    line: 1,
    column: 1,
    message,
    remedy
  });
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    throw new InputError([at(`is no YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : ""}`)]);
  }
  const read = mapping.safeParse(data);
  if (read.success) return read.data;
  const wrong = read.error.issues.flatMap((issue) => wrongIn(issue, Object.keys(mapping.shape), data));
  throw new InputError(wrong.map(({ message, remedy }) => at(message, remedy)));
}

/** The values of each series that a mapping finds in a table. All faults of the file come at once, as an InputError. */
export function seriesOf(
  file: string,
  table: FileTable,
  { columns, places, marks, series }: Mapping,
  known: Ledger["vocabulary"]["marks"] = []
): Map<string, SeriesValues> {
  const faults: Fault[] = [];
  const at = (line: number, column: number, message: string, remedy: string): void => {
    faults.push({ file, line, column, message, remedy });
  };
  const needed = [
    ...Object.values(columns).filter((name) => name !== undefined),
    ...series.flatMap(({ where }) => Object.keys(where))
  ];
  for (const name of new Set(needed))
    if (!table.columns.includes(name)) {
      const meant = nearest(name, table.columns);
      at(
        1,
        1,
        `has no column "${name}"`,
        `name in the mapping the one that took its place${meant ? `: "${meant}"?` : `, of ${table.columns.join(", ")}`}`
      );
    }
  if (faults.length > 0) throw new InputError(faults);

  const decimal = decimalOf(table.rows.map(({ cells }) => cells[columns.value] ?? ""));
  const found = new Map<string, SeriesValues>(series.map(({ id }) => [id, {}]));
  const placeOf = (column: string): number => table.columns.indexOf(column) + 1;
  for (const { row, cells } of table.rows) {
    const mine = series.filter(({ where }) => Object.entries(where).every(([column, name]) => cells[column] === name));
    if (mine.length === 0) continue;
    const [name = "", year = "", printed = "", mark = ""] = [
      columns.place,
      columns.year,
      columns.value,
      columns.mark ?? ""
    ].map((column) => cells[column] ?? "");
    const place = places[name];
    if (place === null) continue;
    if (place === undefined) {
      at(
        row,
        placeOf(columns.place),
        `row ${row}, column "${columns.place}": the mapping knows no place "${name}"`,
        "give it under places, as null where it is to be left out"
      );
      continue;
    }
    if (!/^\d{4}(?:\/\d{4})?$/.test(year)) {
      at(row, placeOf(columns.year), `row ${row}, column "${columns.year}": "${year}" is no year`, "write it as 2025");
      continue;
    }
    const meaning = mark === "" ? "" : marks[mark];
    if (meaning === undefined) {
      at(
        row,
        placeOf(columns.mark ?? ""),
        `row ${row}, column "${columns.mark}": the mapping knows no mark "${mark}"`,
        'give it under marks, as "" where it says nothing'
      );
      continue;
    }
    const value = numberIn(printed, decimal);
    const own = marks[printed] ?? known.find(({ id, number }) => !number && id === printed)?.id;
    const instead = value === undefined ? (own ?? (printed === "" ? meaning : undefined)) : undefined;
    if (value === undefined && instead === undefined) {
      at(
        row,
        placeOf(columns.value),
        `row ${row}, column "${columns.value}": "${printed}" is no number`,
        `correct the file, or give "${printed}" under marks of the mapping, as NA, or as "" where it says nothing`
      );
      continue;
    }
    if (value === undefined && !instead) continue;
    const amount = value && (value.sign === "" ? value.value : `${value.sign}${value.value}`);
    const cell = amount === undefined ? (instead ?? "") : meaning === "" ? amount : `${amount} ${meaning}`;
    for (const { id } of mine) {
      const values = found.get(id);
      if (!values) continue;
      values[place] ??= {};
      const row_ = values[place];
      if (row_[year] !== undefined && row_[year] !== cell)
        at(
          row,
          placeOf(columns.value),
          `row ${row}: "${name}" has ${year} twice in "${id}", as ${row_[year]} and as ${cell}`,
          "tell the rows apart under where of the mapping"
        );
      row_[year] = cell;
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return found;
}
