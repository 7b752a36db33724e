import { type Wording, wordingOf } from "./wording.ts";

/** A row of a published table, as its JSON download holds it. */
export type Row = Readonly<Record<string, unknown>>;

/** What a chart can do with a column. `amount` is the notebook's low, value and high taken together. */
export type FieldType = "amount" | "number" | "year" | "category" | "text";

/** A field that a chart may use. */
export interface Field {
  name: string;
  label: string;
  type: FieldType;
  /** The column with its values, and the one with the words for them. */
  column: string;
  text: string;
  /** How those words are made, where the table has none. */
  wording?: Wording;
}

const mostCategories = 90;

/** Columns that serve the notebook’s own pages, or lead elsewhere. */
const unasked = new Set(["series", "url", "topic_short", "topic_column", "digits"]);

/** The fields of a table, judged by what its columns hold; a column of words beside one of ids lends it its words. */
export function fieldsOf(rows: readonly Row[]): Field[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const has = (name: string): boolean => columns.includes(name);
  const hasAmount = ["low", "value", "high"].every(has);
  const fields = columns.flatMap((column): Field[] => {
    if (hasAmount && ["low", "value", "high", "comparator"].includes(column)) return [];
    if (unasked.has(column)) return [];
    if (/_(name|label)$/.test(column) && has(column.replace(/_\w+$/, ""))) return [];
    const values = rows.map((row) => row[column]);
    const type = fieldType(values);
    if (!type) return [];
    const field = { name: column, label: labelOf(column, type), type, column };
    const text = [`${column}_name`, `${column}_label`].find(has);
    const wording = text === undefined && type === "category" ? wordingOf(column, values) : null;
    return [wording ? { ...field, text: `${column}_label`, wording } : { ...field, text: text ?? column }];
  });
  const amount: Field = { name: "amount", label: "Amount", type: "amount", column: "value", text: "label" };
  return hasAmount ? [amount, ...fields] : fields;
}

function fieldType(values: readonly unknown[]): FieldType | null {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (given.length === 0 || given.some((value) => typeof value === "object")) return null;
  if (given.every((value) => typeof value === "number")) return "number";
  if (given.every((value) => typeof value === "string" && /^\d{4}([-/]\d+)*$/.test(value))) return "year";
  const kinds = new Set(given).size;
  return kinds <= mostCategories && kinds < given.length ? "category" : "text";
}

const ownLabels: Readonly<Record<string, string>> = {
  id: "Record",
  period: "Year",
  published: "Year of publication",
  date: "Year",
  subject: "Place",
  speaker_kind: "Kind of speaker",
  place: "Page or table",
  reading: "How it was read",
  function: "Arithmetic",
  current: "Given by the newest edition"
};

function labelOf(column: string, type: FieldType): string {
  const words = column.replaceAll("_", " ");
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return ownLabels[column] ?? (type === "year" ? `${label}, year` : label);
}

/** The column of a drawn row that holds a field: of years the number, of ids their words. */
export const columnOf = (field: Field): string => (field.type === "year" ? yearColumn(field.column) : field.text);

/** The column that `pointOf` adds for the years of a column of dates. */
export const yearColumn = (column: string): string => `${column}_year`;

/** A field by its name; undefined for "" and for one that the table does not have. */
export const fieldNamed = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name === name);

/** A value as filters name it: missing is "". */
export const valueText = (value: unknown): string => String(value ?? "");
