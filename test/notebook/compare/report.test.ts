import { expect, test } from "vitest";
import type { Difference } from "../../../src/notebook/compare/difference.ts";
import { reportOf, terminalHand } from "../../../src/notebook/compare/report.ts";

const cell = (column: string, before: string, after: string) => ({ column, before, after });
const changed = (id: string, ...cells: ReturnType<typeof cell>[]) => ({ id, what: "changed" as const, cells });

test("rows that differ for machines alone are one line of their table", () => {
  const difference: Difference = {
    tables: [
      {
        name: "figures",
        title: "Figures",
        rows: [
          changed("survey.a", cell("current", "true", "false")),
          changed("survey.b", cell("current", "true", "false")),
          changed("survey.c", cell("value", "1", "2"), cell("low", "1", "2"), cell("high", "1", "2"))
        ]
      }
    ],
    ...{ derived: [], comparisons: [], overtaken: [], mended: [], pages: [], downloads: [] }
  };
  expect(reportOf(difference, { before: "old", after: "new" }, terminalHand(false)).split("\n")).toEqual([
    "old → new: 3 rows",
    "",
    "Rows",
    "  figures survey.c changed",
    "    value: 1 → 2",
    "  figures: 2 more rows, in current alone"
  ]);
});
