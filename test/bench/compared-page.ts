import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { type FirstNumber, firstNumber } from "./first-number.ts";
import { type PageContent, pageContent } from "./page-content.ts";
import { plainPage } from "./plain-page.ts";

/** A built page with what it is compared by. */
export interface ComparedPage {
  /** Its address, `/us-demand`. */
  path: string;
  /** Its file without ending, `/us-demand`; of the first page `/index`. */
  file: string;
  /** The page as it was built, and its style sheet. */
  html: string;
  css: string;
  content: PageContent;
  /** The same page as plain HTML. */
  plain: string;
  number: FirstNumber;
}

/** Reads a page of the built site, and makes the plain one of it. */
export function comparedPage(dist: string, path: string): ComparedPage {
  const file = path.replace(/\/$/, "/index");
  const html = readFileSync(join(dist, `${file}.html`), "utf8");
  const { document } = new JSDOM(html).window;
  const css = document.querySelector("style")?.textContent ?? "";
  const number = firstNumber(document);
  const content = pageContent(document);
  return { path, file, html, css, content, plain: plainPage(content, css), number };
}
