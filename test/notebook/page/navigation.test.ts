import { describe, expect, test } from "vitest";
import { chapterRail, pageFooter, pageHeader, waysOn } from "../../../src/notebook/page/shell.ts";
import { pages } from "../../../src/notebook/page/site.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";

const notebook = realNotebook();
const chapters = pages.filter(({ chapter }) => chapter !== undefined);
const addresses = (element: ParentNode, selector: string): (string | null)[] =>
  all(element, selector).map((link) => link.getAttribute("href"));
const marked = (element: ParentNode): (string | null)[] => addresses(element, '[aria-current="page"]');

describe("the header", () => {
  const header = elementOf(pageHeader("/gallium", notebook));

  test("leads to every chapter with its finding, in a menu that needs no script", () => {
    const findings = one(header, "details .findings");
    expect(addresses(findings, "a")).toEqual(chapters.map(({ path }) => `.${path}`));
    for (const finding of all(findings, "small")) expect(wordsOf(finding)).toMatch(/^[^{]{20,}$/);
    expect(addresses(header, "a.home")).toEqual(["./"]);
  });

  test("leads in the bar, and in the menu where the bar has no room, to the pages beside the chapters", () => {
    const bar = addresses(header, "nav.bar a");
    expect(bar).toEqual(expect.arrayContaining(["./disagreements", "./positions", "./sources", "./search#q"]));
    const inFindings = addresses(header, "details .findings a");
    expect(addresses(header, "details .beside a")).toEqual(bar.filter((address) => !inFindings.includes(address)));
  });

  test("marks where the reader is", () => {
    expect(marked(header)).toEqual(["./gallium"]);
    expect(marked(elementOf(pageHeader("/sources", notebook)))).toEqual(["./sources", "./sources"]);
    expect(marked(elementOf(pageHeader("/search", notebook)))).toEqual(["./search#q", "./search#q"]);
    expect(marked(elementOf(pageHeader("/index", notebook)))).toEqual([]);
  });

  test("marks the way back from the page of a source", () => {
    const below = elementOf(pageHeader("/source-gazette", notebook));
    expect(marked(below)).toEqual([]);
    expect(addresses(below, ".bar [aria-current=true]")).toEqual(["./sources"]);
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

  test("marks the chapters before this one as passed", () => {
    expect(addresses(one(rail, "aside"), "li.passed > a")).toEqual(["./reserves-vs-output"]);
  });

  test("says on small screens which chapter of how many this is", () => {
    const chapter = chapters.find(({ path }) => path === "/us-demand")?.chapter;
    expect(wordsOf(one(rail, "summary"))).toContain(`Chapter ${chapter} of ${chapters.length}`);
    expect(wordsOf(one(rail, "aside .label"))).toBe(`Chapter ${chapter} of ${chapters.length}`);
  });
});

describe("the ways back and on", () => {
  const inOrder = pages.filter(({ path, aside }) => path !== "/" && !aside).map(({ path }) => path);
  const way = (path: string, rel: string): (string | null)[] =>
    addresses(elementOf(waysOn(path, notebook)), `a[rel=${rel}]`);

  test.each(inOrder.map((path, i): [string, number] => [path, i]))("of %s lead to its neighbours", (path, i) => {
    expect(way(path, "prev")).toEqual(i > 0 ? [`.${inOrder[i - 1]}`] : []);
    expect(way(path, "next")).toEqual(i < inOrder.length - 1 ? [`.${inOrder[i + 1]}`] : []);
  });

  test.each(["/index", "/404", "/search", "/source-izvestia"])("are none on %s, which stands in no order", (path) => {
    expect(waysOn(path, notebook)).toBe("");
  });
});

describe("the footer", () => {
  const footer = elementOf(pageFooter(notebook));

  test("leads to every page of the reading order, to the search and to every table", () => {
    const read = pages.filter(({ aside }) => !aside).map(({ path }) => `.${path}`);
    expect(addresses(footer, 'nav[aria-label="Read"] a')).toEqual([...read, "./search#q"]);
    expect(addresses(footer, 'nav[aria-label="Tables"] a')).toEqual([
      ...Object.keys(notebook.tables).map((name) => `./data/${name}.csv`),
      "./data/datapackage.json"
    ]);
  });
});
