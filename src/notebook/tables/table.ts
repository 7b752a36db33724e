/** What a column holds. Lists are arrays in JSON and Parquet, and joined by "; " in CSV. Missing is null, in CSV empty. */
export interface Column {
  name: string;
  type: "string" | "number" | "integer" | "boolean" | "list";
  /** What the items of a list are. */
  items?: "string" | "integer";
  description: string;
  /** Whether every row has it. */
  required: boolean;
  /** The table whose ids it names; a list names one with each item. */
  refersTo?: string;
  /** What else holds for every value, as the Data Package standard says it. */
  constraints?: Readonly<Constraints>;
}

interface Constraints {
  pattern?: string;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
}

/** A column as its table writes it down, which is also where the type of its values is said. */
type ColumnOf<Value> = Omit<Column, "name"> & { readonly holds?: Value };

export const text = (description: string, constraints?: Constraints): ColumnOf<string> => ({
  type: "string",
  required: true,
  description,
  ...(constraints && { constraints })
});

/** A column of one word out of few. */
export const oneOf = <Value extends string>(values: readonly Value[], description: string): ColumnOf<Value> => ({
  type: "string",
  required: true,
  description,
  constraints: { enum: values }
});

export const number = (description: string, constraints?: Constraints): ColumnOf<number> => ({
  type: "number",
  required: true,
  description,
  ...(constraints && { constraints })
});
export const integer = (description: string, constraints?: Constraints): ColumnOf<number> => ({
  type: "integer",
  required: true,
  description,
  ...(constraints && { constraints })
});
export const flag = (description: string): ColumnOf<boolean> => ({ type: "boolean", required: true, description });
export const list = (description: string): ColumnOf<string[]> => ({
  type: "list",
  items: "string",
  required: true,
  description
});
export const integers = (description: string): ColumnOf<number[]> => ({
  type: "list",
  items: "integer",
  required: true,
  description
});

/** A date as precisely as it is known; a period is one, or two joined by a slash. */
export const isoDate = { pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" };
export const isoPeriod = { pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4})?$" };
export const isoCountry = { pattern: "^[A-Z]{2}$" };

/** A column in which a value may be missing. */
export const orEmpty = <Value>(column: ColumnOf<Value>): ColumnOf<Value | null> => ({
  ...(column as ColumnOf<Value | null>),
  required: false
});

/** A column that names records of a table by their ids. */
export const idIn = <Value>(table: string, column: ColumnOf<Value>): ColumnOf<Value> => ({
  ...column,
  refersTo: table
});

/** The row that a table's columns make. */
export type RowOf<Columns extends Readonly<Record<string, ColumnOf<unknown>>>> = {
  [Name in keyof Columns]: Columns[Name] extends ColumnOf<infer Value> ? Value : never;
};

/** The columns in their order, each with its name. */
export const columnsOf = <Columns extends Readonly<Record<string, ColumnOf<unknown>>>>(
  columns: Columns
): (Column & { name: keyof Columns & string })[] =>
  Object.entries(columns).map(([name, column]) => ({ name: name as keyof Columns & string, ...column }));

/** A tidy table: one row a record, one column a property, each described. Feeds downloads and the data dictionary. */
export interface Table<Row extends object> {
  name: string;
  title: string;
  description: string;
  columns: readonly (Column & { name: keyof Row & string })[];
  rows: readonly Row[];
  /** By which columns a large table is ordered where it is read in parts: what readers mostly ask by. */
  partedBy?: readonly (keyof Row & string)[];
}
