import { makeNotebook } from "../../../src/notebook/page/notebook.ts";
import { bytesOf } from "../../../src/notebook/page/published-file.ts";
import { tableFiles } from "../../../src/notebook/page/table-files.ts";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "../tables/figure-row.ts";

const words = ["says that", "counts how", "is told by", "asks whether", "denies how"];
/** The rows of a table of fifty thousand figures. */
export const rows = Array.from({ length: 51_000 }, (_, record) => {
  const [metric, subject] = [record % 4, Math.floor(record / 4) % 100];
  return figureRow({
    id: `s${Math.floor(record / 100)}.r${record}`,
    source: `s${Math.floor(record / 100)}`,
    source_name: `Source ${Math.floor(record / 100)}`,
    printed: String(1000 + ((record * 7919) % 90_000)),
    metric: `metric-${metric}`,
    metric_label: `metric ${metric}`,
    subject: `place-${subject}`,
    subject_name: `Place ${subject}`,
    value: 1000 + ((record * 7919) % 90_000),
    period: record % 97 === 0 ? null : String(1970 + (Math.floor(record / 400) % 50)),
    form: record % 3 === 0 ? null : "oxide",
    status: record % 5 === 0 ? "forecast" : "stated",
    says: `Source ${record} ${words[record % 5]} many there were in the place and year ${(record * 104_729) % 99_991}.`
  });
});

const notebook = makeNotebook(minimalLedger(), { figures: [], models: [] });
const figures = { ...compileFigures(minimalLedger()), rows };
const published = tableFiles({ ...notebook, tables: { ...notebook.tables, figures } });

/** A file of the table, as it is published. */
export const bytes = (path: string): Buffer => {
  const file = published.find((one) => one.path === path);
  if (!file) throw new Error(`${path} is not published`);
  return bytesOf(file);
};
