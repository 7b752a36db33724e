import { htmlEscape as esc } from "escape-goat";
import type { PositionRow } from "../tables/positions.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { RecordContext } from "./record-context.ts";
import { saidBy } from "./said-by.ts";

/** A position's record: the stance in a word, who takes it, and what is said, in our words. */
export function positionRecord(position: PositionRow, { notebook }: RecordContext): string {
  const paragraphs = [position.paragraph, ...position.also].join(", ¶");
  return `<li id="${position.id}"><p><b>${esc(position.topic_label)}, ${position.stance}:</b> ${esc(position.paraphrase)}</p>
<p class="meta">${kindSymbol(position.speaker_kind)} ${esc(saidBy(position, notebook))} · ${position.voice} · ¶${paragraphs}</p></li>`;
}
