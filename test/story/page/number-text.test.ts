import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/notebook/page/notebook.ts";
import {
  asData,
  findTokens,
  isTokenForm,
  numberInSentence,
  numberText,
  type TokenForm,
  tokenForms
} from "../../../src/notebook/page/tokens.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { factOf, minimalNotebook } from "../../notebook/page/notebooks.ts";
import { figureRow } from "../../notebook/tables/figure-row.ts";
import { realNotebook } from "../../real-ledger.ts";

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
    const about = minimalNotebook(
      { file: "gazette", replace: "    value: 28.5\n", with: '    value: 28.5\n    comparator: "~"\n' },
      { file: "gazette", replace: "    printed: 28.5 million tons\n", with: "    printed: about 28.5 million tons\n" },
      { file: "gazette", replace: "printed: 28.5 Mt }", with: "printed: about 28.5 Mt }" }
    );
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

describe("in a sentence", () => {
  const cell = (fields: Partial<QuantityRow>): Fact => figure({ series: "table", unit: "t", ...fields });
  const said = (fact: Fact, form: TokenForm = "full"): string =>
    numberInSentence(fact, form, realNotebook()).replaceAll("\u00a0", " ");

  test.each([
    [16_887_100, "16.9 million tonnes"],
    [1017.649, "1,018 tonnes"],
    [45_500, "45,500 tonnes"],
    [123_456, "123,000 tonnes"],
    [3_800_000, "3.8 million tonnes"],
    [0.0512, "0.0512 tonnes"]
  ])("a table's cell of %d has the digits that a sentence bears", (value, text) => {
    expect(said(cell({ value }))).toBe(text);
  });

  test("what a publication printed in a sentence stays as printed, and so does every figure's own evidence", () => {
    expect(said(figure({ series: null, unit: "t", value: 16_887_100 }))).toBe("16.8871 million tonnes");
    expect(numberText(cell({ value: 16_887_100 }), "full", realNotebook()).replaceAll("\u00a0", " ")).toBe(
      "16.8871 million tonnes"
    );
  });

  test("no sentence of this notebook's pages has a cell in more than four digits", () => {
    let cells = 0;
    for (const { text } of realNotebook().site.pages)
      for (const { id, form } of findTokens(text)) {
        const fact = realNotebook().fact(id);
        if (fact?.kind !== "figure" || fact.row.series === null || !isTokenForm(form)) continue;
        const digits = numberInSentence(fact, form, realNotebook())
          .match(/\d[\d.,]*/)?.[0]
          .replace(/\D|0+$/g, "");
        expect(digits?.length, id).toBeLessThanOrEqual(4);
        cells += 1;
      }
    expect(cells).toBeGreaterThan(10);
  });
});
