import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { astroPage } from "./astro-page.ts";
import { pageContent } from "./page-content.ts";
import { plainPage } from "./plain-page.ts";
import { smallDocument } from "./small-page.ts";

const css = ":root{--red:#b0234a}";
const content = pageContent(smallDocument());
const page = astroPage("/gallium", content, css);
const { document } = new JSDOM(page.main).window;

test("Astro’s page says what the plain one says, word for word", () => {
  const plain = new JSDOM(plainPage(content, css)).window.document.querySelector("main");
  expect(document.body.textContent?.trim()).toBe(plain?.textContent?.trim());
});

test("a figure is an island that holds its drawing, and names its rows", () => {
  expect([...document.querySelectorAll("plot-figure")].map((island) => island.getAttribute("data-name"))).toEqual([
    "squares"
  ]);
  expect(document.querySelectorAll("figure > plot-figure > svg a").length).toBe(1);
  expect(document.querySelectorAll("figure svg").length).toBe(1);
});

test("a page knows its file, and the colours of its drawings", () => {
  expect(page.file).toBe("/gallium");
  expect(page.style).toMatch(/^:root\{--red:#b0234a\}body\{/);
});
