import { capitalised, dateText, listed, quantityWithUnit } from "../words/words.ts";
import { type Layout, layoutOf, makeRecipe, placedRows, type Recipe } from "./chart.ts";
import { doubtsOf, rowsText } from "./doubts.ts";
import { countsOf, fieldNamed, type Row, type Table, valueText } from "./fields.ts";
import { lineNotes } from "./lines.ts";
import { pageSource } from "./page-source.ts";
import { rowsView, selectRows } from "./rows.ts";
import type { Spec } from "./spec.ts";

/** A made chart with all that is shown of it; every number in its words is counted from its rows. */
export type Explored = ReturnType<typeof explore>;

/** Makes a chart of a table's rows: what to draw, what to say of it, which rows it holds, and its page source. */
export function explore(table: Table, spec: Spec) {
  // Side by side, no edition stands for another.
  const isByEdition = [spec.across, spec.up].includes("edition");
  const selected = selectRows(table, spec).map((row) => (isByEdition ? { ...row, superseded: false } : row));
  const wanted = spec.mark === "table" ? null : layoutOf(spec, table);
  const placed = wanted ? placedRows(selected, wanted) : [];
  const rows = [...new Set([...placed, ...selected])];
  const doubts = doubtsOf(rows, placed, spec, table, wanted);
  const layout = doubts.some(({ stop }) => stop) ? null : wanted;
  const recipe = (narrow: boolean): Recipe | null => layout && makeRecipe(placed, spec, table, layout, narrow);
  const wide = recipe(false);
  const current = placed.filter(({ superseded }) => !superseded);
  const notes = [
    ...(layout?.measured && current.length < placed.length ? ["Small grey squares are superseded editions."] : []),
    ...lineNotes(placed, spec, table, layout),
    ...doubts.flatMap((one) => (one.stop ? [] : one.text))
  ];
  const { what, heading } = headingOf(rows, table, layout);
  const measured = layout?.measured;
  const unit = measured?.type === "amount" ? wordsIn(placed, table, "unit").join("") : "";
  const reach = measured && current.length > 0 ? reachText(current, measured.text, unit) : "";
  const counts = layout?.along && !measured ? countsOf(placed, layout.along) : [];
  const numbers = reach || counts.map((one) => `${one.words} ${one.rows}`).join(", ");
  const count = `${rowsText(rows.length)} of the table`;
  const title = spec.title.trim() || (reach ? `${what}: ${reach}` : heading);
  const years = [...new Set(placed.flatMap(({ period_year }) => (period_year as number | null) ?? []))].sort();
  const span = [...new Set([years[0], years.at(-1)])].join("–\u2060");
  const subtitle = [heading, unit, span].filter(Boolean).join(", ");
  return {
    rows,
    placed,
    doubts,
    title,
    subtitle: subtitle === title ? count : subtitle,
    description: `${layout ? `A chart of ${spec.mark} from` : "A table of"} ${count}.${numbers && ` ${what}: ${numbers}.`}`,
    notes,
    sources: sourcesText(rows, table),
    view: rowsView(rows, spec, table, layout),
    source: pageSource(spec, table, wide && layout && { recipe: wide, layout }, { heading, notes }),
    recipe
  };
}

/** The words of a column of rows, the commonest first. */
function wordsIn(rows: readonly Row[], table: Table, name: string): string[] {
  const field = fieldNamed(table, name);
  return field ? countsOf(rows, field).map(({ words }) => words) : [];
}

/** What is measured or counted, as far as all rows share it, and the same with what it stands along. */
function headingOf(rows: readonly Row[], table: Table, layout: Layout | null): { what: string; heading: string } {
  const shared = (name: string): string => {
    const [one = "", ...more] = wordsIn(rows, table, name);
    return more.length === 0 && one !== "not given" ? one : "";
  };
  const { measured = null, along = null, colour = null } = layout ?? {};
  const [metric, basis, whose] = [shared("metric"), shared("basis"), shared("subject")];
  // "mine production" says more than "production", and the same.
  const measure = metric !== "" && basis.includes(metric) ? basis : metric || "amount";
  const amount = capitalised(whose ? `${measure} of ${whose}` : measure);
  const what = !measured ? `Number of ${table.name}` : measured.type === "amount" ? amount : measured.label;
  const sides = new Set((measured ? [along] : [along, colour]).flatMap((field) => field?.label.toLowerCase() ?? []));
  return { what, heading: sides.size === 0 ? what : `${what} by ${listed([...sides])}` };
}

/** "2,500–2,700 tonnes a year": from the lowest to the highest number. */
function reachText(rows: readonly Row[], column: string, unit: string): string {
  const numbers = rows.map((row) => Number(row[column]));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const span = { low, high, value: low === high ? low : null };
  return quantityWithUnit(span, { factor: 1, sign: unit, name: unit }, { digits: 4 });
}

/** The publications that rows come from, each with its edition or date; the table itself where rows name none. */
function sourcesText(rows: readonly Row[], { name }: Table): string {
  const found = [...new Set(rows.flatMap(({ source_name }) => valueText(source_name) || []))];
  if (found.length === 0) return `This notebook, table “${name}”`;
  if (found.length > 6) return `${found.length} publications, named in the rows`;
  return found.map((text) => text.replace(/\d{4}-\d\d(-\d\d)?$/, dateText)).join("; ");
}
