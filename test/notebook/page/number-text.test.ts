import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/notebook/page/notebook.ts";
import { asData, numberText, type TokenForm, tokenForms } from "../../../src/notebook/page/tokens.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figureRow } from "../tables/figure-row.ts";
import { factOf, minimalNotebook } from "./notebooks.ts";

const space = "\u00a0";
const figure = (fields: Partial<QuantityRow>): Fact => ({ kind: "figure", row: figureRow(fields) });
/** The number as it is read: joiners, which keep a range on one line, are not. */
const read = (fact: Fact, form: TokenForm): string => numberText(fact, form, realNotebook()).replaceAll("\u2060", "");

const forms: readonly [what: string, fact: Fact, ...texts: string[]][] = [
  [
    "millions of tonnes",
    figure({ value: 28_500_000, unit: "t", printed: "28.5 million tons" }),
    `28.5${space}million${space}tonnes`,
    `28.5${space}million`,
    "28,500",
    `28.5${space}Mt`,
    "28.5 million tons"
  ],
  [
    "tonnes a year, about",
    figure({ value: 45_000, unit: "t/yr", comparator: "~", printed: "about 45 thousand tons" }),
    `about 45,000${space}tonnes`,
    "45,000",
    "45",
    `about 45,000${space}t`,
    "about 45 thousand tons"
  ],
  [
    "nearly so many",
    figure({ low: null, value: 29_000_000, high: 29_000_000, unit: "t", comparator: "nearly", printed: "nearly 29" }),
    `nearly 29${space}million${space}tonnes`,
    `29${space}million`,
    "29,000",
    `nearly 29${space}Mt`,
    "nearly 29"
  ],
  [
    "an interval",
    figure({ low: 2500, value: null, high: 3000, unit: "t/yr", printed: "2,500–3,000" }),
    `2,500–3,000${space}tonnes`,
    "2,500–3,000",
    "2.5–3",
    `2,500–3,000${space}t`,
    "2,500–3,000"
  ],
  [
    "less than a share",
    figure({ low: null, value: null, high: 1, unit: "%", comparator: "<", printed: "less than 1%" }),
    "less than 1%",
    "less than 1",
    "less than 0.001",
    "less than 1%",
    "less than 1%"
  ],
  [
    "at least a share",
    figure({ low: 80, value: null, high: null, unit: "%", comparator: ">=", printed: "80%+" }),
    "at least 80%",
    "at least 80",
    "at least 0.08",
    "at least 80%",
    "80%+"
  ],
  [
    "no number",
    figure({ comparator: "unquantified", unit: "t", printed: "massive reserves" }),
    "“massive reserves”",
    "“massive reserves”",
    "“massive reserves”",
    "“massive reserves”",
    "massive reserves"
  ],
  [
    "a rank",
    figure({ value: 5, metric: "rank", unit: "1", printed: "fifth-largest" }),
    "“fifth-largest”",
    "5",
    "“fifth-largest”",
    "“fifth-largest”",
    "fifth-largest"
  ],
  [
    "years",
    figure({ value: 10, unit: "yr", printed: "10 years" }),
    `10${space}years`,
    "10",
    "0.01",
    `10${space}years`,
    "10 years"
  ],
  [
    "hours",
    figure({ value: 12, unit: "h", printed: "12 hours" }),
    `12${space}hours`,
    "12",
    "0.012",
    `12${space}h`,
    "12 hours"
  ],
  [
    "dollars",
    figure({ value: 100e9, unit: "USD", printed: "100 billion" }),
    `100${space}billion${space}US${space}dollars`,
    `100${space}billion`,
    "100,000,000",
    `100${space}bn US$`,
    "100 billion"
  ],
  ["a bare number", figure({ value: 17, unit: "1", printed: "all 17" }), "17", "17", "0.017", "17", "all 17"]
];

describe.each(forms)("%s", (_, fact, ...texts) => {
  test.each(tokenForms.map((form, i): [TokenForm, string] => [form, texts[i] ?? ""]))("as %s", (form, text) => {
    expect(read(fact, form)).toBe(text);
  });
});

describe("a derived quantity", () => {
  const notebook = minimalNotebook();

  test("has no more digits than its inputs bear", () => {
    expect(numberText(factOf("derived.reserve-life", notebook), "full", notebook)).toBe(`11,000${space}years`);
    expect(numberText(factOf("derived.reserve-ratio", notebook), "full", notebook)).toBe("7.5");
  });

  test("is printed nowhere, so its printed form is the full one", () => {
    expect(numberText(factOf("derived.reserve-ratio", notebook), "printed", notebook)).toBe("7.5");
  });

  test("keeps the word before it", () => {
    const about = minimalNotebook({
      file: "gazette",
      replace: "    value: 28.5\n",
      with: '    value: 28.5\n    comparator: "~"\n'
    });
    expect(numberText(factOf("derived.reserve-ratio", about), "full", about)).toBe("about 7.5");
  });
});

test("a rank is a number as data", () => {
  expect(asData(figureRow({ value: 5, metric: "rank", unit: "1", printed: "fifth-largest" }), realNotebook())).toBe(
    "5"
  );
});

test("a position has no number", () => {
  expect(() => numberText(factOf("gazette.plenty", minimalNotebook()), "full", minimalNotebook())).toThrow(
    "gazette.plenty is a position and has no number"
  );
});
