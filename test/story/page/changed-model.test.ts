import { beforeAll, describe, expect, test } from "vitest";
import { isWithin } from "../../../src/notebook/kit/model.ts";
import { type Alternative, alternativesOf, changedModel } from "../../../src/notebook/page/alternatives.ts";
import { testedLedger, testedNotebook } from "../../real-ledger.ts";
import { models } from "../../story.ts";

const notebook = testedNotebook();
let alternatives: Alternative[];
beforeAll(() => {
  alternatives = alternativesOf(testedLedger(), notebook);
});

const under = (reserves: string, edition: string): Alternative => {
  const found = alternatives.find(({ chosen }) => chosen.reserves === reserves && chosen.edition === edition);
  if (!found) throw new Error("no such combination");
  return found;
};

test("a model starts at the reserve that its reader prefers, says so, and opens its evidence", () => {
  const changed = changedModel("life", notebook, under("ministry", "newest-edition"));
  expect(changed?.start.reserve).toBeGreaterThan(28.5);
  expect(Object.keys(changed?.given ?? {})).toEqual(["reserve"]);
  expect(changed?.given.reserve).toContain('data-fact="rex-reuters.reserves-ministry"');
  expect(changed?.given.reserve).toMatch(/, by your choice<\/span>$/);
});

test("what a reader cannot change follows the edition, number and year", () => {
  const changed = changedModel("goal", notebook, under("rosnedra", "2024"));
  expect(changed?.start).toMatchObject({ share: 12, firstYear: 2023 });
  const output = changed?.fixed["usgs-mcs-2026.mine-production.russia.2025"];
  expect(output?.record).toBe("usgs-mcs-2024.mine-production.russia.2023");
  expect(output?.texts.year).toBe("2023");
  // Both editions print the same number: it does not change.
  expect(Object.keys(output?.texts ?? {})).toEqual(["year"]);
});

test("a model that a choice does not touch is not changed", () => {
  expect(changedModel("gap", notebook, under("rosnedra", "2024"))).toBeNull();
});

describe("under every choice", () => {
  test.each(models.map((model) => [model.name, model] as const))("%s starts within its limits", (name, { inputs }) => {
    for (const alternative of alternatives) {
      const start = changedModel(name, notebook, alternative)?.start;
      if (start)
        for (const input of inputs)
          expect(isWithin(start[input.id] ?? Number.NaN, input), `${alternative.label}: ${input.id}`).toBe(true);
    }
  });
});

test("a number that stands in first is not repeated among what others say", () => {
  const line = changedModel("life", notebook, under("explored", "newest-edition"))?.given.reserve ?? "";
  const facts = [...line.matchAll(/data-fact="([^"]+)"/g)].map(([, fact]) => fact);
  expect(new Set(facts).size).toBe(facts.length);
});
