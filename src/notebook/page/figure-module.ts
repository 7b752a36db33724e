import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import { fullAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import { sourceText } from "./source-line.ts";
import { plain } from "./typography.ts";

/**
 * A figure as a module that imports nothing, so that it runs on any page and in any notebook: its picture, its words, its
 * rows, its source and licence, and `figure()`, which makes an element of them. `home` is where it is read, from the site's
 * root; where that has no address yet, the module finds the site by its own.
 */
export function figureModule(
  { figure, rows }: DrawnFigure,
  { svg, home, notebook }: { svg: string; home: string; notebook: Notebook }
): string {
  const { title, subtitle, description, notes } = figure.words(rows);
  const { licence, updated } = notebook.site.options;
  const source = sourceText(recordsOf({ rows }), notebook);
  const address = fullAddress(home, notebook);
  const facts = { title, subtitle, description, notes, source, licence, updated, rows };
  const from = [notebook.site.title, licence].filter(Boolean).join(" · ");
  return `// ${plain(title)}
// From: ${from}
//
// import { figure } from "…/figures/${figure.name}.js";
// document.body.append(figure());

${Object.entries(facts)
  .map(([name, value]) => `export const ${name} = ${plain(literal(value ?? null))};`)
  .join("\n")}
export const svg = ${literal(svg)};

/** Where the figure is read with its evidence. */
export const page = ${address === undefined ? `new URL(${literal(`../${home}`)}, import.meta.url).href` : literal(address)};

/** The figure as an HTML element, with title, notes, source and licence inside; each call makes another. */
export function figure() {
  const made = document.createElement("figure");
  made.style.cssText = "margin: 0; max-width: 1200px; background: #fff";
  made.innerHTML = svg;
  const picture = made.firstElementChild;
  picture.style.cssText = "display: block; width: 100%; height: auto";
  picture.setAttribute("aria-label", \`\${title}. \${description}\`);
  for (const name of ["aria-labelledby", "aria-describedby"]) picture.removeAttribute(name);
  for (const words of picture.querySelectorAll(":scope > :is(title, desc)")) words.removeAttribute("id");
  const link = document.createElement("a");
  link.href = page;
  link.textContent = ${literal(from)};
  link.style.color = "#1b4fa8";
  const caption = document.createElement("figcaption");
  caption.style.cssText = "padding: 0 4% 12px; font: 14px/1.5 sans-serif";
  caption.append(link);
  made.append(caption);
  return made;
}
`;
}

/** A value as JavaScript: two signs that JSON allows in a text end a line in old engines. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
