import { describe, expect, test } from "vitest";
import { paragraphsOf, type TextReport, verifyText } from "../../../src/notebook/ledger/verify-text.ts";
import { gazetteText as gazette } from "./gazette-text.ts";
import { type Change, minimalLedger } from "./minimal-ledger.ts";

/** What holding the minimal ledger's first publication against a text shows. */
function report(text: string, ...changes: Change[]): Pick<TextReport, "missing" | "unaccounted"> {
  const ledger = minimalLedger(...changes);
  const [source] = ledger.sources;
  if (!source) throw new Error("the minimal ledger has a publication");
  const { missing, unaccounted } = verifyText(source, ledger, text);
  return { missing, unaccounted };
}

const nothing = { missing: [], unaccounted: [] };

test("paragraphs are the lines that hold something, whatever ends them", () => {
  expect(paragraphsOf("one\r\n\r\n  \ntwo\n\n\nthree")).toEqual(["one", "two", "three"]);
});

describe("a text that its records account for", () => {
  test("misses nothing and leaves nothing over", () => {
    expect(report(gazette)).toEqual(nothing);
  });

  test("is counted", () => {
    const ledger = minimalLedger();
    const [source] = ledger.sources;
    if (!source) throw new Error("the minimal ledger has a publication");
    expect(verifyText(source, ledger, gazette)).toMatchObject({ source: "gazette", figures: 2, leftOut: 1 });
  });
});

describe("a printed figure is missing", () => {
  const production = { record: "gazette.production", paragraph: 4, printed: "2,500 tons" };

  test("where the text prints another", () => {
    expect(report(gazette.replace("2,500 tons", "2,600 tons"))).toEqual({
      missing: [production],
      unaccounted: [{ paragraph: 4, printed: "2,600" }]
    });
  });

  test("where it stands in another paragraph", () => {
    const { missing, unaccounted } = report(gazette, {
      file: "gazette",
      replace: "    paragraph: 4\n",
      with: "    paragraph: 6\n"
    });
    expect(missing).toEqual([{ ...production, paragraph: 6 }]);
    expect(unaccounted).toEqual([{ paragraph: 4, printed: "2,500" }]);
  });

  test("where the text has no such paragraph", () => {
    const { missing } = report(gazette, {
      file: "gazette",
      replace: "    paragraph: 4\n",
      with: "    paragraph: 99\n"
    });
    expect(missing).toEqual([{ ...production, paragraph: 99 }]);
  });

  test("where a repeat is not there, or is printed otherwise", () => {
    expect(report(gazette.replace("The 28.5 million tons", "The tons")).missing).toEqual([
      { record: "gazette.reserves", paragraph: 5, printed: "28.5 million tons" }
    ]);
    expect(report(gazette.replace("28.5 Mt", "28.5Mt")).missing).toEqual([
      { record: "gazette.reserves", paragraph: 7, printed: "28.5 Mt" }
    ]);
  });

  test("where an event's date is not there", () => {
    expect(report(gazette.replace("February 24", "February 25"))).toEqual({
      missing: [{ record: "offer", paragraph: 2, printed: "February 24" }],
      unaccounted: [{ paragraph: 2, printed: "25" }]
    });
  });
});

describe("a printed figure is not found inside a longer one", () => {
  const printed = (words: string, value: number): Change => ({
    file: "gazette",
    replace:
      "    printed: 2,500 tons\n    metric: production\n    subject: russia\n    material: rare-earths\n    basis: not-stated\n    value: 2500\n",
    with: `    printed: ${words}\n    metric: production\n    subject: russia\n    material: rare-earths\n    basis: not-stated\n    value: ${value}\n`
  });
  const missing = (words: string, value: number, instead: string): number =>
    report(gazette.replace("2,500 tons a year", instead), printed(`"${words}"`, value)).missing.length;

  test.each([
    ["500", 500, "2,500 tons"],
    ["5", 5, "28.5 tons"],
    ["28", 28, "28.5 tons"],
    ["2", 2, "2,500 tons"],
    ["25", 25, "2500 tons"],
    ["seven", 7, "seventy tons"],
    ["six tons", 6, "twentysix tons"],
    ["ten", 10, "often tons"]
  ])("%s", (words, value, instead) => {
    expect(missing(words, value, instead)).toBe(1);
  });

  test.each([
    ["500", 500, "$500."],
    ["5", 5, "(5), then 6."],
    ["seven", 7, "only seven, not ten"],
    ["12 tons", 12, "12 tons+"],
    ["Six tons", 6, "of the reservesSix tons, run together,"]
  ])("but %s is found in its own right", (words, value, instead) => {
    expect(missing(words, value, instead)).toBe(0);
  });
});

