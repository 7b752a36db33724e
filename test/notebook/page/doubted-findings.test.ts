import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { doubtedFindings } from "../../../src/notebook/page/checks/page-parts.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures } from "../../story.ts";

const notebook = realNotebook();

/** The notebook after an update: some figures have another value. */
function updated(values: Readonly<Record<string, number>>): Notebook {
  const { figures } = notebook.tables;
  const rows = figures.rows.map((row) => (row.id in values ? { ...row, value: values[row.id] ?? null } : row));
  return { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows } } };
}

const resting = ["reserves-by-source"];
const page = "---\ntitle: T\n---\n\n# The reserve depends\n\nText.\n\n```figure reserves-by-source\n```\n";
const faults = (text: string, restsOn: readonly string[], book: Notebook): string[] =>
  doubtedFindings({ file: "src/page.md", text, restsOn }, book).map(formatFault);

describe("a finding in a title", () => {
  test("that the data bear out is no fault", () => {
    expect(faults(page, resting, notebook)).toEqual([]);
  });

  test("that an update no longer bears out is a fault that names page, line and figure, and so is the page's own", () => {
    const book = updated({ "izvestia.reserves-ministry": 20e6 });
    expect(faults(page, resting, book)).toEqual([
      "src/page.md:9:1 the data no longer bear out “Russian officials count a reserve seven and a half times the US survey’s”: 20\u00a0million\u00a0tonnes, Ministry of Natural Resources, in Izvestia, is another multiple of the survey’s count; mend the title in src/figures/reserves-by-source.ts, or the record",
      "src/page.md:5:1 the finding of this page rests on figure reserves-by-source, and there 20\u00a0million\u00a0tonnes, Ministry of Natural Resources, in Izvestia, is another multiple of the survey’s count; mend the heading here and the finding in the front matter, or the record"
    ]);
  });

  test("on a page that says nothing of the kind is a fault of the figure alone", () => {
    expect(faults(page, [], updated({ "izvestia.reserves-ministry": 20e6 }))).toHaveLength(1);
  });

  test("of a figure that there is not, or that cannot be made, is left to other rules", () => {
    expect(faults("```figure no-such\n```\n", ["no-such"], notebook)).toEqual([]);
    const { figures } = notebook.tables;
    const empty = { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows: [] } } };
    expect(faults(page, resting, empty)).toEqual([]);
  });
});

test.each(figures.map((figure) => [figure.name, figure] as const))("%s holds on the ledger as it is", (_, figure) => {
  expect(figure.doubts(figure.select(notebook.tables))).toEqual([]);
});
