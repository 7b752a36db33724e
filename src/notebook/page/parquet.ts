import { parquetWriteBuffer } from "hyparquet-writer";
import type { Column, Table } from "../tables/table.ts";

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/** A table of more rows has more parts than one. */
const mostInOnePart = 10_000;

/**
 * How many rows a reader’s query reads together. A part makes the file’s end, which each query reads, longer by some 4 kB;
 * a row makes what it reads of a part longer by some 25 bytes: so many cost a query least.
 */
const rowsInPart = (rows: number): number => (rows > mostInOnePart ? Math.ceil(Math.sqrt(150 * rows)) : mostInOnePart);

/** Whether a table has more than one part, so that a reader’s query is answered by some of its file: from about 1 MB on. */
export const isLarge = ({ rows }: Pick<Table<object>, "rows">): boolean => rows.length > mostInOnePart;

/**
 * A table as Parquet: each column has its type, and what every row has is required. `about` lies in the file's metadata. A
 * large table is written in parts, row groups, in the order by which it is mostly asked: their statistics say which to read.
 */
export function parquet<Row extends object>(table: Table<Row>, about: Readonly<Record<string, string>>): Uint8Array {
  const { columns } = table;
  const rows = isLarge(table) ? inParts(table) : table.rows;
  const buffer = parquetWriteBuffer({
    schema: [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)],
    columnData: columns.map(({ name }) => ({
      name,
      data: rows.map((row) => row[name])
    })),
    rowGroupSize: rowsInPart(rows.length),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: "hyparquet-writer"
  });
  return new Uint8Array(buffer);
}

/** The rows of a table in its order for parts; what is missing comes first. */
function inParts<Row extends object>({ rows, partedBy = [] }: Table<Row>): readonly Row[] {
  const order = (one: Row, other: Row): number => {
    for (const column of partedBy) {
      const [a, b] = [String(one[column] ?? ""), String(other[column] ?? "")];
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  };
  return [...rows].sort(order);
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
