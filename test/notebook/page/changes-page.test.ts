import { resolve } from "node:path";
import { parseAtomFeed } from "feedsmith";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { inspectNotebook } from "../../../src/notebook/build/check-notebook.ts";
import { parseChanges } from "../../../src/notebook/page/changes.ts";
import { changesBlock, feedPath } from "../../../src/notebook/page/changes-page.ts";
import { imprint } from "../../../src/notebook/page/citation.ts";
import { feedFiles } from "../../../src/notebook/page/feed.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import type { NotebookOptions } from "../../../src/notebook/page/site.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const files = {
  "harvest.md": "---\ntitle: Harvest & home\nshort: Harvest\n---\n",
  "news.md": "---\ntitle: News\n---\n\n```changes\n```\n"
};

const list = `# Changes

## Unreleased

- Not yet.

## 2026-02-03

### Added

- Prices, see [the docs](docs.md), and <b> & [the source](https://example.org/).

## 2026-01-20

- A start.

## Corrections

- 2026-01-30 \`src/harvest.md\` Shown: 3 tons & more. Right: 4 tons.
- 2026-02-04 \`src/harvest.md\` Shown: \`a\` price. Right: none.
`;

function changed(text = list, options: Partial<NotebookOptions> = {}, pages: Record<string, string> = files): Notebook {
  const notebook = notebookOf(pages, options);
  const { changes, faults } = parseChanges(text, notebook.site.pages);
  expect(faults).toEqual([]);
  return { ...notebook, site: { ...notebook.site, changes } };
}

describe("the block of changes", () => {
  const block = elementOf(`<div>${changesBlock(changed())}</div>`);

  test("lists corrections by page, with what was shown and what is right, then each day, newest first", () => {
    expect(all(block, "h2, h3, h4").map(wordsOf)).toEqual([
      "Corrections, by page",
      "Harvest",
      "Updates",
      "3 February 2026",
      "Added",
      "20 January 2026"
    ]);
    expect(all(block, "li[id]").map(wordsOf)).toEqual([
      "4 February 2026 Shown: a price. Right: none.",
      "30 January 2026 Shown: 3 tons & more. Right: 4 tons."
    ]);
    expect(wordsOf(block)).not.toContain("Not yet");
  });

  test("leads to the pages and the feed; a link to a file of the repository stays words", () => {
    expect(all(block, "a").map((link) => link.getAttribute("href"))).toEqual([
      "./changes.xml",
      "./harvest",
      "https://example.org/"
    ]);
    expect(wordsOf(block)).toContain("Prices, see the docs, and <b> & the source.");
  });

  test("says so where nothing has changed", () => {
    expect(changesBlock(notebookOf(files))).toBe("<p>Nothing has changed so far.</p>");
  });
});

describe("a page that once showed something wrong", () => {
  test("says so at its foot and leads to each correction, signed or not; others do not", () => {
    for (const options of [{}, { authors: ["A. Author"] }]) {
      const foot = elementOf(imprint("/harvest", changed(list, options)));
      expect(wordsOf(one(foot, ".imprint > p:first-child"))).toBe(
        "This page once showed something wrong. Corrected on 4 February 2026 and 30 January 2026."
      );
      expect(all(foot, ".imprint > p:first-child a").map((link) => link.getAttribute("href"))).toEqual([
        "./news#2026-02-04-harvest",
        "./news#2026-01-30-harvest"
      ]);
    }
    expect(imprint("/news", changed())).toBe("");
  });

  test("names a day once, however much was corrected on it", () => {
    const twice = `${list}- 2026-02-04 \`src/harvest.md\` Shown: a third. Right: a fourth.\n`;
    const foot = elementOf(imprint("/harvest", changed(twice)));
    expect(wordsOf(foot)).toContain("Corrected on 4 February 2026 and 30 January 2026.");
    expect(all(foot, ".imprint > p:first-child a")).toHaveLength(2);
  });

  test("names the day where no page lists the changes", () => {
    const alone = changed(list, {}, { "harvest.md": files["harvest.md"] });
    const foot = elementOf(imprint("/harvest", alone));
    expect(wordsOf(foot)).toContain("Corrected on 4 February 2026 and 30 January 2026.");
    expect(all(foot, "a")).toEqual([]);
  });
});

/** The feed as XML; throws where it is not well-formed. */
function feedOf(notebook: Notebook): Document {
  const [file, ...others] = feedFiles(notebook);
  expect(others).toEqual([]);
  expect(file?.path).toBe("changes.xml");
  return new JSDOM(file?.content ?? "", { contentType: "application/xml" }).window.document;
}

const atom = "http://www.w3.org/2005/Atom";
const childrenOf = (parent: Element, name: string): Element[] =>
  [...parent.children].filter(({ localName, namespaceURI }) => localName === name && namespaceURI === atom);

