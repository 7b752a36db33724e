import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { pageContent } from "./page-content.ts";
import { plainPage } from "./plain-page.ts";
import { smallDocument } from "./small-page.ts";

const html = plainPage(pageContent(smallDocument()), ":root{--red:#b0234a;--unused:#000}:root{--red:#ff7d9b}");
const { document } = new JSDOM(html).window;

test("plain HTML has no script, nothing that opens by one, and no cell", () => {
  expect(document.querySelectorAll("script, button, [popover], noscript, .live").length).toBe(0);
  expect(document.querySelector("main")?.outerHTML).not.toMatch(/class=|data-|aria-|<div|<span|<!--/);
});

test("plain HTML says the same", () => {
  expect(document.title).toBe("Gallium");
  expect(document.querySelector("h1")?.textContent).toBe("Output of 7\u00a0t a year");
  expect(document.querySelector("header nav")?.textContent).toBe("Gallium");
  expect(document.querySelector("td")?.textContent).toBe("7");
  expect([...document.querySelectorAll("main p")].map((paragraph) => paragraph.textContent)).toEqual([
    "Where from",
    "A note.",
    "Source A",
    "CSV",
    "sceptical",
    "Output is seven tons."
  ]);
  expect(document.querySelector("footer")?.textContent).toBe("The foot");
});

test("plain HTML has one drawing a figure, whose symbols link to a note", () => {
  expect(document.querySelectorAll("figure svg").length).toBe(1);
  const target = document.querySelector("figure svg a")?.getAttribute("href") ?? "";
  expect(document.querySelector(target)?.textContent).toContain("seven tons");
});

test("plain HTML has each number’s evidence in full as a note, which the number links to", () => {
  const number = document.querySelector("h1 a");
  const note = document.querySelector(number?.getAttribute("href") ?? "");
  expect(note?.outerHTML).toBe(
    `<li id="e-a-output"><b>seven tons</b><p>Output is seven tons.</p><dl><dt>Basis</dt><dd>not stated</dd></dl></li>`
  );
});

test("plain HTML defines the colours of its drawings, as light pages have them, and no other", () => {
  expect(document.querySelector("style")?.textContent).toMatch(/^:root\{--red:#b0234a\}body\{/);
});
