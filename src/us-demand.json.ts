import { loadTable } from "./notebook/index.ts";

// The cells of American statistics on rare earths that are for one year and in tonnes a year.
const figures = await loadTable("figures");

const rows = figures
  .filter((row) => row.subject === "united-states" && row.material === "rare-earths" && row.series !== null)
  .filter((row) => row.value !== null && row.unit === "t/yr" && /^\d{4}$/.test(row.period ?? ""))
  // Hundreds of rows of sixty columns would be half a megabyte: the page takes what its cells read.
  .map(({ id, source, edition, basis_label, period, printed, value }) => ({
    id,
    source,
    edition,
    basis_label,
    period,
    printed,
    value
  }));

process.stdout.write(JSON.stringify(rows));
