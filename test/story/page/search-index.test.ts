import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { searchIndex } from "../../../src/notebook/page/search.ts";
import { type SearchEntry, searchOptions } from "../../../src/notebook/page/search-options.ts";
import { minimalNotebook, notebookOf } from "../../notebook/page/notebooks.ts";

const notebook = minimalNotebook();
const outline = [
  {
    path: "/gallium",
    name: "Gallium",
    sections: [
      { id: "", heading: "", text: "Gallium An opening." },
      { id: "first", heading: "The first", text: "one two" }
    ]
  }
];

describe("the index", () => {
  const index = MiniSearch.loadJSON<SearchEntry>(searchIndex(outline, notebook), searchOptions);
  const found = (query: string): string[] => index.search(query).map(({ href }) => href as string);

  test.each([
    ["a section by its text", "two", "./gallium#first"],
    ["a page by what stands before its first heading", "opening", "./gallium"],
    ["a source by its author", "jo writer", "./source-gazette"],
    ["a speaker by the name", "anna minister", "./positions#gazette-plenty"],
    ["a figure as printed", "28.5 million", "./source-gazette#gazette.reserves"],
    ["a position by its words", "plenty", "./source-gazette#gazette.plenty"],
    ["a table of a release, not each of its cells", "what comes out", "./source-survey-2025#survey-2025.production"],
    ["what is calculated", "how long it would last", "./sources#derived.reserve-life"],
    ["a disagreement", "how much there is", "./disagreements#reserves"],
    ["a word of which only the beginning is written", "gazet", "./source-gazette"],
    ["a word with a letter wrong", "ministar", "./positions#gazette-plenty"],
    ["a cell of a release by its place and year", "world comes out 2024", "./source-survey-2025#survey-2025.production"]
  ])("finds %s", (_, query, href) => {
    expect(found(query)).toContain(href);
  });

  test.each(["0.5", "comes out 0.5"])("finds a table by a number in it, and the cell: %s", (query) => {
    const table = index.search(query).find(({ kind }) => kind === "Table");
    expect(table?.href).toBe("./source-survey-2025#survey-2025.production");
    expect(table?.cells).toContainEqual(["0.5", "World, 2020–2023", ".world.2020-2023"]);
  });

  test("finds nothing near a number that is another", () => {
    expect(found("2501")).toEqual([]);
    expect(found("28.6")).toEqual([]);
  });

  test("takes a number whole: its digits apart are no other number", () => {
    expect(found("5 28")).toEqual([]);
  });

  test("holds nothing that leads nowhere: a notebook without pages of records has its own text alone", () => {
    const bare = MiniSearch.loadJSON<SearchEntry>(searchIndex(outline, notebookOf({})), searchOptions);
    const hrefs = (query: string) => bare.search(query).map(({ href }) => href);
    expect(hrefs("two")).toEqual(["./gallium#first"]);
    for (const query of ["jo writer", "anna minister", "28.5 million", "plenty"]) expect(hrefs(query)).toEqual([]);
    expect(bare.documentCount).toBe(2);
  });

  test("is the same however often it is made", () => {
    expect(searchIndex(outline, notebook)).toBe(searchIndex(outline, notebook));
  });
});
