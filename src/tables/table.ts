/** What a column holds. Lists are arrays in JSON and joined by "; " in CSV. Missing is null, in CSV empty. */
export interface Column {
  name: string;
  type: "string" | "number" | "integer" | "boolean" | "list";
  description: string;
}

/** A tidy table: one row a record, one column a property, each described. Feeds downloads and the data dictionary. */
export interface Table<Row extends object> {
  name: string;
  title: string;
  description: string;
  columns: readonly (Column & { name: keyof Row & string })[];
  rows: readonly Row[];
}
