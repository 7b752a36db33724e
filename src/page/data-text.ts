import { from } from "arquero";

/** A value as a JSON file, a line for each field. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Rows as a CSV file with these columns. */
export const csv = (rows: readonly object[], columns: string[]): string => from([...rows], columns).toCSV({ columns });
