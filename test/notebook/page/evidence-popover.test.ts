import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { evidencePopover } from "../../../src/notebook/page/evidence.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { realNotebook } from "../../real-ledger.ts";
import type { Change } from "../ledger/minimal-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { factOf, minimalNotebook } from "./notebooks.ts";

const popover = (id: string, notebook: Notebook): Element =>
  one(elementOf(evidencePopover(factOf(id, notebook), notebook)), "[popover]");
const minimal = (id: string, ...changes: Change[]): Element => popover(id, minimalNotebook(...changes));

/** The words of a definition list, by term. */
const definitions = (element: Element): Record<string, string> =>
  Object.fromEntries(all(element, "dt").map((term) => [wordsOf(term), wordsOf(term.nextElementSibling ?? term)]));

test("the basis says a date as prose does, and a condition once", () => {
  const basis = (id: string) => definitions(popover(id, realNotebook())).Basis;
  expect(basis("state-report-2021.reserves-c2.russia.2022-01-01")).toBe(
    "Category C₂. Tonnes of oxide as RE₂O₃. For 1 January 2022."
  );
  expect(basis("rex-kommersant.gallium-possible")).toMatch(/^Time not stated\. On a condition: /);
});

describe("the evidence of a figure", () => {
  const reserves = minimal("gazette.reserves");
  const production = minimal("gazette.production");

  test("is what its trigger opens and a button closes, and no dialog while it is part of the list", () => {
    expect(reserves.id).toBe("p-gazette-reserves");
    expect(reserves.hasAttribute("role")).toBe(false);
    expect(one(reserves, ".close").getAttribute("href")).toBe(`#${reserves.id}`);
  });

  test("begins with the figure as printed and what the sentence says", () => {
    expect(wordsOf(one(reserves, "h3"))).toBe("28.5 million tons");
    expect(wordsOf(one(reserves, ".says"))).toBe("The minister names the reserves.");
    expect(wordsOf(one(reserves, ".badge"))).toBe("Government official");
  });

  test("leads from the speaker through those who passed it on to the publication, date and paragraph", () => {
    expect(all(production, ".thread li").map(wordsOf)).toEqual([
      "Anna Minister, minister said it; date not given",
      "The Wire reported it",
      "The Gazette, 31 March 2025 relayed it, paragraph 4"
    ]);
  });

  test("knows the day of what was seen second-hand, and says where it is inferred", () => {
    const real = realNotebook();
    const first = (id: string): string =>
      wordsOf(one(popover(`further-statements.${id}`, real), ".thread li:first-child small"));
    expect(first("output-target-fedorov")).toBe("said it, 27 March 2025");
    expect(first("reserves-ministry")).toBe("said it, February 2025 (inferred)");
    expect(first("consumption-kazanov-round-table")).toBe("said it; date not given");
  });

  test("keeps those who passed it on in the order in which they did", () => {
    const twice = minimal("gazette.production", {
      file: "gazette",
      replace: "chain: [wire]",
      with: "chain: [agency, wire]"
    });
    expect(all(twice, ".thread li b").map(wordsOf)).toEqual([
      "Anna Minister",
      "Mining Agency",
      "The Wire",
      "The Gazette"
    ]);
  });

  test("has the publication alone where it speaks for itself", () => {
    expect(all(minimal("relay.share"), ".thread li").map(wordsOf)).toEqual([
      "The Relay, April 2025 (inferred) its own words, paragraph 3"
    ]);
  });

  test("names an author who is not the publication", () => {
    const own = minimal(
      "relay.share",
      { file: "relay", replace: "author_speaker: relay-outlet", with: "author_speaker: minister" },
      {
        file: "relay",
        replace: "    speaker: relay-outlet\n    chain: []\n    voice: authorial\n    says",
        with: "    speaker: minister\n    chain: []\n    voice: authorial\n    says"
      }
    );
    expect(all(own, ".thread li").map(wordsOf)).toEqual([
      "Anna Minister, minister wrote it",
      "The Relay, April 2025 (inferred) its own words, paragraph 3"
    ]);
  });

  test("has no number as data where the words give none", () => {
    expect(definitions(popover("russia-post.reserves-peskov", realNotebook()))["As data"]).toBe("no number, stated");
  });

  test("says what is counted, on which basis, for when, and where it is repeated", () => {
    expect(definitions(reserves)).toEqual({
      Counted: "Russia, reserves",
      Basis: "Reserves called proven. Oxide or metal not stated. Time not stated.",
      "As data": "28.5 million tonnes, stated; also in ¶5, ¶7"
    });
    expect(definitions(production).Basis).toBe("Basis not stated. Oxide or metal not stated. For 2024.");
  });

  test("says the form, an inferred time and a condition where there are any", () => {
    const told = minimal(
      "gazette.production",
      {
        file: "gazette",
        replace: '    period: "2024"\n',
        with: '    period: "2023/2025"\n    period_inferred: The article is of 2025.\n    form: oxide\n    condition: demand warrants it\n'
      },
      {
        file: "derivations",
        replace: "explanation: How long it would last.\n",
        with: "explanation: How long it would last.\n    allowed: The form is not stated on one side.\n"
      }
    );
    expect(definitions(told).Basis).toBe(
      "Basis not stated. Tonnes of oxide. For 2023–2025 (inferred). On a condition: demand warrants it."
    );
  });

  test("does not ask a share for oxide or metal", () => {
    expect(definitions(minimal("relay.share")).Basis).toBe("Basis not stated. Time not stated.");
  });

  test("shows what others say of the same quantity, with their basis", () => {
    expect(all(reserves, ".others li").map(wordsOf)).toEqual([
      "3.8 million tonnes Geological Survey, in The Relay (basis not stated, time not stated, said in 2025)"
    ]);
    expect(all(production, ".others li")).toEqual([]);
    expect(wordsOf(one(production, ".others-none"))).toMatch(/^No other/);
  });

  test("leads to its record", () => {
    expect(one(reserves, ".foot a:last-child").getAttribute("href")).toBe("./claim/gazette.reserves");
  });

  test("leads to the passage in the publication", () => {
    expect(one(reserves, ".foot a:first-child").getAttribute("href")).toBe(
      "https://gazette.example/how-much#:~:text=28.5%20million%20tons"
    );
  });

  test("keeps what was printed from becoming markup", () => {
    const sly = minimal("gazette.production", {
      file: "gazette",
      replace: "printed: 2,500 tons",
      with: "printed: <b>2,500</b> & tons"
    });
    expect(wordsOf(one(sly, "h3"))).toBe("<b>2,500</b> & tons");
  });
});