describe("damaged characters are understood", () => {
  const damaged: Change = {
    file: "gazette",
    replace: "  text_sha256",
    with: '  damaged_character: "\\uFFFD"\n  text_sha256'
  };
  const printed = (words: string): Change => ({
    file: "gazette",
    replace: "    printed: 2,500 tons\n",
    with: `    printed: ${JSON.stringify(words)}\n`
  });
  const withPassage = (words: string): string => gazette.replace("2,500 tons", words);

  test.each([
    ["an apostrophe", "the mine’s 2,500 tons", "the mine\uFFFDs 2,500 tons"],
    ["a dash", "2,500 tons—no more", "2,500 tons\uFFFDno more"],
    ["a curly apostrophe for a straight one", "the mine's 2,500 tons", "the mine’s 2,500 tons"]
  ])("%s", (_, record, text) => {
    expect(report(withPassage(text), damaged, printed(record))).toEqual(nothing);
  });

  test("only where the publication says that its text is damaged", () => {
    expect(report(withPassage("the mine\uFFFDs 2,500 tons"), printed("the mine’s 2,500 tons")).missing).toHaveLength(1);
  });

  test("an en dash and an em dash are one in a sound text", () => {
    expect(report(withPassage("2,500—3,000 tons"), printed("2,500–3,000 tons"))).toEqual(nothing);
  });
});

describe("a duplicate is no second witness", () => {
  const copy = "The page says again: 28.5 million tons in the ground.\n";
  const duplicate: Change = {
    file: "gazette",
    replace: "  text_sha256",
    with: "  duplicates: [{ paragraph: 8, of: [3], reason: The body again. }]\n  text_sha256"
  };

  test("its numbers are accounted for by the records of what it repeats", () => {
    expect(report(gazette + copy, duplicate)).toEqual(nothing);
  });

  test("a copy that nobody calls one has a number without a record", () => {
    expect(report(gazette + copy).unaccounted).toEqual([{ paragraph: 8, printed: "28.5 million" }]);
  });

  test("a number that only the copy has is without a record", () => {
    expect(report(`${gazette}${copy.trim()} And 77 more.\n`, duplicate).unaccounted).toEqual([
      { paragraph: 8, printed: "77" }
    ]);
  });

  test("it may leave out what it repeats", () => {
    expect(report(`${gazette}The page says it again without a number.\n`, duplicate)).toEqual(nothing);
  });

  test("a figure that stands in the copy only is missing", () => {
    const without = gazette.replace("28.5 million tons in the ground", "much in the ground") + copy;
    expect(report(without, duplicate).missing).toEqual([
      { record: "gazette.reserves", paragraph: 3, printed: "28.5 million tons" }
    ]);
  });
});

describe("what is left out with a reason", () => {
  const leftOut = (record: string): Change => ({
    file: "gazette",
    replace: '  - { paragraph: 1, printed: "1234", reason: The number of the article. }\n',
    with: `  - ${record}\n`
  });

  test("may be a whole paragraph", () => {
    expect(report(gazette, leftOut("{ paragraph: 1, reason: A heading. }"))).toEqual(nothing);
  });

  test("accounts for its own words only", () => {
    expect(report(gazette.replace("Number 1234", "Number 1234 of 99")).unaccounted).toEqual([
      { paragraph: 1, printed: "99" }
    ]);
  });

  test("is missing where its words are not there", () => {
    expect(report(gazette, leftOut('{ paragraph: 2, printed: "1234", reason: The number. }')).missing).toEqual([
      { record: "left out (The number.)", paragraph: 2, printed: "1234" }
    ]);
  });

  test("is missing where its paragraph is not there", () => {
    expect(report(gazette, leftOut("{ paragraph: 42, reason: An appendix. }")).missing).toEqual([
      { record: "left out (An appendix.)", paragraph: 42, printed: "" }
    ]);
  });
});

describe("a number without a record", () => {
  test.each([
    ["in numerals", "And 12 more.", "12"],
    ["with its scale word", "And 12 billion dollars.", "12 billion"],
    ["in words", "And twelve more.", "twelve"],
    ["in an ordinal", "The fifth of them.", "fifth"],
    ["inside a word", "A paper called B2B.", "2"]
  ])("%s is reported", (_, sentence, printed) => {
    expect(report(`${gazette}${sentence}\n`).unaccounted).toEqual([{ paragraph: 8, printed }]);
  });

  test("is not one that rarely counts", () => {
    expect(report(`${gazette}One says the first thing second.\n`).unaccounted).toEqual([]);
  });
});
