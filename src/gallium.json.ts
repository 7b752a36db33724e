import { loadTable } from "./notebook/index.ts";

// What the ledger holds of gallium, in tonnes a year and not revised since, each with the title of its source.
const sources = new Map((await loadTable("sources")).map(({ id, title }) => [id, title]));
const figures = await loadTable("figures");

const rows = figures
  .filter((row) => row.material === "gallium" && row.unit === "t/yr" && row.value !== null && row.current)
  .map((row) => ({ ...row, source_title: sources.get(row.source) }));

process.stdout.write(JSON.stringify(rows));
