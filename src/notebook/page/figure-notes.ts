import { htmlEscape as esc } from "escape-goat";
import { Part } from "./contract.ts";
import type { Notebook } from "./notebook.ts";
import { sourceLine, sourceNames } from "./source-line.ts";

/** Characters of notes that are about two lines of a phone. */
const inSight = 120;

/**
 * What stands under a drawing: what a careful reader needs first, and who the sources are; the other notes, and the sources
 * with editions and paragraphs, open on demand, so that words never outweigh what they explain. Few words stand in full.
 */
export function notesUnder(notes: readonly string[], records: readonly string[], notebook: Notebook): string {
  const { first, rest } = parted(notes);
  const source = sourceLine(records, notebook);
  const names = sourceNames(records, notebook);
  const folded = rest.length > 0 || source.replace(/<[^>]*>/g, "").length > inSight;
  return `<p class="${Part.notes}">${esc(first)}</p>
<p class="source"><b>Source</b> ${folded ? names : source}</p>${
    folded
      ? `
<details class="about-data"><summary>About these data</summary>${rest.map((note) => `<p>${esc(note)}</p>`).join("")}<p class="in-full"><b>Sources in full</b> ${source}</p></details>`
      : ""
  }`;
}

/** Whole notes as far as they are in sight, at least the first sentence; and the rest. */
function parted(notes: readonly string[]): { first: string; rest: string[] } {
  const first: string[] = [];
  const rest = [...notes];
  while (rest[0] !== undefined && [...first, rest[0]].join(" ").length <= inSight) first.push(...rest.splice(0, 1));
  const [longer] = rest;
  if (first.length > 0 || longer === undefined) return { first: first.join(" "), rest };
  const [sentence = longer] = longer.match(/^.*?[.!?]”?(?=\s+[A-Z“{])/) ?? [];
  const after = longer.slice(sentence.length).trim();
  return { first: sentence, rest: [...(after === "" ? [] : [after]), ...rest.slice(1)] };
}
