import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { finishPage } from "../../../src/notebook/page/finish-page.ts";
import { evidenceTrigger } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, one, wordsOf } from "./dom.ts";

const notebook = realNotebook();
const [figure, other] = notebook.tables.figures.rows;
const [derived] = notebook.tables.derived.rows;
if (!figure || !other || !derived) throw new Error("the ledger has figures and derived quantities");

const outline = [
  {
    path: "/gallium",
    name: "Gallium",
    sections: [
      { id: "", heading: "", text: "" },
      { id: "first", heading: "Ga & co", text: "" }
    ]
  }
];

/** Framework's document for a page with this text, finished. */
function finished(main: string, { path = "/us-demand", head = "" } = {}) {
  const emitted: string[] = [];
  const html = finishPage(
    `<!doctype html><html><head><title>Framework's</title>${head}</head><body><main id="observablehq-main">${main}</main></body></html>`,
    { path },
    {
      notebook,
      outline,
      css: "body{margin:0}",
      scripts: { fonts: "document.fonts", start: 'import("./assets/client/wake.js")' },
      publish: () => {},
      choices: { choices: [], alternatives: [] },
      asset: (name) => `assets/${name}`,
      emit(name) {
        emitted.push(name);
        return `hashed/${name}`;
      }
    }
  );
  return { html, emitted, document: new JSDOM(html).window.document };
}

const text = `<h1 id="title"><a class="observablehq-header-anchor" href="#title">A finding</a></h1>
<p>From ${evidenceTrigger(figure.id, "28")} to ${evidenceTrigger(derived.id, "7")}.</p><h2 id="first">First</h2>`;

