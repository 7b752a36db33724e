import { describe, expect, test } from "vitest";
import { checkLedger, checks } from "../../../src/notebook/ledger/check-ledger.ts";
import { isDate } from "../../../src/notebook/ledger/checks/every-date-exists.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { type BrokenLedger, brokenLedgers } from "./broken-ledgers.ts";
import { faultLines, minimalFiles } from "./minimal-ledger.ts";

const titled = brokenLedgers.map((one): [string, BrokenLedger] => [
  `${one.check}: ${one.line.split(" ").slice(1).join(" ")}`,
  one
]);

test("every check has a case here: a new one needs a change of the minimal ledger that breaks it", () => {
  expect(Object.keys(checks).length).toBeGreaterThan(0);
  expect([...new Set(brokenLedgers.map(({ check }) => check))].sort()).toEqual(Object.keys(checks).sort());
});

test("the id of an edition begins with its release", () => {
  expect(faultLines({ file: "survey-2025", replace: "edition_of: survey", with: "edition_of: poll" })).toContainEqual(
    expect.stringContaining(
      'the id of an edition of "poll" begins with "poll-"; name the release by which "survey-2025" begins, or the edition anew'
    )
  );
});

test("a date is a day of the calendar, a month or a year, and no span of them", () => {
  const dates = ["2024-02-29", "2024-02", "2024", "2025-02-29", "2024-13", "2024/2025", "soon"];
  expect(dates.filter(isDate)).toEqual(["2024-02-29", "2024-02", "2024"]);
});

test("the minimal ledger that the cases vary has no fault", () => {
  expect(faultLines()).toEqual([]);
});

describe.each(titled)("%s", (_, { check, line, ...change }) => {
  test("is the one line that is printed, found by the check of that name and by no other", () => {
    const parsed = parseLedger(minimalFiles(change));
    expect(checkLedger(parsed).map(formatFault)).toEqual([line]);
    const found = Object.entries(checks).filter(([, find]) => find(parsed.ledger, parsed.unread).length > 0);
    expect(found.map(([name]) => name)).toEqual([check]);
  });
});

test("a record of a metric that counts another thing is a fault at its metric", () => {
  const counts = (thing: string): string[] =>
    faultLines(
      {
        file: "vocabulary",
        replace: "metrics:\n",
        with: `metrics:\n  - { id: mines, label: mines, dimension: count, counts: [${thing}], quantity: mines, description: Mines. }\n`
      },
      {
        file: "relay",
        replace: "figures:\n",
        with: 'figures:\n  - { id: relay.seventeen, paragraph: 1, printed: all 17, metric: mines, subject: russia, value: 17, unit: "1", status: stated, speaker: relay-outlet, voice: authorial, says: Russia has all 17 elements. }\n'
      }
    );
  expect(counts("mines")).toEqual([
    expect.stringMatching(
      /^data\/ledger\/relay\.yaml:\d+:\d+ "relay\.seventeen" names none of what mines counts: mines; use the metric of what it counts/
    )
  ]);
  expect(counts("elements")).toEqual([]);
});

test.each([
  ["What Russia could really make.", true],
  ["What Russia could in time produce.", true],
  ["What Russia can still make.", true],
  ["What Russia could never make.", false],
  ["What Russia says that the mines make.", false]
])("a capacity whose words are %j fits them: %s", (says, fits) => {
  const faults = faultLines(
    { file: "gazette", replace: "period: null\n    status: stated", with: "period: null\n    status: capacity" },
    { file: "gazette", replace: "The minister names the reserves.", with: says }
  );
  expect(faults.filter((line) => line.includes("say of nothing that it could be"))).toHaveLength(fits ? 0 : 1);
});

test.each([
  ["0000", "correct the year"],
  ["2024-00", "correct the month: months are 01 to 12"],
  ["2024-02-30", "correct the day: 2024-02 has the days 01 to 29"],
  ["2024-04-31", "correct the day: 2024-04 has the days 01 to 30"]
])("of the date %s it is said what does not exist: %s", (date, remedy) => {
  expect(faultLines({ file: "gazette", replace: 'period: "2024"', with: `period: "${date}"` })).toEqual([
    expect.stringContaining(`there is no date "${date}"; ${remedy}`)
  ]);
});

describe("a reference to a record that is there but faulty is no second fault", () => {
  test("of one record", () => {
    expect(
      faultLines({ file: "speakers", replace: "name: Geological Survey", with: "nam: Geological Survey" })
    ).toEqual([
      'data/ledger/speakers.yaml:4:5 "name" is missing; add it to the record; it must be text',
      'data/ledger/speakers.yaml:4:24 unknown field "nam"; did you mean "name"?'
    ]);
  });

  test("of a whole file that is no YAML", () => {
    const lines = faultLines({
      file: "speakers",
      replace: "name: Geological Survey",
      with: "name: Geological: Survey"
    });
    expect(lines.map((line) => line.split(":")[0])).toEqual(lines.map(() => "data/ledger/speakers.yaml"));
    expect(lines).not.toEqual([]);
  });

  test("of a publication whose identity is faulty", () => {
    expect(faultLines({ file: "gazette", replace: "language: en", with: "language: English" })).toEqual([
      'data/ledger/gazette.yaml:7:13 "language" is "English"; a language is its two-letter ISO code'
    ]);
  });
});

test("a number printed as Russian has it contains its value, in a Russian text alone", () => {
  const found = (language: string) => {
    const { ledger } = parseLedger(minimalFiles());
    const sources = ledger.sources.map((source) => ({
      ...source,
      language,
      figures: source.figures
        .filter(({ id }) => id === "gazette.reserves")
        .map((figure) => ({ ...figure, printed: "двадцать восемь с половиной млн тонн" }))
    }));
    return checks["printed-figure-contains-its-value"]({ ...ledger, sources }).map(({ field }) => field);
  };
  expect(found("ru")).toEqual([]);
  expect(found("en")).toEqual([["value"]]);
});

test.each([
  ["One in Five", "en", 20],
  ["three out of four", "en", 75],
  ["every tenth", "en", 10],
  ["каждый пятый", "ru", 20],
  ["один из пяти", "ru", 20]
])("the share that is printed as “%s” is what it comes to in per cent", (printed, language, value) => {
  const found = (per: number) => {
    const { ledger } = parseLedger(minimalFiles());
    const sources = ledger.sources.map((source) => ({
      ...source,
      language,
      figures: source.figures
        .filter(({ id }) => id === "gazette.reserves")
        .map((figure) => ({ ...figure, printed, value: per, unit: "%" }))
    }));
    return checks["printed-figure-contains-its-value"]({ ...ledger, sources }).map(({ field }) => field);
  };
  expect(found(value)).toEqual([]);
  expect(found(value + 1)).toEqual([["value"]]);
});
