import { describe, expect, test } from "vitest";
import { chapterList, chapterThumbnail, keyNumbers, pageBlock } from "../../../src/notebook/page/blocks.ts";
import { kindSymbol, symbolSprite } from "../../../src/notebook/page/kind-symbol.ts";
import { sourceLine } from "../../../src/notebook/page/source-line.ts";
import { sourceList } from "../../../src/notebook/page/source-list.ts";
import { expandTokens } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";
import { site } from "../../story.ts";
import { canvas } from "../kit/canvas.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();

describe("key numbers", () => {
  const block = elementOf(
    keyNumbers(
      [
        { number: "gazette.production", text: "A year, of {{gazette.reserves|short}} & more" },
        { number: "derived.reserve-ratio", text: "Apart" }
      ],
      notebook
    )
  );

  test("open their evidence, as do the numbers in their words", () => {
    expect(all(block, ".amount .ev").map(wordsOf)).toEqual(["2,500 t", "7.5"]);
    expect(all(block, ".ev").map((button) => button.getAttribute("data-fact"))).toEqual([
      "gazette.production",
      "gazette.reserves",
      "derived.reserve-ratio"
    ]);
    expect(all(block, "p:nth-child(2)").map(wordsOf)).toEqual(["A year, of 28.5 Mt & more", "Apart"]);
  });

  test("say who says so, and who passed it on", () => {
    expect(all(block, ".meta").map(wordsOf)).toEqual(["Anna Minister → The Wire → The Gazette", "= our arithmetic"]);
  });

  test("that are none of the ledger's are a fault of the program", () => {
    expect(() => keyNumbers([{ number: "gazette.plenty", text: "" }], notebook)).toThrow(
      'the key number "gazette.plenty" is no figure of the ledger'
    );
  });
});

describe("the list of publications", () => {
  const list = elementOf(sourceList(notebook));

  test("has each with its kind, its date, what is not known of it, and what it contributes", () => {
    expect(all(list, ".sources li").map(wordsOf)).toEqual([
      "How much is there? The Gazette · trade press · 31 March 2025 2 figures, 1 position",
      "A second count The Relay · trade press · April 2025 (inferred) · headline not known 2 figures, 1 position",
      "Summaries Geological Survey · Summaries 2025 · official statistic 4 figures",
      "Summaries Geological Survey · Summaries 2026 · official statistic 1 figure"
    ]);
    expect(all(list, ".sources a").map((link) => link.getAttribute("href"))).toEqual([
      "https://gazette.example/how-much",
      "https://relay.example/second",
      "https://survey.example/2025",
      "https://survey.example/2026"
    ]);
  });

  test("says what a translation was made from", () => {
    const translated = minimalNotebook({
      file: "gazette",
      replace: "translated: null",
      with: "translated: from Russian by machine"
    });
    expect(wordsOf(elementOf(sourceList(translated)))).toContain("translated from Russian by machine");
  });

  test("has the key of kinds", () => {
    expect(all(list, ".kinds li").map(wordsOf)).toEqual(["Government official", "Official statistic", "Trade press"]);
  });
});

test("every kind of the ledger has a symbol", () => {
  const kinds = realNotebook().kinds.map(({ id }) => id);
  const symbols = all(elementOf(symbolSprite(kinds.map(kindSymbol).join(""), realNotebook())), "symbol").map(
    ({ id }) => id
  );
  expect([...symbols].sort()).toEqual(kinds.map((id) => `k-${id}`).sort());
});

test("a page has the symbols that it uses", () => {
  expect(all(elementOf(symbolSprite(kindSymbol("official"), notebook)), "symbol").map(({ id }) => id)).toEqual([
    "k-official"
  ]);
});

