import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { matching } from "../../../src/notebook/browser/position-query.ts";
import { readPositions } from "../../../src/notebook/browser/shown-positions.ts";
import { speakersByTopic } from "../../../src/notebook/page/positions.ts";
import { searchIndex } from "../../../src/notebook/page/search.ts";
import { find, type SearchEntry, searchOptions } from "../../../src/notebook/page/search-options.ts";
import { elementOf } from "../../notebook/page/dom.ts";
import { realNotebook } from "../../real-ledger.ts";

const notebook = realNotebook();
const index = MiniSearch.loadJSON<SearchEntry>(searchIndex([], notebook), searchOptions);
const all = (query: string) => find(index, query).found;

describe("the search of this notebook", () => {
  test.each([
    ["USGS", "US Geological Survey"],
    ["iea", "International Energy Agency"],
    ["Казанов", "Oleg Kazanov"],
    ["Хазанов", "Leonid Khazanov"],
    ["Роснедра", "Rosnedra"]
  ])("finds a speaker first by initials or in its own script: %s", (query, title) => {
    expect(all(query)[0]).toMatchObject({ kind: "Speaker", title });
  });

  test.each(notebook.terms.map(({ term }) => term))("lists the glossary’s term %s", (term) => {
    expect(all(term).find(({ kind }) => kind === "Term")).toMatchObject({ title: term });
  });

  test("finds the editions of a publisher by its initials, and one of its tables by its year", () => {
    const published = notebook.tables.sources.rows.filter(({ publisher }) => publisher === "usgs");
    const found = all("USGS").filter(({ kind }) => kind === "Source");
    expect(found).toHaveLength(published.length);
    expect(all("USGS reserves 2024")[0]).toMatchObject({
      kind: "Table",
      href: expect.stringContaining("usgs-mcs-2024")
    });
  });

  test("finds every record about a place by the place’s native name", () => {
    const about = notebook.tables.figures.rows.filter(({ subject, series }) => subject === "lovozero" && !series);
    const found = all("Ловозеро").map(({ href }) => href);
    expect(about.length).toBeGreaterThan(2);
    for (const { id } of about) expect(found.some((href) => href.endsWith(`#${id}`))).toBe(true);
  });

  test("finds what is counted as oxide by its initials", () => {
    const counted = notebook.tables.figures.rows.filter(({ form, series }) => form === "oxide" && !series);
    expect(all("REO").filter(({ kind }) => kind === "Figure").length).toBeGreaterThanOrEqual(counted.length);
  });

  test("finds words that stand together, and a number by a decimal comma", () => {
    expect(all("Mountain Pass")[0]?.text).toContain("Mountain Pass");
    expect(all("28,5")[0]?.title).toMatch(/^28\.5 /);
    expect(all("45,5").some(({ cells }) => cells?.some(([printed]) => printed === "45,500"))).toBe(true);
  });

  test.each(["12%", "12 %", "12 percent"])("puts percentages before other numbers: %s", (query) => {
    const titles = all(query).map(({ title }) => title);
    const isShare = titles.map((title) => /12\s?%/.test(title));
    expect(isShare[0]).toBe(true);
    expect(isShare.lastIndexOf(true)).toBeLessThan(titles.findIndex((title) => /\b12 (Mt|kt)/.test(title)));
  });

  test("offers what comes nearest where nothing holds all, and nothing where nothing is near", () => {
    expect(find(index, "Kazanov zebra")).toMatchObject({ isNear: true, found: { 0: { title: "Oleg Kazanov" } } });
    expect(find(index, "Lavasero")).toMatchObject({ isNear: true });
    expect(find(index, "qqqqqq 987654321")).toEqual({ found: [], isNear: false });
  });
});

test("the search among positions finds an obstacle’s name wherever a position names it", () => {
  const read = readPositions(elementOf(speakersByTopic(notebook)));
  const shown = read.map((position) => ({ ...position, speaker: { ...position.speaker } }));
  const { rows } = notebook.tables.positions;
  const any = { topic: "", stance: "", voice: "", kind: "", for: "", country: "", outlet: "", order: "" };
  const named = rows.filter(
    ({ paraphrase, obstacle_label }) => /\bsanctions/i.test(paraphrase) || obstacle_label?.startsWith("Sanctions")
  );
  expect(named.length).toBeGreaterThan(15);
  expect(matching(shown, { ...any, find: "sanctions" })).toHaveLength(named.length);
  const own = rows.filter(({ speaker }) => speaker === "oleg-kazanov");
  expect(matching(shown, { ...any, find: "казанов" })).toHaveLength(own.length);
});
