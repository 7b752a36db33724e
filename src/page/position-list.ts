import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "../charts/words/published-text.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { Notebook } from "./notebook.ts";
import { sourcePath } from "./record-link.ts";

/**
 * A speaker's positions, a list for each publication: topic and stance in words, the position in ours, how it is told, and
 * its paragraphs.
 */
export function positionLists(positions: readonly PositionRow[], notebook: Notebook): string {
  const sources = [...new Set(positions.map(({ source }) => source))];
  return sources
    .map((id) => {
      const source = notebook.source(id);
      const items = positions.filter((position) => position.source === id).map((row) => positionItem(row, notebook));
      return `<p>In <a href="${esc(source.url ?? "")}">${esc(source.publisher_name)}</a>, ${esc(publishedText(source))}; <a href=".${sourcePath(id)}">records</a></p>
<ul data-outlet="${esc(notebook.kindLabel(source.kind))}">${items.join("\n")}</ul>`;
    })
    .join("\n");
}

function positionItem(position: PositionRow, notebook: Notebook): string {
  const relays = position.chain.filter((id) => id !== position.publisher && id !== position.speaker);
  const via = relays.map((id) => ` via ${notebook.speaker(id).name}`).join("");
  const places = [position.paragraph, ...position.also].join(", ¶");
  return `<li id="${position.id.replaceAll(".", "-")}" class="${position.stance}"><b>${esc(position.topic_label)}</b> ${position.stance}<p>${esc(position.paraphrase)}</p><small>${position.voice}${esc(via)}, ¶${places}</small></li>`;
}
