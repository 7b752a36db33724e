import { stringify } from "yaml";
import { slugOf } from "../draft/names.ts";
import type { Ledger, Series } from "../schema.ts";
import { decimalOf, markInPlace, numberIn } from "./cells.ts";
import type { FileTable } from "./read-table.ts";

const isYear = (cell: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(cell);

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
    (column) =>
      share(column, (cell) => numberIn(cell) !== undefined || numberIn(cell, ",") !== undefined) +
      // Numbers, and what stands in place of one, but for numbers alone that are codes.
      share(column, (cell) => markInPlace(cell, vocabulary.marks) !== undefined),
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
  const taken = new Set<string>();
  const series = (by === undefined ? [""] : distinct(by)).map((name) => {
    const where = by === undefined ? {} : { where: { [by]: name } };
    const rows = table.rows.filter(({ cells }) => by === undefined || cells[by] === name);
    const own = known && tableOf(name, rows, { year, value, place }, placeOf, known);
    if (own && !taken.has(own.id)) {
      // The release has this table already: all that is said of it stays.
      taken.add(own.id);
      const { id, values: _values, checksum: _checksum, ...head } = own;
      return { id: id.slice(known.id.length + 1), ...where, ...head };
    }
    return {
      id: slugOf(name || "values"),
      ...where,
      table: name || "the table of the file",
      metric: first?.metric ?? vocabulary.metrics[0]?.id ?? "",
      unit: first?.unit ?? vocabulary.units[0]?.id ?? "",
      status: "statistic",
      speaker: first?.speaker ?? known?.publisher ?? speakers[0]?.id ?? "",
      says: "To be said in our words."
    };
  });
  // "Estimate", "est." and "estimated" are one.
  const markOf = (name: string): string | undefined => {
    const word = name.toLowerCase().replace(/[^\p{L}\d]+$/u, "");
    const begins = (a: string, b: string): boolean => b.length >= 3 && a.startsWith(b);
    return vocabulary.marks.find(
      ({ id, label }) => id === name || begins(label.toLowerCase(), word) || begins(word, label.toLowerCase())
    )?.id;
  };
  const inPlace = distinct(value).filter(
    (cell) => cell !== "" && numberIn(cell) === undefined && numberIn(cell, ",") === undefined
  );
  const marks = Object.fromEntries([
    ...(mark === undefined ? [] : distinct(mark)).filter(Boolean).map((name) => [name, markOf(name) ?? ""]),
    ...inPlace.flatMap((cell) => {
      const meant = markInPlace(cell, vocabulary.marks);
      return meant === undefined ? [] : [[cell, meant]];
    })
  ]);
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

/** The table of a release whose cells, or whose name, rows of a file have. */
function tableOf(
  name: string,
  rows: FileTable["rows"],
  { year, value, place }: { year: string; value: string; place: string },
  placeOf: (name: string) => string | null,
  { id: source, series }: Ledger["sources"][number]
): Series | undefined {
  const decimal = decimalOf(rows.map(({ cells }) => cells[value] ?? ""));
  const same = (table: Series): number =>
    rows.filter(({ cells }) => {
      const cell = table.values[placeOf(cells[place] ?? "") ?? ""]?.[cells[year] ?? ""];
      const printed = numberIn(cells[value] ?? "", decimal)?.value;
      return cell !== undefined && printed !== undefined && Number(/[\d.]+/.exec(String(cell))?.[0]) === printed;
    }).length;
  const words = slugOf(name).split("-").filter(Boolean);
  const named = (table: Series): number => {
    const own = new Set([table.id.slice(source.length + 1), table.metric, slugOf(table.table)].join("-").split("-"));
    return name === "" ? 0 : words.filter((word) => own.has(word)).length / words.length;
  };
  const [best] = series
    .map((table) => ({ table, same: same(table), named: named(table) }))
    .sort((a, b) => b.same - a.same || b.named - a.named);
  const isOnly = series.length === 1 && name === "";
  return best && (best.same >= 2 || best.named >= 0.5 || isOnly) ? best.table : undefined;
}
