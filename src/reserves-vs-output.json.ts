import { loadTable } from "./notebook/index.ts";

// What the ledger holds of Russia's rare earths in tonnes, each with the title of its source.
const sources = new Map((await loadTable("sources")).map(({ id, title }) => [id, title]));
const figures = await loadTable("figures");

const russian = figures.filter(
  (row) => row.subject === "russia" && row.material === "rare-earths" && row.value !== null && row.unit.startsWith("t")
);

// The survey's count of an older year is superseded by its newest, also where a page relays it and no table does.
const surveyed = (row: (typeof figures)[number]) => row.metric === "reserves" && row.basis === "usgs-reserves";
const newest = russian
  .filter(surveyed)
  .reduce((latest, { period }) => ((period ?? "") > latest ? (period ?? "") : latest), "");

const rows = russian.map((row) => ({
  ...row,
  current: row.current && !(surveyed(row) && row.period !== null && row.period < newest),
  source_title: sources.get(row.source)
}));

process.stdout.write(JSON.stringify(rows));
