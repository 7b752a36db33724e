import { describe, expect, test } from "vitest";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { type Change, faultLines, minimalFiles } from "./minimal-ledger.ts";

/** One fault of a file or of a record hides no other of it. */

const places = (...changes: Change[]): string[] =>
  faultLines(...changes).map((line) => line.replace(/^data\/ledger\/|; .*$/g, ""));

const refused: Change = {
  file: "gazette",
  replace: "value: 28.5\n    unit: Mt\n    period: null\n    status: stated\n    speaker: minister",
  with: ""
};

describe("a value that a record cannot have", () => {
  const with_ = (fields: string): Change => ({ ...refused, with: fields });

  test("hides no name that leads nowhere, in the same record", () => {
    expect(
      places(with_("value: 28.5\n    unit: Mtt\n    period: null\n    status: statd\n    speaker: ministr"))
    ).toEqual([
      'gazette.yaml:26:11 "Mtt" is not among the units',
      'gazette.yaml:28:13 "status" cannot be "statd"',
      'gazette.yaml:29:14 "ministr" is not among the speakers'
    ]);
  });

  test("hides neither a date that there is not nor too many words, and none is told for what stands in", () => {
    const long = Array.from({ length: 30 }, () => "word").join(" ");
    expect(
      places(with_('valu: 28.5\n    unit: Mt\n    period: "2024-13"\n    status: stated\n    speaker: minister'), {
        file: "gazette",
        replace: "The minister names the reserves.",
        with: long
      })
    ).toEqual([
      expect.stringMatching(/^gazette\.yaml:25:11 unknown field "valu"/),
      expect.stringMatching(/^gazette\.yaml:27:13 .*2024-13/),
      expect.stringMatching(/^gazette\.yaml:32:11 .*30 words/)
    ]);
  });

  test("of a source’s own hides none of its other fields", () => {
    expect(
      places(
        { file: "gazette", replace: "language: en", with: "language: [en]" },
        { file: "gazette", replace: "kind: trade-press", with: "kind: trade-pres" },
        { file: "gazette", replace: 'date: "2025-03-31"', with: 'date: "2025-03-32"' }
      )
    ).toEqual([
      'gazette.yaml:5:9 "trade-pres" is not among the kinds',
      'gazette.yaml:7:3 "language" is ["en"]',
      expect.stringMatching(/^gazette\.yaml:12:11 .*2025-03-32/)
    ]);
  });

  test("stays out of the ledger, and what names its record is no second fault", () => {
    const { ledger, mended } = parseLedger(
      minimalFiles(with_("value: x\n    unit: Mt\n    status: stated\n    speaker: minister"))
    );
    const ids = (of: typeof ledger) => of.sources.flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(ids(ledger)).not.toContain("gazette.reserves");
    expect(mended && ids(mended.ledger)).toContain("gazette.reserves");
  });
});

describe("a slip in YAML", () => {
  const unquoted: Change = { file: "gazette", replace: "printed: 2,500 tons", with: "printed: a: b" };

  test("hides neither another nor what else is wrong in its file, and nothing in others", () => {
    expect(
      places(
        { file: "gazette", replace: "printed: 28.5 million tons", with: 'printed: "28.5 million tons' },
        unquoted,
        { file: "gazette", replace: "stance: favourable", with: "stance: favourabl" },
        { file: "gazette", replace: "publisher: gazette-outlet", with: "publisher: gazette-outlt" },
        { file: "places", replace: "type: world", with: "type: word" }
      )
    ).toEqual([
      'gazette.yaml:4:14 "gazette-outlt" is not among the speakers',
      expect.stringMatching(/^gazette\.yaml:\d+:\d+ is not valid YAML: Missing closing "quote/),
      expect.stringMatching(/^gazette\.yaml:36:14 is not valid YAML: Nested mappings are not allowed/),
      'gazette.yaml:55:13 "stance" cannot be "favourabl"',
      'places.yaml:2:37 "word" is not among the place_types'
    ]);
  });

  test("is told in the record that it is in, where a quotation mark is left open", () => {
    const [line = ""] = places({
      file: "gazette",
      replace: "printed: 28.5 million tons",
      with: 'printed: "28.5 million tons'
    });
    const at = Number(line.split(":")[1]);
    expect(at).toBeGreaterThanOrEqual(19);
    expect(at).toBeLessThanOrEqual(34);
  });

  test("in what a file says of its source hides nothing of its records", () => {
    expect(
      places(
        { file: "gazette", replace: "  title: How much is there?", with: "  title: How much: is there?" },
        { file: "gazette", replace: "stance: favourable", with: "stance: favourabl" }
      )
    ).toEqual([
      expect.stringMatching(/^gazette\.yaml:3:\d+ is not valid YAML/),
      'gazette.yaml:55:13 "stance" cannot be "favourabl"'
    ]);
  });

  test("leaves the record out, and the others in", () => {
    const { ledger, unread } = parseLedger(minimalFiles(unquoted));
    const [gazette] = ledger.sources.filter(({ id }) => id === "gazette");
    expect(gazette?.figures.map(({ id }) => id)).toEqual(["gazette.reserves"]);
    expect(unread.ids).toContain("gazette.production");
  });
});
