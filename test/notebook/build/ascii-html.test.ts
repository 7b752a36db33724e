import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { asciiHtml, fromAsciiHtml } from "../../../src/notebook/build/ascii-html.ts";

const page = `<!DOCTYPE html><html lang="en"><head><title>“Title” – 1</title>
<style>.a::before{content:"▸ "}.b::after{content:"–f"}</style>
<script type="application/ld+json">{"headline":"America’s 45 🌍"}</script>
<script>const sign = "×";</script></head>
<body><p title="5 ≥ 4">a&nbsp;b &amp; “c”, 🌍 1 ≠ 2</p></body></html>`;
const documentOf = (html: string): Document => new JSDOM(html).window.document;

test("a page in ASCII says the same", () => {
  const [before, after] = [documentOf(page), documentOf(asciiHtml(page))];
  expect(after.body.innerHTML).toBe(before.body.innerHTML);
  expect(after.title).toBe("“Title” – 1");
  const data = after.querySelector("script[type]")?.textContent ?? "";
  expect(JSON.parse(data)).toEqual({ headline: "America’s 45 🌍" });
  expect(fromAsciiHtml(asciiHtml(page))).toContain("“c”, 🌍 1 ≠ 2");
  expect(asciiHtml(page).replace("×", "")).toMatch(/^[\0-\x7f]*$/);
});

test("its style has signs as CSS escapes them, apart from a digit that follows", () => {
  expect(documentOf(asciiHtml(page)).querySelector("style")?.textContent).toBe(
    '.a::before{content:"\\25b8  "}.b::after{content:"\\2013 f"}'
  );
});

test("code stays as it is: its hash is in the page's policy", () => {
  expect(documentOf(asciiHtml(page)).querySelector("script:not([type])")?.textContent).toBe('const sign = "×";');
});
