import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { readPages } from "../../../src/notebook/page/pages.ts";
import { pagesIn } from "./notebooks.ts";

const faultsOf = (text: string): string[] => pagesIn({ "page.md": text }).faults.map(formatFault);
const matter = (...lines: string[]): string => `---\n${lines.join("\n")}\n---\n\n# A\n`;
const pathsOf = (files: Record<string, string>): string[] => pagesIn(files).pages.map(({ path }) => path);

test("pages that say nothing of their order come by their addresses, the page of a folder before those in it", () => {
  const page = matter("title: A");
  expect(pathsOf({ "b/index.md": page, "b/a.md": page, "a.md": page })).toEqual(["/", "/a", "/b/", "/b/a"]);
});

test("a project without a folder of pages is a fault, and has none", () => {
  const root = mkdtempSync(join(tmpdir(), "no-pages-"));
  const { pages, faults } = readPages(root);
  rmSync(root, { recursive: true });
  expect(pages).toEqual([]);
  expect(faults.map(({ file }) => file)).toEqual(["src"]);
});

describe("front matter", () => {
  const remedy = "write `title: <words>` between two lines of three hyphens";

  test.each([
    ["is missing", "# A\n", `src/page.md:1:1 the page has no front matter; ${remedy}`],
    ["comes late", `\n${matter("title: A")}`, `src/page.md:1:1 the page has no front matter; ${remedy}`],
    ["is not closed", "---\ntitle: A\n\n# A\n", `src/page.md:1:1 the front matter is not closed; ${remedy}`],
    ["has no title", matter("toc: false"), `src/page.md:2:1 the front matter has no title; ${remedy}`],
    ["is empty", "---\n---\n", `src/page.md:2:1 the front matter has no title; ${remedy}`],
    [
      "has an empty title",
      matter("toc: false", 'title: " "'),
      `src/page.md:3:8 the front matter has no title; ${remedy}`
    ]
  ])("that %s is a fault", (_, text, line) => {
    expect(faultsOf(text)).toEqual([line]);
  });

  test("that is no YAML is a fault at its place", () => {
    expect(faultsOf(matter("toc: false", "title: A: B"))).toEqual([
      expect.stringMatching(/^src\/page\.md:3:8 the front matter is not valid YAML: .+; ./)
    ]);
  });

  test.each([
    [
      "keywords",
      "keywords: tin",
      "the search finds a page by its headings, words and numbers; write the words into the page"
    ],
    [
      "sidebar",
      "sidebar: true",
      "a notebook has a bar and a rail instead; write `bar: true` to name the page at the top"
    ],
    [
      "theme",
      "theme: dark",
      "a notebook follows the reader's light or dark theme; change the colours in src/notebook/style/tokens.css"
    ],
    ["style", "style: own.css", "a notebook has one style sheet; add to src/notebook/style"],
    ["head", "head: <link>", "the notebook writes the head; put an element into the page itself"],
    ["header", "header: A", "the notebook writes the header; put an element into the page itself"],
    ["footer", "footer: A", "the notebook writes the footer; put an element into the page itself"],
    [
      "pager",
      "pager: false",
      "the ways back and on follow `chapter` and `order`; write `aside: true` to leave a page out"
    ]
  ])("with Framework's %s is a fault that says what serves instead", (key, line, instead) => {
    expect(faultsOf(matter("title: A", line))).toEqual([
      `src/page.md:3:${key.length + 3} "${key}" is not served here; ${instead}`
    ]);
  });

  test("with a key that there is not is a fault that lists the keys", () => {
    expect(faultsOf(matter("title: A", "chaptr: 1"))).toEqual([
      expect.stringMatching(
        /^src\/page\.md:3:9 "chaptr" is no key of a page; use one of title, short, chapter, .+, sql$/
      )
    ]);
  });

  test.each([
    ["chapter: first", '3:10 "chapter" is "first"; it must be a number'],
    ["chapter: 0", '3:10 "chapter" is 0; chapters count from 1'],
    ["bar: yes", '3:6 "bar" is "yes"; it must be true or false, or a number for its place: write true'],
    ["bar: [1]", '3:1 "bar" is [1]; it must be true or false, or a number for its place'],
    ["bar: '3'", '3:6 "bar" is "3"; it must be true or false, or a number for its place: take off its quotation marks'],
    ["toc: off", '3:6 "toc" is "off"; it must be true or false: write false'],
    ["wide: 1", '3:7 "wide" is 1; it must be true or false'],
    ["short: 4", '3:8 "short" is 4; it must be text: put it in quotation marks'],
    ["short: ''", '3:8 "short" is ""; must not be empty'],
    ["rests_on: one", '3:11 "rests_on" is "one"; it must be a list: write [one]'],
    ["sql: a", '3:6 "sql" is "a"; it must be a mapping'],
    ["sql: { a: 1 }", '3:11 "sql.a" is 1; it must be text: put it in quotation marks']
  ])("with %s, a value of another kind, is a fault that says what it may be", (line, fault) => {
    expect(faultsOf(matter("title: A", line))).toEqual([`src/page.md:${fault}`]);
  });

  test("with many faults says them all", () => {
    expect(faultsOf(matter("theme: dark", "wide: 1", "no: 1"))).toHaveLength(4);
  });

  test("of a faulty page leaves the others as they are", () => {
    const { pages, faults } = pagesIn({ "a.md": "# A\n", "b.md": matter("title: B") });
    expect(pages.map(({ path }) => path)).toEqual(["/", "/b"]);
    expect(faults).toHaveLength(1);
  });

  test("may have Windows line ends", () => {
    expect(pagesIn({ "a.md": matter("title: A").replaceAll("\n", "\r\n") })).toMatchObject({
      faults: [],
      pages: [{ path: "/" }, { path: "/a", title: "A" }]
    });
  });
});

