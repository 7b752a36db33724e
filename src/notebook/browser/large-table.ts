import { asyncBufferFromUrl, type ParquetQueryFilter, parquetMetadataAsync, parquetQuery } from "hyparquet";
import type { Chosen, Looks, Row, Table } from "../explore/fields.ts";
import type { TableSummary } from "../explore/summary.ts";

// Imports nothing at work but the reader of Parquet, so that it is a file of its own, which only a large table brings.

/** More rows are no chart that a person can read, nor one that every phone can draw. */
const mostRows = 50_000;

/** Columns that a chart, its words or its doubts may ask for, whatever fields were chosen. */
const always = [
  ...["id", "printed", "low", "value", "high", "comparator", "unit", "unit_label", "edition", "current", "period"],
  ...["metric", "metric_label", "subject", "subject_name", "material", "material_label", "basis", "basis_label"],
  ...["form", "form_label", "function", "status", "speaker", "source_name"]
];

/** A table whose rows come in part, by range requests of the file beside its summary: those that a chart’s filters let pass. */
export async function largeTable(name: string, folder: URL, looks: Looks): Promise<Table> {
  const answer = await fetch(new URL(`${name}.summary.json`, folder));
  if (!answer.ok) throw new Error(`there is no summary of table ${name}`);
  const {
    file: { bytes, end },
    columns,
    fields,
    counts
  } = (await answer.json()) as TableSummary;
  const url = new URL(`${name}.parquet`, folder).href;
  const file = await asyncBufferFromUrl({ url, byteLength: bytes });
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: end });
  const table: Table = {
    name,
    fields,
    looks,
    rows: [],
    counts: (field) => counts[field.name] ?? [],
    async forChart(chart, wanted) {
      const rows = await parquetQuery({
        file,
        metadata,
        filter: filterOf(chart, table),
        rowEnd: Math.min(mostRows, Number(metadata.num_rows)),
        ...(wanted === "all" ? {} : { columns: columnsOf(chart, table).filter((column) => columns.includes(column)) })
      });
      const isCut = rows.length === mostRows && mostRows < Number(metadata.num_rows);
      const most = mostRows.toLocaleString("en");
      const lacks = `These are the first ${most} rows that pass; the table may have more. Filter them, so that all are here.`;
      return { ...table, rows: rows as Row[], ...(isCut ? { lacks: [lacks] } : {}) };
    }
  };
  return table;
}

/** The columns of the fields that a chart shows, and of those that it falls back on where few are chosen. */
function columnsOf({ across, up, colour, filters }: Chosen, { fields }: Table): string[] {
  const named = [across, up, colour, ...filters.map(({ column }) => column)];
  const shown = [...fields.filter(({ name }) => named.includes(name)), ...fields.slice(0, 6)];
  return [...new Set([...always, ...shown.flatMap(({ column, text }) => [column, text])])];
}

/**
 * What of a chart's filters the file can answer by its statistics. The chart filters its rows again: here none may be lost,
 * and it does no harm if too many come.
 */
function filterOf({ filters }: Chosen, { fields }: Table): ParquetQueryFilter {
  const asked = filters.flatMap(({ column, values, from, to }): ParquetQueryFilter[] => {
    const type = fields.find(({ name }) => name === column)?.type;
    if (type === undefined || type === "number") return [];
    // What is missing, yes and no are no texts in the file.
    const isText = values.length > 0 && !values.some((value) => ["", "true", "false"].includes(value));
    return [
      ...(isText ? [{ [column]: { $in: [...values] } }] : []),
      ...(type === "year" && from !== null ? [{ [column]: { $gte: year(from) } }] : []),
      ...(type === "year" && to !== null ? [{ [column]: { $lt: year(to + 1) } }] : [])
    ];
  });
  return { $and: asked };
}

/** A year as dates begin with it. */
const year = (number: number): string => String(Math.floor(number)).padStart(4, "0");
