import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { embedFiles } from "../../../src/notebook/page/embeds.ts";
import { makeNotebook } from "../../../src/notebook/page/notebook.ts";
import { makeSite } from "../../../src/notebook/page/site.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";
import { site, story } from "../../story.ts";
import { all, one } from "./dom.ts";

const asset = (name: string): string => `_assets/${name}`;
const notebook = realNotebook();
const files = embedFiles(notebook, asset);
const pageOf = (name: string): Document =>
  new JSDOM(files.find(({ path }) => path === `embed/${name}.html`)?.content).window.document;

test("every figure and model has a page to frame", () => {
  const names = [...notebook.figures, ...notebook.models].map(({ name }) => `embed/${name}.html`);
  expect(files.map(({ path }) => path).sort()).toEqual(names.sort());
});

test("it says its title and source, leads to the notebook, and needs no script", () => {
  const page = pageOf("century");
  const figure = notebook.figures.find(({ name }) => name === "century");
  expect(one(page, "h1").textContent).toBe(figure?.words(figure.select(notebook.tables)).title);
  expect(all(page, ".drawing svg")).toHaveLength(3);
  expect(one(page, ".source a").getAttribute("href")).toMatch(/^\.\.\/[\w-]*#century$/);
  expect(page.body.textContent).toContain("As of ");
  expect(all(page, "script, button")).toEqual([]);
  expect(all(page, "a").every((link) => !link.getAttribute("href")?.startsWith("#"))).toBe(true);
});

test("a figure that no page shows leads to the first page", () => {
  const pageless = makeNotebook(realLedger(), story, makeSite(site.options, []));
  const [page] = embedFiles(pageless, asset).filter(({ path }) => path === "embed/century.html");
  const links = all(new JSDOM(page?.content).window.document, "a").map((link) => link.getAttribute("href"));
  expect(links.filter((href) => !href?.startsWith("http"))).not.toEqual([]);
  expect(links.filter((href) => !href?.startsWith("http") && href !== "../")).toEqual([]);
});

test("where the notebook is known, what oEmbed asks for, and the frame to copy", () => {
  const known = makeNotebook(
    realLedger(),
    story,
    makeSite({ ...site.options, homepage: "https://example.org/n" }, site.pages)
  );
  const [page, oEmbed] = embedFiles(known, asset).filter(({ path }) => path.startsWith("embed/century."));
  const head = new JSDOM(page?.content).window.document.head;
  expect(one(head, 'link[type="application/json+oembed"]').getAttribute("href")).toBe(
    "https://example.org/n/embed/century.json"
  );
  const answer = JSON.parse(oEmbed?.content ?? "");
  expect(answer).toMatchObject({ version: "1.0", type: "rich", provider_url: "https://example.org/n" });
  const frame = one(new JSDOM(answer.html).window.document, "iframe");
  expect(frame.getAttribute("src")).toBe("https://example.org/n/embed/century");
  expect(frame.getAttribute("title")).toBeTruthy();
});
