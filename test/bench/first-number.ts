/** Where a reader first meets a number: a block's tag, and the block's text up to the end of that number. */
export interface FirstNumber {
  tag: string;
  text: string;
}

const blocks = "h1, h2, h3, h4, p, li, th, td, summary";
const unseen = "noscript, svg, .vh, [popover], .evidence-list, details:not([open]) > :not(summary)";

/**
 * The first number in reading order that is text. All three ways of building a page are held against the same words, so
 * `document` is that of the built page.
 */
export function firstNumber(document: Document): FirstNumber {
  for (const block of document.querySelectorAll(`main :is(${blocks})`)) {
    if (block.closest(unseen) || block.querySelector(blocks)) continue;
    const text = collapsed(block.textContent ?? "");
    const [number] = [...block.querySelectorAll("[data-fact]")].map((element) => collapsed(element.textContent ?? ""));
    const [typed] = text.match(/\d[\d.,]*\d|\d/) ?? [];
    const shown = number ?? typed;
    if (shown) return { tag: block.localName, text: text.slice(0, text.indexOf(shown) + shown.length) };
  }
  throw new Error("the page has no number");
}

/** Text as it reads, whatever the white space of its markup. */
const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();
