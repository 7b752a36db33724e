import { groupBy } from "../page/sources.ts";
import type { RowChange, TableChange } from "./difference.ts";
import { type Hand, mostTold, namesOf } from "./hand.ts";
import type { BeforeAfter } from "./passage-changes.ts";

/** Columns that say how a row stands to others, or repeat in numbers what another says: of interest to machines. */
const machineColumns: ReadonlySet<string> = new Set(["current", "low", "high", "published_iso", "also"]);

/** The rows of a table that come, go or say something else; those that differ only for machines are summed up in a line. */
export function rowsReport({ name, rows }: TableChange, hand: Hand, value: (change: BeforeAfter) => string): string[] {
  const isForMachines = ({ what, cells }: RowChange): boolean =>
    what === "changed" && cells.every(({ column }) => machineColumns.has(column));
  const silent = rows.filter(isForMachines);
  const told = rows.filter((row) => !isForMachines(row));
  // A new edition adds a hundred cells: which they are, its file tells.
  const folded = (["added", "removed"] as const)
    .map((kind) => ({ kind, ids: told.filter(({ what }) => what === kind).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > mostTold);
  const columns = [...new Set(silent.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  // So do many rows that change in the same columns.
  const columnsOf = ({ cells }: RowChange): string => cells.map(({ column }) => column).join(", ");
  const alike = [
    ...groupBy(
      told.filter(({ what }) => what === "changed"),
      columnsOf
    )
  ].filter(([, rows]) => rows.length > mostTold);
  const isAlike = (row: RowChange): boolean => alike.some(([, rows]) => rows.includes(row));
  return [
    ...folded.map(({ kind, ids }) => hand.item(`${name}: ${ids.length} rows ${kind}: ${sourceOr(ids, hand)}`)),
    ...alike.map(([changed, rows]) =>
      hand.item(
        `${name}: ${rows.length} rows changed in ${changed}: ${namesOf(
          rows.map(({ id }) => id),
          hand
        )}`
      )
    ),
    ...told
      .filter((row) => !folded.some(({ kind }) => kind === row.what) && !isAlike(row))
      .flatMap(({ id, what, cells }) => [
        hand.item(`${name} ${hand.name(id)} ${what}`),
        ...cells
          .filter(({ column }) => !machineColumns.has(column) || !cells.some((cell) => cell.column === "value"))
          .map((cell) => `  ${hand.item(`${cell.column}: ${value(cell)}`)}`)
      ]),
    ...(silent.length === 0
      ? []
      : [
          hand.item(
            `${name}: ${silent.length} more ${silent.length === 1 ? "row" : "rows"}, in ${columns.join(", ")} alone`
          )
        ])
  ];
}

/** The source that has all of these records, or the first of their names. */
function sourceOr(ids: readonly string[], hand: Hand): string {
  const [source, other] = new Set(ids.map((id) => id.split(".")[0] ?? ""));
  return source !== undefined && other === undefined ? `all of ${hand.name(source)}` : namesOf(ids, hand);
}

/** The files whose content is another, a line for each folder: "data: figures (.csv, .json), places (.csv)"; of many, the first. */
export function downloadsReport(paths: readonly string[]): string[] {
  const parts = paths.map((path) => /^(?:(.*)\/)?([^/]*?)(\.[^/]*)?$/.exec(path) ?? []);
  return [...groupBy(parts, ([, folder = ""]) => folder)].map(([folder, files]) => {
    const named = [...groupBy(files, ([, , name = ""]) => name)].map(([name, kinds]) => {
      const endings = kinds.flatMap(([, , , ending]) => ending ?? []);
      return endings.length > 0 ? `${name} (${endings.join(", ")})` : name;
    });
    const shown = named.slice(0, named.length > mostTold ? 3 : mostTold);
    const rest = named.length > shown.length ? ` and ${named.length - shown.length} more` : "";
    return `${folder === "" ? "" : `${folder}: `}${shown.join(", ")}${rest}`;
  });
}