function child(parent: Element, name: string): string {
  const found = childrenOf(parent, name);
  expect(found, `${name} stands once`).toHaveLength(1);
  return found[0]?.textContent ?? "";
}

const alternate = (parent: Element): string[] =>
  childrenOf(parent, "link").flatMap((link) =>
    link.getAttribute("rel") === "alternate" ? (link.getAttribute("href") ?? "") : []
  );

const homepage = "https://example.org/notebook";

describe("the feed", () => {
  test.each<[string, Notebook]>([
    ["of a notebook that nobody signs, at no known address", changed()],
    [
      "of a signed one at a known address",
      changed(list, { homepage, authors: ["A. & B. Author"], licence: "CC BY 4.0" })
    ]
  ])("%s has all that Atom asks for", (_, notebook) => {
    const feed = feedOf(notebook).documentElement;
    expect([feed.localName, feed.namespaceURI]).toEqual(["feed", atom]);
    const entries = childrenOf(feed, "entry");
    const days = entries.map((entry) => child(entry, "updated"));
    expect(days).toEqual([...days].sort().reverse());
    expect(child(feed, "updated")).toBe(days[0]);
    expect(childrenOf(feed, "author").map((author) => child(author, "name"))[0]).toMatch(/\w/);
    for (const part of [feed, ...entries]) {
      expect(child(part, "id")).toMatch(/^(?:https|urn:uuid):\S+$/);
      expect(child(part, "title")).toMatch(/\w/);
      expect(child(part, "updated")).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(alternate(part)).toHaveLength(1);
    }
    const ids = [feed, ...entries].map((part) => child(part, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) expect(child(entry, "content")).toMatch(/^<\w/);
  });

  test("has an entry for each correction and each day, which leads to its place on the page", () => {
    const feed = feedOf(changed(list, { homepage })).documentElement;
    expect(child(feed, "id")).toBe(`${homepage}/changes.xml`);
    const entries = childrenOf(feed, "entry");
    expect(entries.map((entry) => [child(entry, "title").replaceAll("\u00a0", " "), ...alternate(entry)])).toEqual([
      ["Correction: Harvest", `${homepage}/news#2026-02-04-harvest`],
      ["Changes of 3 February 2026", `${homepage}/news#2026-02-03`],
      ["Correction: Harvest", `${homepage}/news#2026-01-30-harvest`],
      ["Changes of 20 January 2026", `${homepage}/news#2026-01-20`]
    ]);
    const words = elementOf(`<div>${child(entries[2] ?? feed, "content")}</div>`);
    expect(wordsOf(words)).toBe("Shown: 3 tons & more. Right: 4 tons.");
  });

  test("is understood by a reader of feeds: who, when, where, and the words as HTML", () => {
    const {
      title,
      id,
      rights,
      authors,
      updated,
      entries = []
    } = parseAtomFeed(
      feedFiles(changed(list, { homepage, authors: ["A. & B. Author"], licence: "CC BY 4.0" }))[0]?.content ?? ""
    );
    expect([title?.value, id, rights?.value, authors]).toEqual([
      "A notebook: changes",
      `${homepage}/changes.xml`,
      "CC BY 4.0",
      [{ name: "A. & B. Author" }]
    ]);
    expect(updated).toBe("2026-02-04T00:00:00Z");
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      expect(entry.links).toEqual([{ rel: "alternate", type: "text/html", href: entry.id }]);
      expect(new Date(entry.updated ?? "").getTime()).toBeGreaterThan(0);
      expect(entry.content?.type).toBe("html");
    }
    const added = elementOf(`<div>${entries[1]?.content?.value}</div>`);
    expect(all(added, "a").map((link) => link.getAttribute("href"))).toEqual(["https://example.org/"]);
    expect(wordsOf(added)).toContain("Prices, see the docs, and <b> & the source.");
  });

  test("is relative to itself as long as no address is known, its ids made of the title", () => {
    const feed = feedOf(changed(list, { preserveExtension: true })).documentElement;
    expect(alternate(feed)).toEqual(["./news.html"]);
    expect(child(feed, "id")).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(child(feed, "id")).toBe(child(feedOf(changed("## 2026-03-01\n\n- More.\n")).documentElement, "id"));
    expect(child(feed, "id")).not.toBe(child(feedOf(changed(list, { title: "Another" })).documentElement, "id"));
  });

  test("is none in a small notebook that keeps no list of changes", async () => {
    const { notebook } = await inspectNotebook(resolve("test/subjects/minimal"));
    expect(notebook.site.pages.length).toBeGreaterThan(0);
    expect(feedPath(notebook)).toBeNull();
    expect(feedFiles(notebook)).toEqual([]);
  });

  test("is none where nothing has changed, or no page lists the changes", () => {
    expect(feedFiles(notebookOf(files))).toEqual([]);
    expect(feedFiles(changed(list, {}, { "harvest.md": files["harvest.md"] }))).toEqual([]);
  });
});
