import { describe, expect, test } from "vitest";
import {
  countsOf,
  emptyQuery,
  matching,
  narrows,
  nearest,
  sorted
} from "../../../src/notebook/browser/position-query.ts";
import { sharedTopics } from "../../../src/notebook/browser/speaker-comparison.ts";
import type { Stance } from "../../../src/notebook/ledger/schema.ts";

const position = (topic: string, stance: Stance, paraphrase: string, obstacle = "") => ({
  topic,
  stance,
  paraphrase,
  obstacle,
  speaker: { name: "Anna Minister", native: "Анна" },
  voice: "quoted",
  kind: "industry expert",
  for: "none",
  country: "RU",
  outlet: "trade press"
});
const cheap = position("Cost", "favourable", "It is cheap.");
const dear = position("Cost", "sceptical", "It is dear.");
const far = position("Political risk", "sceptical", "Peace is far away.", "Obstacle: Sanctions");
const positions = [cheap, dear, far];

describe("a query", () => {
  test("leaves what fits in every facet and in words", () => {
    expect(matching(positions, emptyQuery)).toEqual(positions);
    expect(matching(positions, { ...emptyQuery, topic: "Cost", stance: "sceptical" })).toEqual([dear]);
    expect(matching(positions, { ...emptyQuery, stance: "sceptical", find: "far" })).toEqual([far]);
    expect(matching(positions, { ...emptyQuery, country: "US" })).toEqual([]);
  });
  test("looks in obstacles and in the speaker’s name in both scripts, too", () => {
    const found = (find: string) => matching(positions, { ...emptyQuery, find });
    expect(found("sanction")).toEqual([far]);
    expect(found("minister cheap")).toEqual([cheap]);
    expect(found("анна")).toEqual(positions);
    expect(found("анна sanctions cheap")).toEqual([]);
  });
  test("that nothing matches gives what comes nearest: the words elsewhere, most of them, or how they begin", () => {
    const near = (query: object) => nearest(positions, { ...emptyQuery, ...query });
    expect(near({ topic: "Cost", find: "peace" })).toEqual([far]);
    expect(near({ find: "cheap nonsense" })).toEqual([cheap]);
    expect(near({ find: "sanktions" })).toEqual([far]);
    expect(near({ find: "xylophone" })).toEqual([]);
    expect(near({ country: "US" })).toEqual([]);
  });
  test("tells what each value of a facet would leave, whatever is chosen in that facet now", () => {
    const counts = countsOf(positions, { ...emptyQuery, topic: "Cost", stance: "favourable" }, "topic");
    expect([...counts]).toEqual([["Cost", 1]]);
    expect([...countsOf(positions, { ...emptyQuery, topic: "Cost" }, "stance")]).toEqual([
      ["favourable", 1],
      ["sceptical", 1]
    ]);
  });
  test("narrows by words and facets, not by order", () => {
    expect(narrows({ ...emptyQuery, order: "name" })).toBe(false);
    expect(narrows({ ...emptyQuery, find: "x" })).toBe(true);
    expect(narrows({ ...emptyQuery, outlet: "trade press" })).toBe(true);
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
