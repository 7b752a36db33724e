/** What a column holds. Lists are arrays in JSON and joined by "; " in CSV. Missing is null, in CSV empty. */
export interface Column {
  name: string;
  type: "string" | "number" | "integer" | "boolean" | "list";
  description: string;
}

/** A column as its table writes it down, which is also where the type of its values is said. */
type ColumnOf<Value> = Omit<Column, "name"> & { readonly values?: Value };

export const text = <Value extends string = string>(description: string): ColumnOf<Value> => ({
  type: "string",
  description
});
export const number = (description: string): ColumnOf<number> => ({ type: "number", description });
export const integer = (description: string): ColumnOf<number> => ({ type: "integer", description });
export const flag = (description: string): ColumnOf<boolean> => ({ type: "boolean", description });
export const list = <Item extends string | number = string>(description: string): ColumnOf<Item[]> => ({
  type: "list",
  description
});

/** A column in which a value may be missing. */
export const orEmpty = <Value>(column: ColumnOf<Value>): ColumnOf<Value | null> => column as ColumnOf<Value | null>;

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
}
