import { htmlEscape as esc } from "escape-goat";
import { parseHTML } from "linkedom";

/** A document to draw in. It has no window, and so costs next to nothing. */
export const drawingDocument = (): Document =>
  parseHTML("<!doctype html><html><head></head><body></body></html>").document;

/**
 * A drawing as text, which is the same in a page and in a file of its own: what is empty closes itself, and only what has to
 * be is escaped. Readers of text alone, who know no places, find a space between two labels.
 */
export function drawingText(node: Element): string {
  // linkedom keeps the attribute that was set last first; browsers keep them as they were set.
  const attributes = [...node.attributes]
    .reverse()
    .map(({ name, value }) => ` ${name}="${esc(value)}"`)
    .join("");
  const inside = [...node.childNodes]
    .map((child) => (child.nodeType === 1 ? drawingText(child as Element) : textEscape(child.nodeValue ?? "")))
    .join("");
  const name = node.localName;
  if (inside === "") return `<${name}${attributes}/>`;
  return `<${name}${attributes}>${inside}</${name}>${name === "text" ? " " : ""}`;
}

const textEscape = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
