import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Readability } from "@mozilla/readability";
import { expect, test } from "@playwright/test";
import { parseHTML } from "linkedom";
import { pagePaths } from "./site.ts";

const fileOf = (path: string): string =>
  fileURLToPath(new URL(`../../dist${path === "/" ? "/index" : path}.html`, import.meta.url));

const plain = (text: string | null | undefined): string => (text ?? "").replace(/[\u2060\s]+/g, " ").trim();

/** What a page says in sentences of its own, as far as they have numbers or terms that open something. */
const prose = "main > :is(h1, h2, h3, p, ul, ol, blockquote), main > .key-numbers p, main > .verdict p";

/** The page as readers of reader views get it, with the sentences that it must have. */
function readerView(path: string): { sentences: string[]; text: string; html: string } {
  const { document } = parseHTML(readFileSync(fileOf(path), "utf8"));
  const sentences = [...document.querySelectorAll(prose)]
    .filter((element) => element.querySelector(".ev, .term"))
    .map(({ textContent }) => plain(textContent));
  const article = new Readability(document as unknown as Document).parse();
  return {
    sentences,
    text: `${plain(article?.title)} ${plain(article?.textContent)}`,
    html: article?.content ?? ""
  };
}

for (const path of pagePaths)
  test(`every number of the prose of ${path} is in its reader view`, () => {
    const { sentences, text } = readerView(path);
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

test("a number of a reader view leads to its evidence on the page", () => {
  const { sentences, html } = readerView("/gallium");
  expect(sentences.length).toBeGreaterThan(5);
  expect(html).toMatch(/<a [^>]*href="[^"]*#p-[^"]+"[^>]*>[^<]*\d/);
});