describe("the list of chapters", () => {
  const { document } = canvas("sm");
  const list = elementOf(chapterList(realNotebook(), document));

  test("has each with its number, and leads to it", () => {
    const chapters = site.pages.filter(({ chapter }) => chapter !== null);
    expect(all(list, "a").map((link) => link.getAttribute("href"))).toEqual(chapters.map(({ path }) => `.${path}`));
    expect(all(list, ".numeral").map(wordsOf)).toEqual(chapters.map(({ chapter }) => String(chapter)));
  });

  test("has findings in words, without a token", () => {
    for (const finding of all(list, ".finding")) expect(wordsOf(finding)).toMatch(/^[^{]{20,}$/);
  });

  test("shows each at a glance, small and out of the accessibility tree", () => {
    const pictures = all(list, "svg.thumbnail");
    expect(pictures).toHaveLength(all(list, "li").length);
    for (const picture of pictures) {
      expect(picture.getAttribute("aria-hidden")).toBe("true");
      expect(picture.outerHTML.length).toBeLessThan(6000);
    }
  });

  test("shows nothing of a chapter whose figures have no thumbnail", () => {
    const texts = "# A chapter\n\n```figure reserve-life\n```\n";
    expect(chapterThumbnail(texts, realNotebook(), document)).toBe("");
  });

  test("holds no number that would need a link within the link", () => {
    expect(all(one(list, "ol"), "a a, a .ev")).toEqual([]);
  });
});

test("every heading of the notebook stands where a page asks for the list, each a link", () => {
  const headings = () => [
    { path: "/", title: "A & B", sections: [] },
    { path: "/gallium", title: "Gallium", sections: [{ id: "first", heading: "Ga & co" }] }
  ];
  const { document } = canvas("sm");
  const context = { page: { path: "/search", figures: 1 }, notebook, document, isFirstSection: true, headings };
  const list = elementOf(pageBlock("headings", "", context) ?? "");
  expect(all(list, ".all-headings a").map((link) => [link.getAttribute("href"), wordsOf(link)])).toEqual([
    ["./", "A & B"],
    ["./gallium", "Gallium"],
    ["./gallium#first", "Ga & co"]
  ]);
});

describe("tokens of a text", () => {
  test("are written as they are told to be", () => {
    const text = expandTokens(
      "Of {{relay.share}}, {{gazette.reserves|number}}.",
      notebook,
      (words, id) => `<${id}: ${words}>`
    );
    expect(text).toBe("Of <relay.share: less than 1%>, <gazette.reserves: 28.5\u00a0million>.");
  });

  test.each(["{{no.such}}", "{{relay.share|nonsense}}", "{{gazette.plenty}}"])(
    "that name nothing stay as they are, which the check tells of: %s",
    (token) => {
      expect(expandTokens(`Of ${token}, {{relay.share}}.`, notebook)).toBe(`Of ${token}, less than 1%.`);
    }
  );
});

describe("the source line", () => {
  const line = (...ids: string[]): string => wordsOf(elementOf(sourceLine(ids, notebook)));

  test("names each publication once, with its paragraphs in order", () => {
    expect(line("gazette.production", "relay.reserves", "gazette.reserves", "gazette.plenty")).toBe(
      "The Gazette, 31 March 2025, ¶3, ¶4; The Relay, April 2025 (inferred), ¶2"
    );
  });

  test("names the publications that a derived quantity rests on", () => {
    expect(line("derived.reserve-life")).toBe("The Gazette, 31 March 2025, ¶3, ¶4");
  });

  test("names what tells of an event: paragraphs, pages and statements, and no place of what was heard", () => {
    const real = realNotebook();
    const named = (id: string): string => wordsOf(elementOf(sourceLine([id], real)));
    expect(named("presidents-call-march")).toBe("Izvestia, March 2025 (inferred), ¶29");
    expect(named("china-controls-rare-earths")).toMatch(/^US Geo.*, p\. 153; .+, seen second-hand$/);
    expect(named("rosneft-takes-tomtor-licence")).toBe("Kommersant, seen second-hand");
    expect(named("further-statements.reserves-tomtor-kazanov")).toBe("Oleg Kazanov, in RIA Novosti, seen second-hand");
  });

  test("names once what several places of a release share", () => {
    const lines = ["us-concentrates", "us-apparent-consumption"].map((id) => `usgs-mcs-2026.${id}.united-states.2025`);
    const named = (...ids: string[]) => wordsOf(elementOf(sourceLine(ids, realNotebook())));
    expect(named(...lines)).toMatch(/, p\. 152, salient statistics$/);
    expect(named(...lines.slice(0, 1))).toMatch(/salient statistics: production, mineral concentrates$/);
    expect(named(...lines, "usgs-mcs-2026.mine-production.russia.2025")).toMatch(/statistics, p\. 153, world table$/);
  });

  test("names every paragraph where there are many, those in a row as one", () => {
    const real = realNotebook();
    const { rows } = real.tables.positions;
    const bySource = [...new Set(rows.map(({ source }) => source))].map((id) =>
      rows.filter(({ source }) => source === id)
    );
    const [own = []] = bySource.sort((a, b) => b.length - a.length);
    const paragraphs = new Set(own.map(({ paragraph }) => paragraph));
    expect(paragraphs.size).toBeGreaterThan(6);
    const runs = [
      ...sourceLine(
        own.map(({ id }) => id),
        real
      ).matchAll(/¶(\d+)(?:–(\d+))?/g)
    ];
    const named = runs.flatMap(([, first, last = first]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => Number(first) + step)
    );
    expect(named).toEqual([...paragraphs].sort((a, b) => a - b));
    expect(runs.length).toBeLessThan(paragraphs.size);
  });
});