describe("a finished page", () => {
  const { document, html } = finished(text);

  test("has a language, and lets its reader enlarge it", () => {
    expect(document.documentElement.lang).toBe("en");
    expect(one(document, "meta[name=viewport]").getAttribute("content")).toBe("width=device-width, initial-scale=1");
  });

  test("has a title, a description without a token, and its style", () => {
    expect(document.title).toMatch(/^US demand.* – Claims and reality/);
    expect(one(document, "meta[name=description]").getAttribute("content")).toMatch(/^[^{]{30,}$/);
    expect(one(document, "style").textContent).toContain("body{margin:0}");
  });

  test("says what networks show of a link to it: title, finding, and a picture of its own", () => {
    const tag = (name: string) =>
      one(document, `meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");
    expect(tag("og:title")).toBe(document.title);
    expect(tag("og:description")).toBe(tag("description"));
    expect(tag("og:image")).toBe("./share/us-demand.png");
    expect(tag("twitter:card")).toBe("summary_large_image");
  });

  test("has the page's text, its headings without links to themselves", () => {
    expect(wordsOf(one(document, "main h1"))).toBe("A finding");
    expect(all(document, "main h1 a")).toEqual([]);
  });

  test("has the evidence of every number that it shows, and of what derived ones rest on", () => {
    const dialogs = new Set(all(document, "[popover]").map(({ id }) => id));
    const wanted = all(document, "[popovertarget]").map((button) => button.getAttribute("popovertarget") ?? "");
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.filter((id) => !dialogs.has(id))).toEqual([]);
    expect(dialogs.size).toBe(new Set([figure.id, derived.id, ...derived.inputs]).size);
  });

  test("gives each number its place in the list of evidence, for print", () => {
    const places = all(document, "main p [data-fact]:not(.amount *)").map((trigger) => trigger.getAttribute("data-n"));
    expect(places.slice(0, 2)).toEqual(["1", "2"]);
  });

  test("has no id twice", () => {
    const ids = all(document, "[id]").map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("asks nobody else for anything: every script, style and font is the site's own", () => {
    const asked = [...html.matchAll(/(?:src|href)="([^"]*)"|url\("([^"]*)"\)/g)]
      .map(([match, attribute, url]) => ({ match, address: attribute ?? url ?? "" }))
      .filter(({ match, address }) => /^(src|url)/.test(match) || /\.(css|js|woff2|svg)$/.test(address));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ address }) => !address.startsWith("./"))).toEqual([]);
  });

  test("asks at once for the upright faces that it is set in, by a script or, where there is none, by links", () => {
    const faces = [...html.matchAll(/url\("([^"]*)"\) format\("woff2"\);[^}]*font-style:normal/g)].map(
      ([, url]) => url
    );
    expect(faces).toHaveLength(3);
    expect(all(document, "head script").map(({ textContent }) => textContent)).toEqual(["document.fonts"]);
    const asked = all(document, "head noscript link[rel=preload]").map((link) => link.getAttribute("href"));
    expect(asked).toEqual(faces);
  });

  test("has the chapters and the sections beside it, and the way on", () => {
    expect(all(document, "aside .sections a").map((link) => link.getAttribute("href"))).toEqual(["#first"]);
    expect(all(document, "nav.next a")).toHaveLength(2);
  });
});

describe("live cells", () => {
  test("are named to the script that wakes the page, which does not load them itself", () => {
    const { document, emitted } = finished(text, { head: '<script type="module">\ndefine({});\n</script>' });
    expect(emitted).toEqual(["_cells/us-demand.js"]);
    expect(one(document, "body script").getAttribute("data-cells")).toBe("./hashed/_cells/us-demand.js");
  });

  test("are not named where there are none", () => {
    const { document, emitted } = finished(text);
    expect(emitted).toEqual([]);
    expect(one(document, "body script").hasAttribute("data-cells")).toBe(false);
  });
});

test("the first page and a page that navigation does not know have no rail", () => {
  for (const path of ["/index", "/404"]) {
    const { document } = finished(text, { path });
    expect(all(document, "aside")).toEqual([]);
    expect(all(document, "nav.next")).toEqual([]);
  }
  expect(finished(text, { path: "/unknown" }).document.title).toMatch(/^Framework's – /);
});

test("a chapter in full width says which chapter it is, and has no rail", () => {
  const { document } = finished(text, { path: "/positions" });
  expect(all(document, "aside")).toEqual([]);
  expect(wordsOf(one(document, ".here summary"))).toMatch(/^Chapter 4 of \d/);
});

test("the page of a source is named after it, and says what it holds", () => {
  const source = notebook.source("izvestia");
  const { document } = finished(text, { path: "/source-izvestia" });
  expect(document.title).toContain(source.title);
  expect(one(document, "meta[name=description]").getAttribute("content")).toBe(
    `Izvestia: ${source.figures} figures and ${source.positions} positions as records.`
  );
});

test("every heading of the notebook stands where a page asks for the list", () => {
  const { document } = finished('<h1>Search</h1><div class="all-headings"></div>', { path: "/search" });
  expect(all(document, "main .all-headings a").map((link) => [link.getAttribute("href"), wordsOf(link)])).toEqual([
    ["./gallium", "Gallium"],
    ["./gallium#first", "Ga & co"]
  ]);
});

test("the page for wrong addresses finds everything from any depth", () => {
  const { html } = finished('<h1>Nothing</h1><p><a href="./gallium">On</a></p>', { path: "/404" });
  expect(html).toContain('<a href="/gallium">On</a>');
  expect(html).toContain('url("/assets/fonts/sans.woff2")');
  expect(html).toContain('import("/assets/client/wake.js")');
  expect(html).not.toMatch(/["(]\.\//);
});

test("a token in raw HTML, which no reader could read, stops the build", () => {
  expect(() => finished(`<div>There are {{${figure.id}}}.</div>`)).toThrow(
    `/us-demand: {{${figure.id}}} stands in raw HTML, where no token is read; write it in Markdown`
  );
  expect(() => finished(`<p>Write <code>{{${figure.id}}}</code>.</p>`)).not.toThrow();
});

test("a document without a main element is a fault of the program", () => {
  const context = {
    publish: () => {},
    choices: { choices: [], alternatives: [] },
    notebook,
    outline,
    css: "",
    scripts: { fonts: "", start: "" },
    asset: (name: string) => name,
    emit: (name: string) => name
  };
  expect(() => finishPage("<p>nothing</p>", { path: "/gallium" }, context)).toThrow("/gallium has no main element");
});
