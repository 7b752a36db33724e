import { describe, expect, test } from "vitest";
import { chapterRail, nextChapter, pageFooter, pageHeader } from "../../src/page/navigation.ts";
import { pages } from "../../src/page/site.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { realNotebook } from "./notebooks.ts";

const notebook = realNotebook();
const chapters = pages.filter(({ chapter }) => chapter !== undefined);
const addresses = (element: ParentNode, selector: string): (string | null)[] =>
  all(element, selector).map((link) => link.getAttribute("href"));
const marked = (element: ParentNode): (string | null)[] => addresses(element, '[aria-current="page"]');

describe("the header", () => {
  const header = elementOf(pageHeader("/gallium", notebook));

  test("leads to every chapter, in the bar and in the menu that needs no script", () => {
    const expected = chapters.map(({ path }) => `.${path}`);
    expect(addresses(header, "nav.bar a")).toEqual(expected);
    expect(addresses(header, "details nav a")).toEqual(expected);
    expect(addresses(header, "a.home")).toEqual(["./"]);
  });

  test("marks where the reader is, once in each", () => {
    expect(marked(header)).toEqual(["./gallium", "./gallium"]);
    expect(marked(elementOf(pageHeader("/index", notebook)))).toEqual([]);
  });

  test("names each navigation for those who hear it", () => {
    const labels = all(header, "nav").map((nav) => nav.getAttribute("aria-label"));
    expect(new Set(labels).size).toBe(2);
    expect(labels).not.toContain(null);
  });

  test("shows no token", () => {
    expect(wordsOf(header)).not.toContain("{{");
  });
});

describe("the rail of a chapter", () => {
  const sections = [
    { id: "first", text: "First & foremost" },
    { id: "second", text: "Second" }
  ];
  const rail = elementOf(chapterRail("/us-demand", sections, notebook));

  test("lists the chapters, and the sections of this one alone", () => {
    const aside = one(rail, "aside");
    expect(addresses(aside, ".chapters-here > li > a")).toEqual(chapters.map(({ path }) => `.${path}`));
    expect(addresses(one(aside, "li.current"), ".sections a")).toEqual(["#first", "#second"]);
    expect(all(aside, ".sections")).toHaveLength(1);
    expect(all(aside, ".sections a").map(wordsOf)).toEqual(["First & foremost", "Second"]);
  });

  test("says on small screens which chapter of how many this is", () => {
    const chapter = chapters.find(({ path }) => path === "/us-demand")?.chapter;
    expect(wordsOf(one(rail, "summary"))).toContain(`Chapter ${chapter} of ${chapters.length}`);
  });
});

describe("the way on", () => {
  test.each(chapters.slice(0, -1).map(({ path }, i): [string, string | undefined] => [path, chapters[i + 1]?.path]))(
    "from %s leads to %s",
    (path, next) => {
      expect(addresses(elementOf(nextChapter(path, notebook)), "a")).toEqual([`.${next}`]);
    }
  );

  test.each([
    ["the last chapter", chapters.at(-1)?.path ?? ""],
    ["the first page", "/index"],
    ["a page that is no chapter", "/404"]
  ])("ends with %s", (_, path) => {
    expect(nextChapter(path, notebook)).toBe("");
  });
});

describe("the footer", () => {
  const footer = elementOf(pageFooter(notebook));

  test("leads to every page and every table", () => {
    expect(addresses(footer, 'nav[aria-label="Read"] a')).toEqual(pages.map(({ path }) => `.${path}`));
    expect(addresses(footer, 'nav[aria-label="Tables"] a')).toEqual([
      ...Object.keys(notebook.tables).map((name) => `./data/${name}.csv`),
      "./data/datapackage.json"
    ]);
  });
});
