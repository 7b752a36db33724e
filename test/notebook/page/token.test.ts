import { describe, expect, test } from "vitest";
import { findTokens, isTokenForm, tokenForms } from "../../../src/notebook/page/tokens.ts";

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
