import { expect, test } from "vitest";
import { type Model, type Recorded, startValues, withRecords } from "../../../src/notebook/kit/model.ts";
import { canvas } from "./canvas.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const records = tablesOf({
  figures: [
    figureRow({ id: "paper.goal", low: 40, value: 40, high: 40, unit: "t", period: "2030/2035" }),
    figureRow({ id: "paper.span", low: 40, value: null, high: 60, unit: "t", period: null })
  ]
});

const modelWith = (goal: Recorded): Model<string> => ({
  name: "goal",
  title: "The goal",
  subtitle: "In tonnes",
  question: "What if it is {goal}?",
  answer: "It is {goal}.",
  repeats: "paper.goal",
  inputs: [],
  fixed: { goal },
  notes: [],
  results: () => ({}),
  amounts: () => [],
  height: () => 100,
  draw: () => canvas("sm").document.createElement("div")
});
const start = (record: string, as: Recorded["as"]) => startValues(modelWith({ record, as }), records);

test("what is fixed is a record’s number or the year that it begins with", () => {
  expect(start("paper.goal", "number")).toEqual({ goal: 40 });
  expect(start("paper.goal", "year")).toEqual({ goal: 2030 });
});

test("a record without one number, without a year, or that is not there, is named", () => {
  expect(() => start("paper.span", "number")).toThrow(
    'the model "goal" needs one value of "paper.span", which has none'
  );
  expect(() => start("paper.span", "year")).toThrow('the model "goal" needs the year of "paper.span", which has none');
  expect(() => start("paper.lost", "number")).toThrow('the model "goal" needs "paper.lost"');
});

test("a model whose records are called otherwise starts at those", () => {
  const renamed = withRecords(modelWith({ record: "paper.goal", as: "number" }), (id) => `other.${id}`);
  expect(renamed).toMatchObject({ repeats: "other.paper.goal", fixed: { goal: { record: "other.paper.goal" } } });
});
