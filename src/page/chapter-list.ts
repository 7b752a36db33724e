import { htmlEscape as esc } from "escape-goat";
import { thumbnail } from "../charts/thumbnails.ts";
import { expandTokens } from "./expand-tokens.ts";
import type { Notebook } from "./notebook.ts";
import { pages } from "./site.ts";

/** The chapters with their findings, each row a link. */
export function chapterList(notebook: Notebook): string {
  const items = pages.flatMap(({ path, name, chapter, finding = "" }) => {
    if (chapter === undefined) return [];
    return [
      `<li><a href=".${path}"><span class="numeral">${chapter}</span><span class="text"><b>${esc(expandTokens(name, notebook))}</b>
<span class="finding">${esc(expandTokens(finding, notebook))}</span></span>${thumbnail(path, notebook.tables)}</a></li>`
    ];
  });
  return `<ol class="chapters">${items.join("\n")}</ol>`;
}
