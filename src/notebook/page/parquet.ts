import { parquetWriteBuffer } from "hyparquet-writer";
import type { Column, Table } from "../tables/table.ts";

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/** A table as Parquet: each column has its type, and what every row has is required. `about` lies in the file's metadata. */
export function parquet<Row extends object>(
  { columns, rows }: Table<Row>,
  about: Readonly<Record<string, string>>
): Uint8Array {
  const buffer = parquetWriteBuffer({
    schema: [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)],
    columnData: columns.map(({ name }) => ({
      name,
      data: rows.map((row) => row[name])
    })),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: "hyparquet-writer"
  });
  return new Uint8Array(buffer);
}

const primitives: Readonly<Record<Exclude<Column["type"], "list">, Partial<SchemaElement>>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  number: { type: "DOUBLE" },
  integer: { type: "INT32" },
  boolean: { type: "BOOLEAN" }
};

function elementsOf({ name, type, items = "string", required }: Column): SchemaElement[] {
  const repetition_type = required ? "REQUIRED" : "OPTIONAL";
  if (type !== "list") return [{ name, ...primitives[type], repetition_type }];
  return [
    { name, repetition_type, converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", ...primitives[items], repetition_type: "REQUIRED" }
  ];
}
