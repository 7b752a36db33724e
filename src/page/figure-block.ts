import { htmlEscape as esc } from "escape-goat";
import { sizes, staticWidth } from "../charts/chart.ts";
import { type DrawnChart, recordsOf } from "./drawn-chart.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { tableOf, takings } from "./figure-takings.ts";
import { joinLines } from "./join-lines.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { sourceLine } from "./source-line.ts";

/**
 * A figure in its frame: rule, title, subtitle, drawing at three widths, notes, source, actions, table. Everything is in
 * the HTML; the style sheet shows the drawing that fits.
 */
export function figureBlock(
  { chart, rows }: DrawnChart,
  { number, wide, notebook, document }: { number: string; wide: boolean; notebook: Notebook; document: Document }
): string {
  const words = chart.words(rows);
  const { name } = chart;
  const evidence = recordsOf({ rows });
  const drawings = sizes.map((size) => {
    const width = wide && size === "lg" ? wideWidth : staticWidth[size];
    const drawing = chart.draw(rows, { width, size, document });
    drawing.setAttribute("aria-labelledby", `${name}-title`);
    joinLines(drawing);
    return `<div class="drawing ${size}">${drawing.outerHTML}</div>`;
  });
  return `<figure class="fig${wide ? " wide" : ""}" id="${name}" data-chart="${name}" aria-labelledby="${name}-title" aria-describedby="${name}-words">
<figcaption><h3 id="${name}-title">${esc(words.title)}</h3>
<p class="subtitle">${esc(words.subtitle)}</p>
${words.howToRead ? `<p class="how">${esc(words.howToRead)}</p>` : ""}
<p class="vh" id="${name}-words">${esc(words.description)}</p></figcaption>
<div class="drawings">${drawings.join("\n")}</div>
<p class="notes">${words.notes.map(esc).join(" ")}</p>
<p class="source"><b>Source</b> ${sourceLine(evidence, notebook)}</p>
<div class="actions">${takings(name)}${evidenceButton(name, evidence, notebook)}<a class="number" href="#${name}" title="Link to this figure">${esc(number)}</a></div>
${tableOf({ chart, rows })}
${evidencePanel(name, evidence, notebook)}
</figure>`;
}

const wideWidth = 1134;

/** Where positions and events stand in full, with what each rests on; undefined for numbers. */
function listOf(ids: readonly string[], notebook: Notebook): string | undefined {
  if (ids.every((id) => notebook.fact(id)?.kind === "position")) return "./positions#speakers";
  return ids.every((id) => notebook.event(id)) ? "./timeline#events" : undefined;
}

/** Positions and events are read where they stand in full; numbers open a list of what is drawn. */
function evidenceButton(name: string, ids: readonly string[], notebook: Notebook): string {
  const list = listOf(ids, notebook);
  return list
    ? `<a class="ev" href="${list}">Evidence</a>`
    : `<button type="button" class="ev" popovertarget="${name}-evidence" aria-haspopup="dialog">Evidence</button>`;
}

function evidencePanel(name: string, ids: readonly string[], notebook: Notebook): string {
  if (listOf(ids, notebook)) return "";
  const items = ids.map((id) => {
    const fact = notebook.fact(id);
    if (!fact || fact.kind === "position") throw new Error(`figure ${name} rests on ${id}, which is no number`);
    const who =
      fact.kind === "derived"
        ? "our arithmetic"
        : `${fact.row.speaker_name}, in ${notebook.source(fact.row.source).publisher_name}`;
    return `<li>${evidenceTrigger(id, numberText(fact, "full"))} <small>${esc(who)}</small></li>`;
  });
  return `<div popover id="${name}-evidence" class="evidence panel"><button type="button" class="close" popovertarget="${name}-evidence" aria-label="Close">×</button>
<h4 tabindex="-1" autofocus>Every number drawn</h4><ol>${items.join("\n")}</ol></div>`;
}
