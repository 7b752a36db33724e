import { describe, expect, test } from "vitest";
import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { type Change, minimalFiles, minimalLedger } from "./minimal-ledger.ts";

/** The next edition of the survey, which prints what the correction of the one before says holds. */
const confirming = {
  path: "data/ledger/survey-2027.yaml",
  text: (minimalFiles().find(({ path }) => path.endsWith("survey-2026.yaml"))?.text ?? "")
    .replace(/corrections:[\s\S]*/, "corrections: []\n")
    .replaceAll("survey-2026", "survey-2027")
    .replace("supersedes: survey-2025", "supersedes: survey-2026")
    .replace('2026: ">85"', '2027: ">75"')
};

describe("a correction", () => {
  const rows = compileFigures(minimalLedger()).rows;
  const row = rows.find(({ id }) => id === "survey-2026.reserves.world.2026");

  test("puts what holds in the place of what was printed, which stays to be seen", () => {
    expect(row).toMatchObject({
      printed: ">85",
      low: 75,
      value: null,
      high: null,
      comparator: ">",
      corrected_from: 85,
      correction: "A deposit was counted twice. Corrected by the Geological Survey, 27 May 2026."
    });
  });

  test("may have a value where a bound was printed", () => {
    const plain = minimalLedger({ file: "survey-2026", replace: '    comparator: ">"\n', with: "" });
    expect(compileFigures(plain).rows.find(({ id }) => id === row?.id)).toMatchObject({
      low: 75,
      value: 75,
      high: 75,
      comparator: "=",
      corrected_from: 85
    });
  });

  test("says what was printed where that was an upper bound", () => {
    const below = minimalLedger({ file: "survey-2026", replace: '">85"', with: '"<85"' });
    expect(compileFigures(below).rows.find(({ id }) => id === row?.id)).toMatchObject({ low: 75, corrected_from: 85 });
  });

  test("leaves every other figure alone", () => {
    for (const { id, corrected_from, correction } of rows)
      if (id !== row?.id)
        expect({ id, corrected_from, correction }).toEqual({ id, corrected_from: null, correction: null });
  });
});

describe("a correction ends", () => {
  const prints = (cell: string): Change => ({ file: "survey-2026", replace: '">85"', with: cell });
  const ended = (cell: string): string[] => [
    `data/ledger/survey-2026.yaml:29:12 "survey-2026.reserves.world.2026" prints ${cell} itself, as its correction says; drop the correction: it has outlived its reason`
  ];
  const linesWith = (change: Change): string[] => checkLedger(parseLedger(minimalFiles(change))).map(formatFault);

  test("once its own edition prints what it says holds", () => {
    expect(linesWith(prints('">75"'))).toEqual(ended(">75"));
  });

  test.each([
    ["another number", '">95"'],
    ["the number without the comparator", "75"]
  ])("not where it prints %s", (_, cell) => {
    expect(linesWith(prints(cell))).toEqual([]);
  });

  test("not by a newer edition, which confirms it: the older one still prints what it printed", () => {
    expect(checkLedger(parseLedger([...minimalFiles(), confirming])).map(formatFault)).toEqual([]);
  });
});
