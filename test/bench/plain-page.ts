import { htmlEscape as esc } from "escape-goat";
import { noteAddress, type PageContent } from "./page-content.ts";
import { usedTokens } from "./used-tokens.ts";

/** One plain style sheet. */
export const style = [
  "body{max-width:44rem;margin:0 auto;padding:0 1rem;font:1.1rem/1.55 Georgia,serif;color:#222;background:#fff}",
  "h1{font-size:2rem;line-height:1.15}a{color:#1a4f8b}",
  "figure{margin:2rem 0;overflow-x:auto}figure>svg,li svg{max-width:100%;height:auto}",
  "table{border-collapse:collapse;font-size:.9rem}th,td{padding:.2rem .6rem .2rem 0;text-align:left;vertical-align:top}",
  "small,footer{font-size:.85rem}"
].join("");

/**
 * The page as somebody would write it by hand: the same words, numbers, tables, one drawing of each figure, the evidence of
 * each number as a note at the end that the number links to; one plain style sheet, no script, nothing that opens. A table
 * whose cells are numbers of the page has one note. `css` is our own style sheet, from which the drawings' colours are taken.
 */
export function plainPage({ title, description, navigation, main, symbols, footer }: PageContent, css: string): string {
  const body = `<header><a href="./">Claims and reality</a><nav>${navigation}</nav></header>
<main>
${readableHtml(main)}
</main>${symbols}
<footer>${footer}</footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<meta name="description" content="${esc(description)}">
<style>${usedTokens(body, css)}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Numbers become links to their notes, and live cells, which are nothing without scripts, go. */
export function readableHtml(main: HTMLElement): string {
  const copy = main.cloneNode(true) as HTMLElement;
  for (const cells of copy.querySelectorAll(".live")) cells.remove();
  for (const number of copy.querySelectorAll("[data-fact]")) number.replaceWith(link(number));
  for (const figure of copy.querySelectorAll("[data-figure]")) figure.removeAttribute("data-figure");
  return copy.innerHTML.replace(/\n\s*\n/g, "\n").trim();
}

/** A number of a table's note is the place that others lead to. */
function link(number: Element): Element | string {
  const text = number.textContent ?? "";
  if (number.closest("li")?.id === noteAddress(number).slice(1)) return text;
  const made = number.ownerDocument.createElement("a");
  made.setAttribute("href", noteAddress(number));
  made.append(text);
  return made;
}
