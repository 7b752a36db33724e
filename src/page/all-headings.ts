import { htmlEscape as esc } from "escape-goat";
import type { PageOutline } from "./page-outline.ts";

/** Every page with its headings, each a link: what a reader without search goes through. */
export function allHeadings(outline: readonly PageOutline[]): string {
  const items = outline.map(({ path, name, sections }) => {
    const headings = sections.flatMap(({ id, heading }) =>
      id ? [`<li><a href=".${path}#${id}">${esc(heading)}</a></li>`] : []
    );
    return `<li><a href=".${path}">${esc(name)}</a>${headings.length > 0 ? `<ul>${headings.join("")}</ul>` : ""}</li>`;
  });
  return `<ul class="all-headings">${items.join("\n")}</ul>`;
}
