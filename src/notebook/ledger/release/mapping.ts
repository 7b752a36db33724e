import { parse, stringify } from "yaml";
import { z } from "zod";
import { slugOf } from "../draft/names.ts";
import { type Fault, InputError, nearest } from "../fault.ts";
import { words } from "../schema/fields.ts";
import type { Ledger } from "../schema.ts";
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
  const at = (message: string): Fault => ({
    file,
    line: 1,
    column: 1,
    message,
    remedy: "mend it, or delete the file and let ingest guess again"
  });
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    throw new InputError([at(`is no YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : ""}`)]);
  }
  const read = mapping.safeParse(data);
  if (read.success) return read.data;
  throw new InputError(read.error.issues.map((issue) => at(`${issue.path.join(".")}: ${issue.message}`)));
}

const isYear = (cell: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(cell);
const numberOf = (cell: string): number | undefined => {
  const bare = cell.replace(/[\s\u00a0]/g, "").replace(/,(?=\d{3}(?:\D|$))/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
};

/** A first mapping of a file, to be looked at: which column holds what, which places and marks are meant. */
export function guessMapping(
  table: FileTable,
  { vocabulary, places, speakers }: Ledger,
  known: Ledger["sources"][number] | undefined
): string {
  const valuesOf = (column: string): string[] => table.rows.map(({ cells }) => cells[column] ?? "");
  const share = (column: string, is: (cell: string) => boolean): number => {
    const filled = valuesOf(column).filter(Boolean);
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  };
  const best = (names: RegExp, score: (column: string) => number, taken: readonly string[]): string =>
    table.columns
      .filter((column) => !taken.includes(column))
      .map((column) => ({ column, score: score(column) + (names.test(column) ? 0.5 : 0) }))
      .sort((a, b) => b.score - a.score)[0]?.column ?? "";
  const placeOf = (name: string): string | null =>
    places.find((place) =>
      [place.id, place.name, place.name_native ?? "", place.country ?? ""].some((one) => slugOf(one) === slugOf(name))
    )?.id ?? null;
  const year = best(/year|год/i, (column) => share(column, isYear), []);
  const value = best(
    /value|amount|quantity|значен/i,
    (column) => share(column, (cell) => numberOf(cell) !== undefined),
    [year]
  );
  const place = best(
    /country|partner|area|place|region|стран|регион/i,
    (column) => share(column, (cell) => placeOf(cell) !== null),
    [year, value]
  );
  const mark = table.columns.find(
    (column) => /flag|mark|status|note|помет/i.test(column) && ![year, value, place].includes(column)
  );
  const distinct = (column: string): string[] => [...new Set(valuesOf(column))];
  const apart = table.columns.filter((column) => {
    const count = distinct(column).length;
    return ![year, value, place, mark].includes(column) && count > 1 && count <= 12;
  });
  const [by] = apart.filter((column) => !/edition|iso|code|note|table|page|unit/i.test(column));
  const first = known?.series[0];
  const series = (by === undefined ? [""] : distinct(by)).map((name) => ({
    id: slugOf(name || "values"),
    ...(by === undefined ? {} : { where: { [by]: name } }),
    table: name || "the table of the file",
    metric: first?.metric ?? vocabulary.metrics[0]?.id ?? "",
    unit: first?.unit ?? vocabulary.units[0]?.id ?? "",
    status: "statistic",
    speaker: first?.speaker ?? known?.publisher ?? speakers[0]?.id ?? "",
    says: "To be said in our words."
  }));
  const marks =
    mark === undefined
      ? {}
      : Object.fromEntries(
          distinct(mark).map((name) => [
            name,
            vocabulary.marks.find(({ id, label }) => id === name || label === name)?.id ?? ""
          ])
        );
  return `# How the columns of this release’s data file become series. Look at each line, then take \`review\` out: from then on
# \`npm run ingest -- --release FILE\` is all that a new edition takes. A place that is null is left out; a mark that is
# empty says nothing.

${stringify(
  {
    review: ["columns", "places", "marks", "series"],
    columns: { place, year, value, ...(mark === undefined ? {} : { mark }) },
    places: Object.fromEntries(distinct(place).map((name) => [name, placeOf(name)])),
    marks,
    series
  },
  { lineWidth: 118 }
)}`;
}

/** The values of each series that a mapping finds in a table. All faults of the file come at once, as an InputError. */
export function seriesOf(
  file: string,
  table: FileTable,
  { columns, places, marks, series }: Mapping
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
    const value = numberOf(printed);
    const instead = value === undefined ? (marks[printed] ?? (printed === "" ? meaning : undefined)) : undefined;
    if (value === undefined && !instead && printed !== "") {
      at(
        row,
        placeOf(columns.value),
        `row ${row}, column "${columns.value}": "${printed}" is no number`,
        `correct the file, or give "${printed}" under marks of the mapping, as NA or W`
      );
      continue;
    }
    if (value === undefined && !instead) continue;
    const cell = value === undefined ? (instead ?? "") : meaning === "" ? value : `${value} ${meaning}`;
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
