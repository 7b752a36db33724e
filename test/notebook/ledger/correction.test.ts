import { describe, expect, test } from "vitest";
import { checkLedger, overtakenRecords, recordFaults } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { minimalFiles, minimalLedger } from "./minimal-ledger.ts";

/** A later edition of the survey that prints these reserves. */
const edition = (year: number, supersedes: string, cell: string, unit = "t") => ({
  path: `data/ledger/survey-${year}.yaml`,
  text: (minimalFiles().find(({ path }) => path.endsWith("survey-2026.yaml"))?.text ?? "")
    .replace(/corrections:[\s\S]*/, "corrections: []\n")
    .replaceAll("survey-2026", `survey-${year}`)
    .replace("supersedes: survey-2025", `supersedes: ${supersedes}`)
    .replace("edition_of: survey", supersedes === "null" ? "country: US" : "edition_of: survey")
    .replace('2026: ">85"', `${year}: ${cell}`)
    .replace("unit: t\n", `unit: ${unit}\n`)
});

const linesWith = (...later: { path: string; text: string }[]): string[] =>
  checkLedger(parseLedger([...minimalFiles(), ...later])).map(formatFault);

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

  test("leaves every other figure alone", () => {
    for (const { id, corrected_from, correction } of rows)
      if (id !== row?.id)
        expect({ id, corrected_from, correction }).toEqual({ id, corrected_from: null, correction: null });
  });
});

describe("a newer edition", () => {
  const outlived = (printer: string): string[] => [
    `data/ledger/survey-2026.yaml:29:12 "${printer}" prints >75, as the correction of "survey-2026.reserves.world.2026" says; drop the correction: it has outlived its reason`
  ];

  test("that prints what the correction says holds ends it", () => {
    expect(linesWith(edition(2027, "survey-2026", '">75"'))).toEqual(outlived("survey-2027.reserves.world.2027"));
  });

  test("is no fault of a record: nothing is left out for it", () => {
    const parsed = parseLedger([...minimalFiles(), edition(2027, "survey-2026", '">75"')]);
    expect(recordFaults(parsed)).toEqual([]);
    expect(overtakenRecords(parsed).map(formatFault)).toEqual(outlived("survey-2027.reserves.world.2027"));
  });

  test("ends it also two editions on", () => {
    const later = [edition(2027, "survey-2026", "NA"), edition(2028, "survey-2027", '">75"')];
    expect(linesWith(...later)).toEqual(outlived("survey-2028.reserves.world.2028"));
  });

  test("ends it also in another unit", () => {
    expect(linesWith(edition(2027, "survey-2026", '">0.000075"', "Mt"))).toEqual([
      expect.stringContaining('"survey-2027.reserves.world.2027" prints >0.000075, as the correction')
    ]);
  });

  test.each([
    ["prints another number", edition(2027, "survey-2026", '">85"')],
    ["prints the number without the comparator", edition(2027, "survey-2026", "75")],
    ["prints nothing", edition(2027, "survey-2026", "NA")],
    ["supersedes nothing", edition(2027, "null", '">75"')]
  ])("that %s leaves it standing", (_, later) => {
    expect(linesWith(later)).toEqual([]);
  });
});

test("editions that supersede each other in a ring are a fault of each, and end no check in a loop", () => {
  const ring = minimalFiles({ file: "survey-2025", replace: "supersedes: null", with: "supersedes: survey-2026" });
  expect(checkLedger(parseLedger(ring)).map(formatFault)).toEqual([
    'data/ledger/survey-2025.yaml:13:15 the editions before "survey-2025" lead back to it; let the first edition supersede null',
    'data/ledger/survey-2026.yaml:13:15 the editions before "survey-2026" lead back to it; let the first edition supersede null'
  ]);
});
