import { describe, expect, test } from "vitest";
import { printedWordsFitTheAmount } from "../../../src/notebook/ledger/checks/printed-words-fit-the-amount.ts";
import type { Ledger, Quantity, Unit } from "../../../src/notebook/ledger/schema.ts";
import { minimalLedger } from "./minimal-ledger.ts";

const ledger = minimalLedger();
const source = ledger.sources.find(({ id }) => id === "gazette");
const { value: _, ...figure } = source?.figures.find(({ id }) => id === "gazette.reserves") ?? {};

const unit = (id: string, label: string): Unit => ({
  id,
  label,
  canonical: id,
  factor: 1,
  dimension: id,
  synonyms: [],
  large: [],
  of_material: false
});

/** A vocabulary that knows money too, and a sign that has no words. */
const vocabulary: Ledger["vocabulary"] = {
  ...ledger.vocabulary,
  units: [...ledger.vocabulary.units, unit("USD", "US dollars"), unit("USD/kg", ""), unit("1", ""), unit("h", "")]
};

/** What is said of a figure of tonnes with these fields, and at which field. */
function saidOf(fields: Partial<Quantity>, language = "en", known = vocabulary) {
  if (!source) throw new Error("the minimal ledger has no such source");
  const figures = [{ ...figure, unit: "t", ...fields } as Quantity];
  return printedWordsFitTheAmount({ ...ledger, vocabulary: known, sources: [{ ...source, language, figures }] }).map(
    ({ field, message }) => [field, message]
  );
}

describe("the words before a number", () => {
  test.each<Partial<Quantity>>([
    { printed: "2,500 tons", value: 2500 },
    { printed: "about 2,500 tons", value: 2500, comparator: "~" },
    { printed: "2,500 to 3,000 tons", low: 2500, high: 3000 },
    { printed: "up to 2,500 tons", high: 2500, comparator: "<=" },
    { printed: "nearly 29 tons", value: 29, high: 29, comparator: "nearly" },
    { printed: "seven", value: 7 },
    { printed: "many tons", comparator: "unquantified" }
  ])("fit: $printed, $comparator", (fields) => {
    expect(saidOf(fields)).toEqual([]);
  });

  test("do not fit another comparator, which is named where it stands", () => {
    expect(saidOf({ printed: "about 2,500 tons", value: 2500 })).toEqual([
      [["id"], '"about 2,500 tons" reads as "~", and the record says "="']
    ]);
    expect(saidOf({ printed: "2,500 tons", value: 2500, comparator: "~" })).toEqual([
      [["comparator"], '"2,500 tons" reads as "=", and the record says "~"']
    ]);
    expect(saidOf({ printed: "seven", value: 7, comparator: "~" })).toEqual([
      [["comparator"], '"seven" reads as "=", and the record says "~"']
    ]);
  });

  test("are read in the language of the source and in English, in which a statement may be kept", () => {
    for (const [printed, language] of [
      ["около 2500 тонн", "ru"],
      ["about 2,500 tons", "ru"],
      ["about 2,500 tons", "en"]
    ] as const) {
      expect(saidOf({ printed, value: 2500, comparator: "~" }, language)).toEqual([]);
      expect(saidOf({ printed, value: 2500 }, language)).toHaveLength(1);
    }
    expect(saidOf({ printed: "семь", value: 7 }, "ru")).toEqual([]);
    expect(saidOf({ printed: "семь", value: 7, comparator: "~" }, "ru")).toHaveLength(1);
  });

  test("say nothing in a language that nobody reads here, nor where several amounts are printed, nor in a table", () => {
    expect(saidOf({ printed: "environ 2 500 tonnes", value: 2500, comparator: "~" }, "fr")).toEqual([]);
    expect(saidOf({ printed: "300 tons worth 5%", value: 300, comparator: "~" })).toEqual([]);
    expect(saidOf({ printed: "семь тонн и восемь лет", value: 7, comparator: "~" }, "ru")).toEqual([]);
    expect(saidOf({ printed: "2,500", value: 2500, comparator: "~", series: "gazette.table" })).toEqual([]);
  });
});

describe("a printed unit", () => {
  test.each<Partial<Quantity>>([
    { printed: "2,500 tons", value: 2500, unit: "t/yr" },
    { printed: "2,500 tons a year", value: 2500, unit: "t/yr" },
    { printed: "2.5 thousand tonnes a year", value: 2.5, unit: "kt/yr" },
    { printed: "28.5 million tons", value: 28.5, unit: "Mt" },
    { printed: "28.5 Mt", value: 28.5, unit: "Mt" },
    { printed: "130 dollars", value: 130, unit: "USD/kg" },
    { printed: "130 dollars per kilogram", value: 130, unit: "USD/kg" },
    { printed: "28.5 million", value: 28_500_000 },
    { printed: "130 euros", value: 130 },
    { printed: "2,500 tons", value: 2500, unit: "carats" }
  ])("fits, or nothing is known of it: $printed, in $unit", (fields) => {
    expect(saidOf(fields)).toEqual([]);
  });

  test.each<[Partial<Quantity>, string]>([
    [{ printed: "28.5 tons", value: 28.5, unit: "Mt" }, "tonnes, and the record has another amount, in million tonnes"],
    [
      { printed: "5 to 10 tons", low: 5, high: 10, unit: "Mt" },
      "tonnes, and the record has another amount, in million tonnes"
    ],
    [
      { printed: "at least 5 tons", low: 5, comparator: ">=", unit: "Mt" },
      "tonnes, and the record has another amount, in million tonnes"
    ],
    [{ printed: "12%", value: 12 }, "%, and the record has it in tonnes"],
    [{ printed: "130 dollars", value: 130 }, "US dollars, and the record has it in tonnes"],
    [{ printed: "130 dollars", value: 130, unit: "1" }, "US dollars, and the record has it in plain numbers"],
    [
      { printed: "2,500 tons per kilogram", value: 2500, unit: "t/yr" },
      "tonnes, and the record has it in tonnes a year"
    ],
    [{ printed: "5 hours", value: 5 }, "h, and the record has it in tonnes"]
  ])("does not fit: $0.printed", (fields, message) => {
    expect(saidOf(fields)).toEqual([[["unit"], `"${fields.printed}" is in ${message}`]]);
  });

  test("is known once the vocabulary has it", () => {
    const flagons: Partial<Quantity> = { printed: "5 flagons", value: 5 };
    const more = { ...unit("fl", "flagons of ale"), synonyms: ["flagons"] };
    expect(saidOf(flagons)).toEqual([]);
    expect(saidOf(flagons, "en", { ...vocabulary, units: [...vocabulary.units, more] })).toHaveLength(1);
    expect(saidOf(flagons)).toEqual([]);
  });
});

test("what another check finds wrong is not said twice: another number, comparator or order", () => {
  expect(saidOf({ printed: "about 2,500 tons", value: 2600 })).toEqual([]);
  expect(saidOf({ printed: "more than 2,500 tons", high: 2500, comparator: ">=" })).toEqual([]);
  expect(saidOf({ printed: "about 2,500 to 3,000 tons", low: 3000, high: 2500 })).toEqual([]);
});
