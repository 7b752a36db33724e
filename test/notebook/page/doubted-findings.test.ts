import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { doubtedFindings } from "../../../src/notebook/page/checks/page-parts.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { findingFigures } from "../../../src/notebook/page/site.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures } from "../../story.ts";

const notebook = realNotebook();

/** The notebook after an update: some figures have another value. */
function updated(values: Readonly<Record<string, number>>): Notebook {
  const { figures } = notebook.tables;
  const rows = figures.rows.map((row) => (row.id in values ? { ...row, value: values[row.id] ?? null } : row));
  return { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows } } };
}

const page = "---\ntitle: T\n---\n\n# The reserve depends\n\nText.\n\n```figure reserves-by-source\n```\n";
const faults = (file: string, text: string, book: Notebook): string[] =>
  doubtedFindings(file, text, book).map(formatFault);

describe("a finding in a title", () => {
  test("that the data bear out is no fault", () => {
    expect(faults("src/reserves-vs-output.md", page, notebook)).toEqual([]);
  });

  test("that an update no longer bears out is a fault that names page, line and figure, and so is the page's own", () => {
    const book = updated({ "izvestia.reserves-ministry": 20e6 });
    expect(faults("src/reserves-vs-output.md", page, book)).toEqual([
      "src/reserves-vs-output.md:9:1 the data no longer bear out “Russian officials count a reserve seven and a half times the US survey’s” (figure reserves-by-source): the Russian counts are not all the same multiple of the survey’s; mend the title in src/figures/reserves-by-source.ts, or the record",
      "src/reserves-vs-output.md:5:1 the finding of this page rests on figure reserves-by-source, and there the Russian counts are not all the same multiple of the survey’s; mend the heading here and the finding in src/notebook/page/site.ts, or the record"
    ]);
  });

  test("on a page that says nothing of the kind is a fault of the figure alone", () => {
    expect(faults("src/methods.md", page, updated({ "izvestia.reserves-ministry": 20e6 }))).toHaveLength(1);
  });

  test("of a figure that there is not, or that cannot be made, is left to other rules", () => {
    expect(faults("src/methods.md", "```figure no-such\n```\n", notebook)).toEqual([]);
    const { figures } = notebook.tables;
    const empty = { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows: [] } } };
    expect(faults("src/reserves-vs-output.md", page, empty)).toEqual([]);
  });
});

test("pages rest on figures that there are", () => {
  const names = figures.map(({ name }) => name);
  expect(
    Object.values(findingFigures)
      .flat()
      .filter((name) => !names.includes(name))
  ).toEqual([]);
});

test.each(figures.map((chart) => [chart.name, chart] as const))("%s holds on the ledger as it is", (_, chart) => {
  expect(chart.doubts(chart.select(notebook.tables))).toEqual([]);
});
