/** A row of a published table, as its JSON download holds it. */
export type Row = Readonly<Record<string, unknown>>;

/** What a chart can do with a column. `amount` is low, value and high taken together. */
type FieldType = "amount" | "number" | "year" | "category" | "text";

/** A field that a chart may use. */
export interface Field {
  name: string;
  label: string;
  type: FieldType;
  /** The columns with its values, and with what stands for them in a chart and in its rows. */
  column: string;
  text: string;
  /** Whether its words are its ids without their hyphens, as the table has no column of them. */
  hyphened?: boolean;
}

/** The look of what has one of its own, such as a kind of speaker, by id; in the order in which series stand. */
export type Looks = Readonly<Record<string, { colour: string; shape?: string }>>;

/** A table that charts are made of. */
export interface Table {
  name: string;
  fields: readonly Field[];
  rows: readonly Row[];
  looks: Looks;
  /** The values of a field among all rows, the commonest first. */
  counts(field: Field): readonly Count[];
  /** Of a table of which only some rows are here: the same with the rows of a chart, in the columns that it needs or in all. */
  forChart?(chart: Chosen, columns?: "all"): Promise<Table>;
  /** What the rows lack that are here. */
  lacks?: readonly string[];
}

/** Keeps rows whose column holds one of the values ("" is missing; none is any) and whose number lies between the ends. */
export interface Filter {
  column: string;
  values: readonly string[];
  from: number | null;
  to: number | null;
}

/** Which rows of a table a chart has, and which fields it shows, by their names; "" is none. */
export interface Chosen {
  filters: readonly Filter[];
  across: string;
  up: string;
  colour: string;
}

/** A value of a field with its words, and how many rows have it. */
export interface Count {
  value: string;
  words: string;
  rows: number;
}

const mostCategories = 90;

/** Columns that serve the notebook’s own pages, or lead elsewhere. */
const unasked = new Set(["series", "url", "topic_short", "topic_column", "digits"]);

/** A table with its fields, judged by what its columns hold; a column of words beside one of ids lends it its words. */
export function tableOf(name: string, rows: readonly Row[], looks: Looks): Table {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const has = (column: string): boolean => columns.includes(column);
  const hasAmount = ["low", "value", "high", "comparator"].every(has);
  const fields = columns.flatMap((column): Field[] => {
    if (hasAmount && ["low", "value", "high", "comparator"].includes(column)) return [];
    if (unasked.has(column) || (/_(name|label)$/.test(column) && has(column.replace(/_\w+$/, "")))) return [];
    const values = rows.map((row) => row[column]);
    const type = fieldType(values);
    if (!type) return [];
    const field = { name: column, label: labelOf(column, type), type, column };
    if (type === "year") return [{ ...field, text: `${column}_year` }];
    const text = [`${column}_name`, `${column}_label`].find(has);
    const hyphened = text === undefined && type === "category" && values.every(isName);
    return [hyphened ? { ...field, text: `${column}_label`, hyphened } : { ...field, text: text ?? column }];
  });
  const amount: Field = { name: "amount", label: "Amount", type: "amount", column: "value", text: "at" };
  return {
    name,
    rows,
    looks,
    fields: hasAmount ? [amount, ...fields] : fields,
    counts: (field) => countsOf(rows, field)
  };
}

function fieldType(values: readonly unknown[]): FieldType | null {
  const given = values.filter((value) => (value ?? null) !== null);
  if (given.length === 0 || given.some((value) => typeof value === "object")) return null;
  if (given.every((value) => typeof value === "number")) return "number";
  if (given.every((value) => typeof value === "string" && /^\d{4}([-/]\d+)*$/.test(value))) return "year";
  const kinds = new Set(given).size;
  return kinds <= mostCategories && kinds < given.length ? "category" : "text";
}

const isName = (value: unknown): boolean =>
  typeof value !== "boolean" && /^([a-z]+(-[a-z]+)*)?$/.test(valueText(value));

const ownLabels: Readonly<Record<string, string>> = {
  id: "Record",
  period: "Year",
  published: "Year of publication",
  date: "Year",
  subject: "Place",
  speaker_kind: "Kind of speaker",
  reading: "How it was read",
  current: "Given by the newest edition"
};

function labelOf(column: string, type: FieldType): string {
  const words = column.replaceAll("_", " ");
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return ownLabels[column] ?? (type === "year" ? `${label}, year` : label);
}

/** A field by its name; undefined for "" and for one that the table does not have. */
export const fieldNamed = ({ fields }: Pick<Table, "fields">, name: string): Field | undefined =>
  fields.find((field) => field.name === name);

/** A value as filters name it: missing is "". */
export const valueText = (value: unknown): string => String(value ?? "");

/** The year that a date or a span of dates begins in; null where none is given. */
export const yearOf = (date: unknown): number | null => Number(valueText(date).slice(0, 4)) || null;

/** A value as a person reads it: numbers with commas, dates whole, missing ones in words. */
export function wordsOf(row: Row, { type, column, text, hyphened }: Field): string {
  const value = type === "year" || hyphened ? row[column] : row[text];
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en");
  return (hyphened ? valueText(value).replaceAll("-", " ") : valueText(value)) || "not given";
}

/** The values of a field with their words, the commonest first. */
export function countsOf(rows: readonly Row[], field: Field): Count[] {
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const value = valueText(row[field.column]);
    counts.set(value, { value, words: wordsOf(row, field), rows: (counts.get(value)?.rows ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows || a.words.localeCompare(b.words));
}
