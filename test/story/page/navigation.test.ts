import { describe, expect, test } from "vitest";
import { describePage, pageFooter, pageHeader, waysOn } from "../../../src/notebook/page/shell.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { realNotebook } from "../../real-ledger.ts";
import { site } from "../../story.ts";

const notebook = realNotebook();
const { pages } = site;
const chapters = pages.filter(({ chapter }) => chapter !== null);
const addresses = (element: ParentNode, selector: string): (string | null)[] =>
  all(element, selector).map((link) => link.getAttribute("href"));
const marked = (element: ParentNode): (string | null)[] => addresses(element, '.top [aria-current="page"]');

describe("the header", () => {
  const header = elementOf(pageHeader("/gallium", [], notebook));

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
    expect(marked(elementOf(pageHeader("/sources", [], notebook)))).toEqual(["./sources", "./sources"]);
    expect(marked(elementOf(pageHeader("/search", [], notebook)))).toEqual(["./search#q", "./search#q"]);
    expect(marked(elementOf(pageHeader("/index", [], notebook)))).toEqual([]);
  });

  test("marks the way back from the page of a source", () => {
    const below = elementOf(pageHeader("/source-izvestia", [], notebook));
    expect(marked(below)).toEqual([]);
    expect(addresses(below, ".bar [aria-current=true]")).toEqual(["./sources"]);
  });

  test("names each navigation for those who hear it", () => {
    const labels = all(header, "nav").map((nav) => nav.getAttribute("aria-label"));
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).not.toContain(null);
  });

  test("shows no token", () => {
    expect(wordsOf(header)).not.toContain("{{");
  });
});

describe("the rail of a chapter", () => {
  const sections = [
    { id: "first", heading: "First & foremost" },
    { id: "second", heading: "Second" }
  ];
  const rail = elementOf(pageHeader("/us-demand", sections, notebook));

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
    expect(wordsOf(one(rail, ".here summary"))).toContain(`Chapter ${chapter} of ${chapters.length}`);
    expect(wordsOf(one(rail, "aside .label"))).toBe(`Chapter ${chapter} of ${chapters.length}`);
  });

  test("is missing on a chapter in full width, which says which chapter it is all the same", () => {
    const wide = elementOf(pageHeader("/positions", sections, notebook));
    expect(all(wide, "aside")).toEqual([]);
    expect(all(wide, ".sections")).toEqual([]);
    expect(wordsOf(one(wide, ".here summary"))).toMatch(/^Chapter 4 of \d/);
  });

  test.each(["/index", "/404", "/search", "/source-izvestia", "/unknown"])(
    "is missing on %s, which is no chapter",
    (path) => {
      expect(all(elementOf(pageHeader(path, sections, notebook)), "aside, .here")).toEqual([]);
    }
  );
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
  const footer = elementOf(pageFooter("/gallium", notebook));

  test("leads to every page of the reading order, to the search and to every table", () => {
    const read = pages.filter(({ aside }) => !aside).map(({ path }) => `.${path}`);
    expect(addresses(footer, 'nav[aria-label="Read"] a')).toEqual([...read, "./search#q"]);
    expect(addresses(footer, 'nav[aria-label="Tables"] a')).toEqual([
      ...Object.keys(notebook.tables).map((name) => `./data/${name}.csv`),
      "./data/datapackage.json"
    ]);
  });
});

describe("a page is called", () => {
  test("by its title and the notebook's, without a token, and laid out as what it is", () => {
    expect(describePage("/us-demand", notebook)).toMatchObject({
      title: expect.stringMatching(/^America’s 45 and 75 thousand tonnes – Claims and reality/),
      description: expect.stringMatching(/^[^{]{30,}$/),
      layout: "chapter"
    });
    expect(describePage("/positions", notebook).layout).toBe("solo");
    expect(describePage("/methods", notebook).layout).toBe("solo");
  });

  test("by the notebook's title alone where it is the first", () => {
    expect(describePage("/index", notebook)).toMatchObject({
      title: site.title,
      description: site.description,
      layout: "solo home"
    });
  });

  test("after its source where it is that of a source, and says what that holds", () => {
    const source = notebook.source("izvestia");
    expect(describePage("/source-izvestia", notebook)).toMatchObject({
      title: `${source.title} – ${site.title}`,
      description: `Izvestia: ${source.figures} figures and ${source.positions} positions as records.`,
      layout: "solo"
    });
  });

  test("by the notebook's title where no list knows it", () => {
    expect(describePage("/unknown", notebook)).toMatchObject({ page: undefined, name: site.title, layout: "solo" });
  });
});
