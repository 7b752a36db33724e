import { describe, expect, test } from "vitest";
import { startValues } from "../../../src/notebook/kit/model.ts";
import { exact } from "../../../src/notebook/ledger/amounts.ts";
import { printedNumbers } from "../../../src/notebook/ledger/text/numbers.ts";
import { makeNotebook } from "../../../src/notebook/page/notebook.ts";
import type { Tables } from "../../../src/notebook/tables/tables.ts";
import { grown, hasNumber, type Move, perturbed, thinned } from "../../notebook/build/perturbation/perturb.ts";
import { testedParsedLedger } from "../../real-ledger.ts";
import { figures, models, site, story } from "../../story.ts";

/**
 * A number in the words of a figure or model that stays whatever is moved in the ledger is typed by hand, and would outlive what
 * it repeats. What may stay is a year, a small whole number, and what is
 * declared here.
 */
const declared: Readonly<Record<string, { numbers: readonly string[]; why: string }>> = {
  "deposits-map": { numbers: ["146"], why: "The number of a record, by which the survey’s catalogue calls it." },
  "us-imports-from-russia": { numbers: ["2846"], why: "A heading of the tariff, which is a name." }
};

const ledger = testedParsedLedger();
const factors = new Map(ledger.ledger.vocabulary.units.map(({ id, factor }) => [id, factor]));

/** A power of the amount keeps every order, moves equal amounts alike, and changes ratios; shares get lower, to stay shares. */
const power =
  (exponent: number): Move =>
  (value, { unit }) => {
    const amount = Math.abs(value * (factors.get(unit) ?? 1));
    const factor = amount === 0 ? 1 : (amount + 1) ** (unit === "%" ? -exponent : exponent);
    return exact(Number((value * factor).toPrecision(6)));
  };

/** All moved by one factor; each by its own; and nothing moved, but records made more or fewer. */
const others = [
  ...[(value: number) => exact(value * 1.37), power(0.02), power(0.12)].map((move) =>
    perturbed(ledger, hasNumber, move)
  ),
  ...[1, 2, 3, 4, 5].flatMap((seed) => [grown(ledger, seed), thinned(ledger, seed)])
];
const tables = makeNotebook(ledger.ledger, story, site).tables;
const moved = others.map((one) => makeNotebook(one.ledger, story, site).tables);

type Words = (of: Tables) => string[];

const words: [name: string, words: Words][] = [
  ...figures.map((figure): [string, Words] => [
    figure.name,
    (of) => {
      const { title, subtitle, howToRead = "", description, notes } = figure.words(figure.select(of));
      return [title, subtitle, howToRead, description, ...notes];
    }
  ]),
  ...models.map((model): [string, Words] => [
    model.name,
    (of) => [model.title, model.subtitle, ...Object.values(model.results(startValues(model, of))), ...model.notes]
  ])
];

const isYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number);

/** Numbers but for years, small whole ones and halves, which are ordinary language, and which two counts have by chance. */
const numbersIn = (text: string): string[] =>
  printedNumbers(text)
    .map(({ value, start, end }) => ({ value, typed: text.slice(start, end) }))
    .filter(({ value, typed }) => (value > 5 || (!Number.isInteger(value) && /\d/.test(typed))) && !isYear(typed))
    .map(({ typed }) => typed);

/** The words for other tables, or none where these bear no words at all. */
function orNone(make: Words, of: Tables): string[] {
  try {
    return make(of);
  } catch {
    return [];
  }
}

/** Whether a number is still in its place; in a text of more or fewer numbers, whether it is anywhere. */
function staysIn(other: string, number: string, index: number, text: string): boolean {
  const numbers = numbersIn(other);
  return numbers.length === numbersIn(text).length ? numbers[index] === number : numbers.includes(number);
}

describe("no number is typed by hand in the words of", () => {
  test.each(words)("%s", (name, make) => {
    const told = moved.map((of) => orNone(make, of)).filter((texts) => texts.length > 0);
    expect(told.length).toBeGreaterThan(1);
    const stay = make(tables).flatMap((text, place) =>
      numbersIn(text).filter((number, index) => told.every((texts) => staysIn(texts[place] ?? "", number, index, text)))
    );
    expect(new Set(stay)).toEqual(new Set(declared[name]?.numbers ?? []));
  });
});
