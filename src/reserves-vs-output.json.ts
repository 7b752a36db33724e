import { loadTable } from "./notebook/index.ts";

// What the ledger holds of Russia's rare earths in tonnes, each with the title of its source.
const sources = new Map((await loadTable("sources")).map(({ id, title }) => [id, title]));
const figures = await loadTable("figures");

const rows = figures
  .filter((row) => row.subject === "russia" && row.material === "rare-earths" && row.value !== null)
  .filter((row) => row.unit.startsWith("t"))
  .map((row) => ({ ...row, source_title: sources.get(row.source) }));

process.stdout.write(JSON.stringify(rows));