describe("the evidence of a derived quantity", () => {
  const life = minimal("derived.reserve-life");
  const ratio = minimal("derived.reserve-ratio");

  test("says that it is ours, its formula and what it means", () => {
    expect(wordsOf(one(life, ".badge"))).toBe("= Our arithmetic");
    expect(wordsOf(one(life, "h3"))).toBe("11,000 years");
    expect(wordsOf(one(life, ".says"))).toBe("How long it would last.");
    expect(definitions(life)).toEqual({ Formula: "the stock ÷ the flow a year" });
  });

  test("lists what goes in by its place in the formula, each opening its own evidence", () => {
    expect(all(life, ".inputs li").map(wordsOf)).toEqual([
      "the stock: 28.5 million tonnes Anna Minister",
      "the flow a year: 2,500 tonnes Anna Minister"
    ]);
    expect(all(life, ".inputs .ev").map((number) => number.getAttribute("href")?.slice(1))).toEqual([
      "p-gazette-reserves",
      "p-gazette-production"
    ]);
  });

  test("says why unlike quantities meet in it", () => {
    expect(definitions(ratio)).toMatchObject({ Caution: "Two counts are set side by side." });
  });
});

test("positions have no dialog of their own", () => {
  const notebook = minimalNotebook();
  expect(() => evidencePopover(factOf("gazette.plenty", notebook), notebook)).toThrow(
    "gazette.plenty is a position; positions are read on their own page"
  );
});

test("every number of the ledger has evidence with words in every part", () => {
  const notebook = realNotebook();
  const numbers = notebook.factIds.filter((id) => notebook.fact(id)?.kind !== "position");
  expect(numbers.length).toBeGreaterThan(0);
  for (const id of numbers) {
    // Read without a browser's document: for so many it would take half a minute.
    const dialog = parseDocument(evidencePopover(factOf(id, notebook), notebook));
    const parts = DomUtils.findAll(({ name }) => ["h3", "p", "dt", "dd", "li"].includes(name), dialog.children);
    expect(parts.length).toBeGreaterThan(5);
    const empty = parts.filter((part) => DomUtils.textContent(part).trim() === "");
    expect({ id, empty: empty.length }).toEqual({ id, empty: 0 });
    expect(DomUtils.textContent(dialog)).not.toMatch(/\b(null|undefined|NaN)\b/);
  }
});
