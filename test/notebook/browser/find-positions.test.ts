import { describe, expect, test } from "vitest";
import { anything, countsOf, fitting, narrows, sharedTopics, sorted } from "../../../src/notebook/browser/positions.ts";
import type { Stance } from "../../../src/notebook/ledger/schema.ts";

const position = (topic: string, stance: Stance, paraphrase: string) => ({
  topic,
  stance,
  paraphrase,
  voice: "quoted",
  kind: "industry expert",
  for: "none",
  country: "RU",
  outlet: "trade press"
});
const cheap = position("Cost", "favourable", "It is cheap.");
const dear = position("Cost", "sceptical", "It is dear.");
const far = position("Political risk", "sceptical", "Peace is far away.");
const positions = [cheap, dear, far];

describe("a wish", () => {
  test("leaves what fits in every facet and in words", () => {
    expect(fitting(positions, anything)).toEqual(positions);
    expect(fitting(positions, { ...anything, topic: "Cost", stance: "sceptical" })).toEqual([dear]);
    expect(fitting(positions, { ...anything, stance: "sceptical", find: "far" })).toEqual([far]);
    expect(fitting(positions, { ...anything, country: "US" })).toEqual([]);
  });
  test("tells what each value of a facet would leave, whatever is chosen in that facet now", () => {
    const counts = countsOf(positions, { ...anything, topic: "Cost", stance: "favourable" }, "topic");
    expect([...counts]).toEqual([["Cost", 1]]);
    expect([...countsOf(positions, { ...anything, topic: "Cost" }, "stance")]).toEqual([
      ["favourable", 1],
      ["sceptical", 1]
    ]);
  });
  test("narrows by words and facets, not by order", () => {
    expect(narrows({ ...anything, order: "name" })).toBe(false);
    expect(narrows({ ...anything, find: "x" })).toBe(true);
    expect(narrows({ ...anything, outlet: "trade press" })).toBe(true);
  });
});

describe("an order of speakers", () => {
  const anna = { name: "Anna" };
  const boris = { name: "Boris" };
  const clara = { name: "Clara" };
  const speakers = new Map([
    [clara, [dear, far]],
    [boris, [cheap]],
    [anna, [far]]
  ]);
  test.each([
    ["", [clara, boris, anna]],
    ["unknown", [clara, boris, anna]],
    ["name", [anna, boris, clara]],
    ["most", [clara, anna, boris]],
    ["favourable", [boris, anna, clara]],
    ["sceptical", [clara, anna, boris]]
  ])("%s", (order, expected) => {
    expect(sorted(speakers, order)).toEqual(expected);
  });
});

describe("two speakers", () => {
  const topics = ["China", "Cost", "Political risk"];

  test("share a stance, part on others, or speak on nothing in common", () => {
    expect(sharedTopics([dear, far], [cheap, far], topics)).toBe(
      "Same stance: Political risk. Different stance: Cost."
    );
    expect(sharedTopics([dear], [far], topics)).toBe("They speak on no topic in common.");
  });

  test("have their topics named in the order of the page, whoever speaks of which first", () => {
    expect(sharedTopics([far, dear], [dear, far], topics)).toBe("Same stance: Cost, Political risk.");
  });
});
