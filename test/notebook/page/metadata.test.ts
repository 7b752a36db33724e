import { describe, expect, test } from "vitest";
import { llmsFile } from "../../../src/notebook/page/llms.ts";
import { sitemapFiles } from "../../../src/notebook/page/metadata.ts";
import { pageHead } from "../../../src/notebook/page/shell.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const thingsOf = (head: string): Record<string, unknown>[] =>
  all(elementOf(head), 'script[type="application/ld+json"]').map((script) => JSON.parse(script.textContent ?? ""));
const homepage = "https://example.org/notebook";

describe("a page says what it is in the terms of schema.org", () => {
  test("an article, with what is known of its making", () => {
    const [article, ...others] = thingsOf(pageHead("/us-demand", realNotebook()));
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Article",
      headline: expect.stringMatching(/^America/),
      author: [{ "@type": "Organization", name: expect.any(String) }],
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      license: "https://creativecommons.org/licenses/by/4.0/"
    });
    expect(article).not.toHaveProperty("url");
  });

  test("where the tables are taken, a dataset with a file for each table that has rows", () => {
    const notebook = realNotebook();
    const dataset = thingsOf(pageHead("/data", notebook)).find((thing) => thing["@type"] === "Dataset");
    const tables = Object.values(notebook.tables).filter(({ rows }) => rows.length > 0);
    expect(dataset?.distribution).toHaveLength(tables.length);
    expect(dataset?.distribution).toContainEqual({
      "@type": "DataDownload",
      name: notebook.tables.figures.title,
      encodingFormat: "text/csv",
      contentUrl: "./data/figures.csv"
    });
  });

  test("where terms are explained, the terms", () => {
    const notebook = realNotebook();
    const set = thingsOf(pageHead("/glossary", notebook)).find((thing) => thing["@type"] === "DefinedTermSet");
    expect(set?.hasDefinedTerm).toHaveLength(notebook.terms.length);
  });

  test("no words end the script that holds them", () => {
    const about = "'</script><script>alert(1)</script>'";
    const head = pageHead("/a", notebookOf({ "a.md": `---\ntitle: A\nabout: ${about}\n---\n` }));
    expect(thingsOf(head)[0]).toMatchObject({ description: about.slice(1, -1) });
    expect(all(elementOf(head), "script")).toHaveLength(1);
  });

  test("a page that stands aside, and one that is not listed, say nothing", () => {
    expect(thingsOf(pageHead("/404", realNotebook()))).toEqual([]);
  });
});

describe("an assistant that answers from it is told", () => {
  const { path, content } = llmsFile(realNotebook());

  test("every claim with its verdict and the address of its evidence", () => {
    expect(path).toBe("llms.txt");
    for (const { claim, reasoning } of realNotebook().tables.verdicts.rows) {
      expect(content).toContain(`### ${claim}\n`);
      expect(content).toContain(reasoning);
    }
    expect(content).toContain("- Evidence: /claim/rex-kommersant.gallium-possible (data: ");
  });

  test("what must not be concluded, the pages’ findings, the tables", () => {
    expect(content).toContain("- Do not conclude that it holds without its condition: only if there is demand for it.");
    expect(content).toMatch(/^- \[Gallium\]\(\/gallium\): From about 7/m);
    expect(content).toContain("](/data/figures.csv): ");
    expect(content).not.toContain("{{");
  });
});

describe("once it is known where the notebook is published", () => {
  const pages = { "a.md": "---\ntitle: A\n---\n", "in/b.md": "---\ntitle: B\n---\n" };
  const canonical = (path: string, options = {}): string | null =>
    one(elementOf(pageHead(path, notebookOf(pages, { homepage, ...options }))), 'link[rel="canonical"]').getAttribute(
      "href"
    );

  test("a page has one address, as its links are written", () => {
    expect(canonical("/index")).toBe("https://example.org/notebook/");
    expect(canonical("/a")).toBe("https://example.org/notebook/a");
    expect(canonical("/in/b")).toBe("https://example.org/notebook/in/b");
    expect(canonical("/in/b", { preserveExtension: true })).toBe("https://example.org/notebook/in/b.html");
    expect(canonical("/index", { preserveExtension: true })).toBe("https://example.org/notebook/");
  });

  test("the sitemap lists it with the day of the last change, and robots are told of the map", () => {
    const files = sitemapFiles(["/index", "/a"], notebookOf(pages, { homepage, updated: "2026-11-22" }));
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "robots.txt"]);
    expect(files[0]?.content).toContain(
      "<url><loc>https://example.org/notebook/a</loc><lastmod>2026-11-22</lastmod></url>"
    );
    expect(files[1]?.content).toContain("Sitemap: https://example.org/notebook/sitemap.xml");
    expect(sitemapFiles(["/index"], notebookOf(pages))).toEqual([]);
  });
});
