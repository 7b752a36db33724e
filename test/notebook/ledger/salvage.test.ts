import { describe, expect, test } from "vitest";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { type Change, faultLines, minimalFiles } from "./minimal-ledger.ts";

/** One slip in a file hides no other fault of it. */

const places = (...changes: Change[]): string[] =>
  faultLines(...changes).map((line) => line.replace(/^data\/ledger\/|; .*$/g, ""));

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
