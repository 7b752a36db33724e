/** Units as a reader says them; a bare number has none. */
export const unitWords: Readonly<Record<string, string>> = {
  t: "tonnes",
  "t/yr": "tonnes a year",
  "%": "%",
  yr: "years",
  h: "hours",
  USD: "US dollars",
  "USD/yr": "US dollars a year",
  "USD/kg": "US dollars a kilogram",
  "RUB/yr": "roubles a year"
};

/** How a column that its table has no words for gets them: from a mark of yes and no, a unit, or a name with hyphens. */
type Wording = "flag" | "unit" | "hyphens";

const bare = "plain number";

/** The words for a value, and the code of a page that makes the same. */
const wordings: Readonly<Record<Wording, { words: (value: unknown) => unknown; code: (value: string) => string }>> = {
  flag: {
    words: (value) => (value ? "yes" : "no"),
    code: (value) => `${value} ? "yes" : "no"`
  },
  unit: {
    words: (value) => (typeof value === "string" ? (unitWords[value] ?? bare) : null),
    code: (value) => `${value} && (units[${value}] ?? "${bare}")`
  },
  hyphens: {
    words: (value) => (typeof value === "string" ? value.replaceAll("-", " ") : null),
    code: (value) => `${value}?.replaceAll("-", " ")`
  }
};

/** How a column gets words of its own, by its name and what it holds; null where it reads well as it is. */
function wordingOf(column: string, values: readonly unknown[]): Wording | null {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (column === "unit") return "unit";
  if (given.every((value) => typeof value === "boolean")) return "flag";
  const isName = given.every((value) => /^[a-z]+(-[a-z]+)*$/.test(String(value)));
  return isName && given.some((value) => String(value).includes("-")) ? "hyphens" : null;
}

/** A row of a published table, as its JSON download holds it. */
export type Row = Readonly<Record<string, unknown>>;

/** What a chart can do with a column. `amount` is the notebook's low, value and high taken together. */
type FieldType = "amount" | "number" | "year" | "category" | "text";

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

/** Rows with a column of words for every field that its table gives none. */
export function worded(rows: readonly Row[], fields: readonly Field[]): Row[] {
  const made = fields.flatMap(({ column, text, wording }) => (wording ? [{ column, text, ...wordings[wording] }] : []));
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(made.map(({ column, text, words }) => [text, words(row[column])]))
  }));
}

/** The same as a page's own code: what it needs before, and a column for each of the fields. */
export function wordedCode(fields: readonly Field[]): { before: string; columns: string[] } {
  return {
    before: fields.some(({ wording }) => wording === "unit") ? `const units = ${JSON.stringify(unitWords)};\n` : "",
    columns: fields.flatMap(({ column, text, wording }) =>
      wording ? [`${text}: ${wordings[wording].code(`d.${column}`)}`] : []
    )
  };
}
