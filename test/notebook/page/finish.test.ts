import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { type FinishOptions, finishDocument } from "../../../src/notebook/build/finish.ts";
import { kindSymbol } from "../../../src/notebook/page/kind-symbol.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, one } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const cellsOf = (up: string): string => `<script type="module">

import {define} from "${up}_observablehq/client.js";
import "${up}_npm/side-effect.js";
import {registerFile} from"${up}_observablehq/stdlib.js";

registerFile("${up}data/figures.json", {"name":"${up}data/figures.json","path":"${up}_file/data/figures.json","lastModified":1732800000000,"size":7});

define({id: "1", body: async () => {
const [Plot, own, other] = await Promise.all([import("${up}_node/plot.js"), import( "${up}_import/own.js"), import("https://example.org/a.js")]);
return "./a-string";
}});

</script>`;

/** Framework's document, as it comes. */
const documentOf = (main: string, head = "", up = "./"): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<title>Framework's</title>
<link rel="stylesheet" type="text/css" href="${up}_observablehq/stdlib/inputs.css">
<link rel="modulepreload" href="${up}_observablehq/client.js">
<link rel="preload" as="style" href="${up}_observablehq/stdlib/inputs.css">${head}
</head>
<body>
<div id="observablehq-center">
<main id="observablehq-main" class="observablehq">
${main}
</main>
</div>
</body>
</html>
`;

function finished(html: string, path = "/us-demand", options: Partial<FinishOptions> = {}) {
  const published: Record<string, string> = {};
  const done = finishDocument(html, path, {
    notebook: realNotebook(),
    fill: (given) => given.replace(/<nb-block data-key="a"><\/nb-block>/g, "<p>filled</p>"),
    asset: (name) => `_assets/hashed.${name}`,
    scripts: { fonts: "document.fonts", start: 'import("./_assets/wake.js")' },
    styleFor: (whole) => (whole.includes("<p>filled</p>") ? "p{margin:0}" : "body{margin:0}"),
    compiles: () => new Set(),
    publishCells(page, script) {
      published[page] = script;
      return `_cells${page}.hashed.js`;
    },
    ...options
  });
  return { html: done, published, document: new JSDOM(done).window.document };
}

describe("a finished document", () => {
  const { html, document } = finished(
    documentOf(`<h1>A</h1><nb-block data-key="a"></nb-block>${kindSymbol("official")}`)
  );

  test("has a language, and lets its reader enlarge it", () => {
    expect(document.documentElement.lang).toBe("en");
    expect(one(document, "meta[name=viewport]").getAttribute("content")).toBe("width=device-width, initial-scale=1");
  });

  test("is called as its page is, and laid out as what it is", () => {
    expect(document.title).toMatch(/^America’s 45 and 75 thousand tonnes – Claims and reality/);
    expect(document.body.className).toBe("chapter");
  });

  test("has its blocks, the rules that it needs with them, and the symbols that it uses", () => {
    expect(one(document, "main p").textContent).toBe("filled");
    expect(one(document, "style").textContent).toContain("p{margin:0}");
    expect(all(document, "symbol").map(({ id }) => id)).toEqual(["k-official"]);
  });

  test("has nothing of Framework's left that would be fetched at once", () => {
    expect(all(document, "link[rel=modulepreload], head > link[rel=preload], head > link[rel=stylesheet]")).toEqual([]);
    expect(html).not.toContain("_observablehq");
  });

  test("asks nobody else for anything: every script, style and font is the site's own", () => {
    const asked = [...html.matchAll(/(?:src|href)="([^"]*)"|url\("([^"]*)"\)/g)]
      .map(([match, attribute, url]) => ({ match, address: attribute ?? url ?? "" }))
      .filter(({ match, address }) => /^(src|url)/.test(match) || /\.(css|js|woff2)$/.test(address));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter(({ address }) => !address.startsWith("./_assets/hashed."))).toEqual([]);
  });

  test("asks at once for the upright faces that it is set in, by a script or, where there is none, by links", () => {
    const faces = [
      ...html.matchAll(/url\("([^"]*)"\) format\("woff2"\);[^}]*font-style:normal;font-display:optional}/g)
    ].map(([, url]) => url);
    expect(faces).toHaveLength(3);
    expect(all(document, "head script").map(({ textContent }) => textContent)).toEqual(["document.fonts"]);
    const asked = all(document, "head noscript link[rel=preload]").map((link) => link.getAttribute("href"));
    expect(asked).toEqual(faces);
  });

  test("has the whole style sheet where there are no scripts", () => {
    const sheets = all(document, "head noscript link[rel=stylesheet]").map((link) => link.getAttribute("href"));
    expect(sheets).toEqual(["./_assets/hashed.style.css"]);
  });

  test("starts its scripts from the root, and has no cells where it has none", () => {
    const script = one(document, "body > script");
    expect(script.textContent).toBe('import("./_assets/wake.js")');
    expect(script.getAttribute("data-root")).toBe("./");
    expect(script.hasAttribute("data-cells")).toBe(false);
    expect(script.hasAttribute("data-sheets")).toBe(false);
  });
});

test("a page with a headline is painted once that is there", () => {
  const expected = (main: string): (string | null)[] =>
    all(finished(documentOf(main)).document, "head link[rel=expect][blocking=render]").map((link) =>
      link.getAttribute("href")
    );
  expect(expected('<h1 class="a" id="the-headline">A</h1>')).toEqual(["#the-headline"]);
  expect(expected("<h1>A</h1>")).toEqual([]);
});

