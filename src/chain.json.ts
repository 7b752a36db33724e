import { loadTable } from "./notebook/index.ts";

// The positions that name an obstacle between ore and magnet.
const rows = (await loadTable("positions")).filter(({ obstacle }) => obstacle !== null);

process.stdout.write(JSON.stringify(rows));
