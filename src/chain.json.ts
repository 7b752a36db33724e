import { loadTable } from "./notebook/index.ts";

// The positions that name an obstacle between ore and magnet.
const rows = (await loadTable("positions")).filter(
  ({ obstacle, subject }) => obstacle !== null && subject === "russia"
);

process.stdout.write(JSON.stringify(rows));
