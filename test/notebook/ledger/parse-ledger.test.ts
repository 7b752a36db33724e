import { describe, expect, test } from "vitest";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { faultLines, minimalFiles, minimalLedger } from "./minimal-ledger.ts";
import { refusedBySchema } from "./refused-by-schema.ts";

describe("the schema refuses", () => {
  test.each(refusedBySchema.map((one): [string, (typeof refusedBySchema)[number]] => [one.what, one]))(
    "%s",
    (_, one) => {
      expect(faultLines(one)).toEqual([one.line]);
    }
  );

  test("a file that is no mapping", () => {
    const { faults } = parseLedger([{ path: "data/ledger/places.yaml", text: "- world\n- russia\n" }]);
    expect(faults).toEqual([
      {
        file: "data/ledger/places.yaml",
        line: 1,
        column: 1,
        message: "is not a mapping",
        remedy: "start it with places"
      }
    ]);
  });

  test("a file without a list that it needs, and none that lacks what there is nothing of", () => {
    const { faults, ledger } = parseLedger([
      { path: "data/ledger/vocabulary.yaml", text: "kinds: []\nmetrics: []\n" },
      { path: "data/ledger/verdicts.yaml", text: "nothing_to_compare: []\n" }
    ]);
    expect(faults).toEqual([
      {
        file: "data/ledger/vocabulary.yaml",
        line: 1,
        column: 1,
        message: 'lacks "units"',
        remedy: 'add "units:", with [] where there is nothing to list'
      }
    ]);
    expect(ledger.vocabulary.bases.map(({ id }) => id)).toEqual(["not-stated"]);
  });

  test("an empty file", () => {
    const { faults } = parseLedger([{ path: "data/ledger/gazette.yaml", text: "" }]);
    expect(faults).toMatchObject([
      { line: 1, column: 1, message: "is not a mapping", remedy: "start it with source, figures, positions, left_out" }
    ]);
  });
});

describe("ten faults of one run", () => {
  const lines = faultLines(
    { file: "gazette", replace: "    value: 28.5\n", with: "    value: 29\n" },
    { file: "gazette", replace: "    metric: production\n", with: "    metric: prodution\n" },
    { file: "gazette", replace: "    paragraph: 4\n", with: "    paragraph: four\n" },
    { file: "gazette", replace: "stance: favourable", with: "stance: fond" },
    { file: "events", replace: '"2025-02-24"', with: '"2025-02-30"' },
    { file: "events", replace: "places: [russia]", with: "places: [rusia]" },
    { file: "places", replace: "id: russia,", with: "id: world," },
    { file: "relay", replace: "    unit: Mt\n", with: "    unit: t/yr\n" },
    { file: "relay", replace: 'comparator: "<"', with: 'comparator: ">"' },
    { file: "relay", replace: "voice: authorial\n    says", with: "voice: authorial\n    sais" },
    { file: "speakers", replace: "speakers:\n", with: "speakers: [\n" }
  );

  test("come together, each in one line with its place and remedy", () => {
    expect(lines.length).toBeGreaterThanOrEqual(10);
    for (const line of lines) expect(line).toMatch(/^data\/ledger\/[a-z]+\.yaml:\d+:\d+ [^\n]+; [^\n]+$/);
  });

  test("are of every file that has one, in order of file, line and column", () => {
    const places = lines.map((line) => {
      const [file = "", row, column] = line.split(" ", 1)[0]?.split(":") ?? [];
      return { file, at: Number(row) * 1000 + Number(column) };
    });
    expect([...new Set(places.map(({ file }) => file))]).toEqual(
      ["comparisons", "events", "gazette", "places", "relay", "speakers"].map((name) => `data/ledger/${name}.yaml`)
    );
    for (const [i, place] of places.entries()) {
      const before = places[i - 1];
      if (before?.file === place.file) expect(before.at).toBeLessThanOrEqual(place.at);
    }
  });

  test("come in the same order whichever file is read first", () => {
    const forth = parseLedger(minimalFiles()).ledger;
    const back = parseLedger(minimalFiles().reverse()).ledger;
    expect(back).toEqual(forth);
  });
});

describe("a sound ledger", () => {
  const ledger = minimalLedger();

  test("is read as it is written", () => {
    expect(ledger.sources.map(({ id, figures, positions, left_out }) => [id, figures, positions, left_out])).toEqual([
      [
        "gazette",
        expect.any(Array),
        expect.any(Array),
        [{ paragraph: 1, printed: "1234", reason: expect.any(String) }]
      ],
      ["relay", expect.any(Array), expect.any(Array), []],
      ["survey-2025", expect.any(Array), [], []],
      ["survey-2026", expect.any(Array), [], []]
    ]);
    expect(ledger.sources[0]?.figures[0]).toMatchObject({
      id: "gazette.reserves",
      value: 28.5,
      unit: "Mt",
      also: [5, { paragraph: 7, printed: "28.5 Mt" }]
    });
    expect(ledger.vocabulary.topics.map(({ id }) => id)).toEqual(["reserves", "press"]);
  });

  test("knows where each of its records stands", () => {
    const parsed = parseLedger(minimalFiles());
    const figure = parsed.ledger.sources[0]?.figures[1];
    if (!figure) throw new Error("the minimal ledger has a second figure");
    const { document, path } = parsed.locations.get(figure) ?? {};
    expect(document?.file).toBe("data/ledger/gazette.yaml");
    expect(path).toEqual(["figures", 1]);
  });

  test("takes a publication whose name ends like a shared file's for a publication", () => {
    const [relay] = minimalFiles().filter(({ path }) => path.endsWith("relay.yaml"));
    const { ledger, faults } = parseLedger([{ path: "data/ledger/far-places.yaml", text: relay?.text ?? "" }]);
    expect(faults).toEqual([]);
    expect(ledger.sources.map(({ id }) => id)).toEqual(["relay"]);
  });

  test("gives the same records again for a file that has not changed, and new ones for one that has", () => {
    const before = parseLedger(minimalFiles()).ledger;
    const after = parseLedger(minimalFiles({ file: "relay", replace: "value: 3.8", with: "value: 3.9" })).ledger;
    expect(after.sources[0]).toBe(before.sources[0]);
    expect(after.sources[1]).not.toBe(before.sources[1]);
    expect(after.sources[1]?.figures[0]?.value).toBe(3.9);
  });
});
