import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { checkPage } from "../../../src/notebook/page/checks/page-parts.ts";
import { expandTokens, findTokens, isTokenForm, tokenForms } from "../../../src/notebook/page/tokens.ts";
import { minimalNotebook } from "./notebooks.ts";

describe("a token is found", () => {
  test.each([
    ["{{gazette.reserves}}", "gazette.reserves", "full"],
    ["{{gazette.reserves|number}}", "gazette.reserves", "number"],
    ["{{ gazette.reserves | short }}", "gazette.reserves", "short"],
    ["{{derived.reserve-life|nonsense}}", "derived.reserve-life", "nonsense"],
    ["{{term.reserve|reserves in the ground}}", "term.reserve", "reserves in the ground"]
  ])("%s", (text, id, form) => {
    expect(findTokens(text)).toEqual([{ id, form, start: 0, end: text.length }]);
  });

  test("at its place, in order", () => {
    const text = "From {{a.one}} to {{b.two|number}}.";
    expect(findTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(["{{a.one}}", "{{b.two|number}}"]);
  });
});

test.each(["{a.one}", "{{}}", "{{ }}", "{{a one}}", "{{a.one|number|short}}", "{{a.one|}}", "{{a.one"])(
  "%s is no token",
  (text) => {
    expect(findTokens(text)).toEqual([]);
  }
);

test("there are six forms and no other", () => {
  expect(tokenForms).toEqual(["full", "number", "thousands", "short", "printed", "year"]);
  expect(tokenForms.every(isTokenForm)).toBe(true);
  expect(["", "Number", "long"].some(isTokenForm)).toBe(false);
});

describe("a token that counts", () => {
  const notebook = minimalNotebook();

  test("is how many there are now, in words", () => {
    expect(expandTokens("{{count.publications|capitalised}} of {{count.releases}}, {{count.figures}}", notebook)).toBe(
      "Two of two, nine"
    );
    expect(expandTokens("{{count.speakers}} with {{count.positions}}, {{count.verdicts}}", notebook)).toBe(
      "two with two, one"
    );
  });

  test("of what nothing counts, or in another form, is a fault", () => {
    const lines = (text: string) => checkPage("src/page.md", text, notebook).map(formatFault);
    expect(lines("{{count.publication}}\n")).toEqual([
      'src/page.md:1:1 nothing is counted as "count.publication"; did you mean "count.publications"?'
    ]);
    expect(lines("{{count.publications|number}}\n")).toEqual([
      'src/page.md:1:1 no form of a count is called "number"; use capitalised, or none'
    ]);
  });
});
