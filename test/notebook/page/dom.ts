import { JSDOM } from "jsdom";

const { document } = new JSDOM("").window;

/** A piece of a page's HTML as an element to look into. */
export function elementOf(html: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
}

/** The one element that a selector finds. */
export function one(element: ParentNode, selector: string): Element {
  const found = element.querySelectorAll(selector);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`there are ${found.length} of ${selector}, not one`);
  return only;
}

export const all = (element: ParentNode, selector: string): Element[] => [...element.querySelectorAll(selector)];

/** An element's words, with ordinary single spaces and without joiners. */
export const wordsOf = (element: Element): string =>
  (element.textContent ?? "").replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