describe("a page", () => {
  test("is what its front matter says, and names the blocks that it has", () => {
    const text = matter(
      "title: Of {{gazette.reserves}}",
      "short: Reserves",
      "chapter: 1",
      "wide: true",
      "finding: There is plenty.",
      "rests_on: [one]",
      "bar: 3"
    );
    const { pages } = pagesIn({ "a.md": `${text}\n\`\`\`figure one\n\`\`\`\n\n~~~speakers\n~~~\n` });
    expect(pages[1]).toMatchObject({
      path: "/a",
      file: "src/a.md",
      title: "Of {{gazette.reserves}}",
      short: "Reserves",
      chapter: 1,
      wide: true,
      finding: "There is plenty.",
      restsOn: ["one"],
      about: null,
      bar: 3,
      aside: false,
      hidden: false,
      blocks: new Set(["figure", "speakers"])
    });
    expect(pages[1]?.text).toContain("```figure one");
  });

  test("that says no more than its title stands alone, and is called by it everywhere", () => {
    expect(pagesIn({ "a.md": matter("title: 2025") }).pages[1]).toMatchObject({
      title: "2025",
      short: "2025",
      chapter: null,
      wide: false,
      finding: null,
      restsOn: [],
      bar: null
    });
  });

  test("may lie in a folder, whose index stands for it", () => {
    const files = { "angles/nickel.md": matter("title: N"), "angles/index.md": matter("title: A") };
    expect(pathsOf(files)).toEqual(["/", "/angles/", "/angles/nickel"]);
  });

  test("that is a draft is left out", () => {
    expect(pathsOf({ "a.md": matter("title: A", "draft: true"), "b.md": matter("title: B", "draft: false") })).toEqual([
      "/",
      "/b"
    ]);
  });

  test("whose index is off is hidden from the search", () => {
    expect(pagesIn({ "a.md": matter("title: A", "index: false") }).pages[1]?.hidden).toBe(true);
  });

  test("is none of the machine's own files, nor one in a hidden folder", () => {
    expect(
      pathsOf({ "notebook/notes.md": "no page", ".cache/a.md": "no page", "notebooks.md": matter("title: A") })
    ).toEqual(["/", "/notebooks"]);
  });
});

test("a file that stands for many pages is a template, not a page", () => {
  const { pages, templates, faults } = pagesIn({ "source-[id].md": matter("title: A source"), "[bad].md": "# A\n" });
  expect(pages.map(({ path }) => path)).toEqual(["/"]);
  expect(templates.map(({ path }) => path)).toEqual(["/source-[id]"]);
  expect(faults.map(formatFault)).toEqual([
    expect.stringMatching(/^src\/\[bad\]\.md:1:1 the page has no front matter; /)
  ]);
});

test("pages are read in order: the first, the chapters by number, the others by `order`, then by path", () => {
  const files = {
    "a-last.md": matter("title: A"),
    "b-last.md": matter("title: B"),
    "c-ordered.md": matter("title: C", "order: 2"),
    "d-ordered.md": matter("title: D", "order: 1.5"),
    "e-tenth.md": matter("title: E", "chapter: 10"),
    "f-second.md": matter("title: F", "chapter: 2", "order: 99")
  };
  expect(pathsOf(files)).toEqual(["/", "/f-second", "/e-tenth", "/d-ordered", "/c-ordered", "/a-last", "/b-last"]);
});

test("a chapter that is taken out, or a draft, leaves no gap in what readers are told", () => {
  const files = {
    "a.md": matter("title: A", "chapter: 1"),
    "b.md": matter("title: B", "chapter: 2", "draft: true"),
    "c.md": matter("title: C", "chapter: 5")
  };
  expect(pagesIn(files).pages.map(({ path, chapter }) => [path, chapter])).toEqual([
    ["/", null],
    ["/a", 1],
    ["/c", 2]
  ]);
});

test("two chapters of one number are a fault at the second", () => {
  const files = { "a.md": matter("title: A", "chapter: 1"), "b.md": matter("title: B", "wide: true", "chapter: 1") };
  expect(pagesIn(files).faults.map(formatFault)).toEqual([
    "src/b.md:4:10 chapter 1 is src/a.md already; number the chapters anew"
  ]);
});

test("two pages of one title are a fault at the second", () => {
  const files = {
    "a.md": matter("title: Line 4"),
    "b/c.md": matter("bar: true", 'title: "Line 4"'),
    "d.md": matter("title: Line 5")
  };
  expect(pagesIn(files).faults.map(formatFault)).toEqual([
    'src/b/c.md:3:8 the title "Line 4" is src/a.md’s already; give one of the two another title'
  ]);
});