test("a page names the fonts of rare signs where it has one", () => {
  const files = (main: string): number => finished(documentOf(main)).html.match(/-rare\.woff2/g)?.length ?? 0;
  expect(files("<p>“Dy₂O₃”, 5&nbsp;t</p>")).toBe(0);
  expect(files("<p>Hämatit</p>")).toBe(4);
});

test("words that a replacement would read stay words", () => {
  const notebook = notebookOf({ "page.md": "---\ntitle: Costs $& and $1 <i>\n---\n" }, { title: "$' money" });
  const { html } = finished(documentOf("<p>$&</p>"), "/page", { notebook, styleFor: () => 'a::after{content:"$&"}' });
  expect(html).toContain("<title>Costs $&amp; and $1 &lt;i&gt; &#8211; $&#39; money</title>");
  expect(html).toContain('a::after{content:"$&"}');
});

test.each([
  ["/index", "solo home", /^Claims and reality/],
  ["/methods", "solo", /^How it was made – /],
  ["/unknown", "solo", / – Claims and reality/]
])("the page at %s is laid out as %s", (path, layout, title) => {
  const { document } = finished(documentOf("<h1>A</h1>"), path);
  expect(document.body.className).toBe(layout);
  expect(document.title).toMatch(title);
});

test("a page in a folder finds everything higher up", () => {
  const { html, document } = finished(documentOf("<h1>A</h1>", cellsOf("../"), "../"), "/angles/nickel");
  expect(html).toContain('url("../_assets/hashed.fonts/sans.woff2")');
  const script = one(document, "body > script");
  expect(script.textContent).toBe('import("../_assets/wake.js")');
  expect(script.getAttribute("data-root")).toBe("../");
  expect(script.getAttribute("data-cells")).toBe("../_cells/angles/nickel.hashed.js");
});

test.each(["/", "/in/a-folder/"])("the page for wrong addresses finds everything from any depth, at %s", (base) => {
  const notebook = notebookOf({ "404.md": "---\ntitle: None\naside: true\n---\n" }, { base });
  const { html } = finished(documentOf("<h1>Nothing</h1>"), "/404", { notebook });
  expect(html).toContain(`url("${base}_assets/hashed.fonts/sans.woff2")`);
  expect(html).toContain(`import("${base}_assets/wake.js")`);
  expect(html).toContain(`data-root="${base}"`);
  expect(html).not.toMatch(/["(]\.\//);
});

describe("live cells", () => {
  const moved = (path: string, up: string) => finished(documentOf("<p>a</p>", cellsOf(up), up), path);

  test("become a file of its own, which the script that wakes the page is told of with the sheets that they want", () => {
    const { document, html, published } = moved("/us-demand", "./");
    expect(Object.keys(published)).toEqual(["/us-demand"]);
    const script = one(document, "body > script");
    expect(script.getAttribute("data-cells")).toBe("./_cells/us-demand.hashed.js");
    expect(script.getAttribute("data-sheets")).toBe("./_observablehq/stdlib/inputs.css");
    expect(html).not.toContain("define(");
    expect(all(document, "head link[rel=stylesheet]:not(noscript *)")).toEqual([]);
  });

  test.each([
    ["the root", "/us-demand", "./", "../"],
    ["a folder", "/angles/nickel", "../", "../../"],
    ["a folder in a folder", "/a/b/c", "../../", "../../../"]
  ])("of a page in %s are imported from where they were, one folder deeper", (_, path, up, deeper) => {
    expect(moved(path, up).published[path]).toBe(`

import {define} from "${deeper}_observablehq/client.js";
import "${deeper}_npm/side-effect.js";
import {registerFile} from"${deeper}_observablehq/stdlib.js";

registerFile("${up}data/figures.json", {"name":"${up}data/figures.json","path":"${up}_file/data/figures.json","size":7});

define({id: "1", body: async () => {
const [Plot, own, other] = await Promise.all([import("${deeper}_node/plot.js"), import( "${deeper}_import/own.js"), import("https://example.org/a.js")]);
return "./a-string";
}});

`);
  });

  test("are no file where Framework's script only starts its client", () => {
    const head = `<script type="module">\n\nimport "./_observablehq/client.js";\n\n</script>`;
    const { published, document } = finished(documentOf("<p>a</p>", head));
    expect(published).toEqual({});
    expect(one(document, "body > script").hasAttribute("data-cells")).toBe(false);
  });

  test("stay where they are in a preview, with Framework's client and the whole sheet", () => {
    const { html, published } = finished(documentOf("<p>a</p>", cellsOf("./")), "/us-demand", {
      publishCells: null,
      styleFor: null
    });
    expect(published).toEqual({});
    expect(html).toContain("define({");
    expect(html).toContain("./_observablehq/stdlib/inputs.css");
    expect(html).toContain('<link rel="stylesheet" href="/_assets/hashed.style.css">');
  });
});

test("the head leads to the feed of changes where there is one, from a folder as well", () => {
  const feed = (path: string, options = {}): (string | null)[] =>
    all(new JSDOM(finished(documentOf("<p>A</p>"), path, options).html).window.document.documentElement, "head link")
      .filter((link) => link.getAttribute("type") === "application/atom+xml")
      .map((link) => `${link.getAttribute("rel")} ${link.getAttribute("href")}`);
  const quiet = notebookOf({ "a.md": "---\ntitle: A\n---\n\n```changes\n```\n" });
  const changes = { updates: [{ day: "2026-02-03", text: "- A start." }], corrections: [] };
  const notebook = { ...quiet, site: { ...quiet.site, changes } };
  expect(feed("/a", { notebook })).toEqual(["alternate ./changes.xml"]);
  expect(feed("/in/b", { notebook })).toEqual(["alternate ../changes.xml"]);
  expect(feed("/a", { notebook: quiet })).toEqual([]);
});
