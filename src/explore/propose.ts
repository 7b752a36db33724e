import { type Field, type Row, valueText } from "./fields.ts";
import { emptySpec, openingSpec, type Spec } from "./spec.ts";

/** A first chart of a table, by what its columns hold: amounts of one unit side by side, else rows counted by a category. */
export function propose(table: string, fields: readonly Field[], rows: readonly Row[]): Spec {
  if (table === openingSpec.table) return openingSpec;
  const category = bestCategory(fields, rows);
  const numbered = fields.some(({ type }) => type === "amount");
  if (!numbered)
    return category
      ? { ...emptySpec, table, up: category.name, colour: stance(fields), mark: "bars", group: "count" }
      : { ...emptySpec, table };
  const unit = commonest(rows.map((row) => valueText(row.unit)));
  return {
    ...emptySpec,
    table,
    filters: unit === undefined ? [] : [{ column: "unit", values: [unit] }],
    across: "amount",
    up: category?.name ?? "",
    mark: "dots"
  };
}

const stance = (fields: readonly Field[]): string => fields.find(({ name }) => name === "stance")?.name ?? "";

/** Columns that say most of a table's rows, where it has them. */
const telling = ["topic", "verdict", "kind", "type"];

/** A telling category, else the first that splits the rows into a handful. */
function bestCategory(fields: readonly Field[], rows: readonly Row[]): Field | undefined {
  const kinds = (field: Field): number => new Set(rows.map((row) => row[field.column])).size;
  const categories = fields.filter(({ type, name }) => type === "category" && name !== "unit" && name !== "id");
  const known = categories.find(({ name }) => telling.includes(name));
  if (known) return known;
  return categories.find((field) => kinds(field) > 2 && kinds(field) <= 20) ?? categories[0];
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
