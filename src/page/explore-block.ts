import { htmlEscape as esc } from "escape-goat";
import { staticWidth } from "../charts/chart.ts";
import { tidySvg } from "../charts/marks/tidy-svg.ts";
import { rowsHtml, statusHtml } from "../explore/chart-html.ts";
import { controls } from "../explore/controls.ts";
import { drawRecipe } from "../explore/draw-recipe.ts";
import { explore } from "../explore/explore.ts";
import { fieldsOf, type Row } from "../explore/fields.ts";
import { sourceText } from "../explore/source-text.ts";
import { openingSpec } from "../explore/spec.ts";
import { worded } from "../explore/worded.ts";
import type { Notebook } from "./notebook.ts";

/**
 * The workshop of charts with the chart that it opens with: its drawing, rows and page source are complete without
 * scripts, which bring the controls to life.
 */
export function exploreBlock(notebook: Notebook, document: Document): string {
  const figures = notebook.tables.figures.rows as readonly object[] as readonly Row[];
  const fields = fieldsOf(figures);
  const table = worded(figures, fields);
  const { placed, rows, doubts, recipe, words, view, source } = explore(table, openingSpec, fields);
  const drawings = (["sm", "md", "lg"] as const).map((size) => {
    const made = recipe(size === "sm");
    if (!made) throw new Error(`the chart that /explore opens with cannot be drawn: ${doubts.map(({ text }) => text)}`);
    const drawn = drawRecipe(made, placed, { width: staticWidth[size], document });
    return `<div class="drawing ${size}">${drawn.map(({ svg }) => labelled(tidySvg(svg)).outerHTML).join("")}</div>`;
  });
  return `<section class="explore" data-explore>
<form autocomplete="off" aria-label="Make a chart">${controls(openingSpec, fields, table)}</form>
<div class="made">
<div class="status" role="status" tabindex="-1">${statusHtml(rows.length, [], doubts)}</div><div class="remedies"></div>
<figure class="fig wide" id="your-figure" aria-labelledby="your-title" aria-describedby="your-words">
<figcaption><h3 id="your-title">${esc(words.title)}</h3><p class="subtitle">${esc(words.subtitle)}</p><p class="vh" id="your-words">${esc(words.description)}</p></figcaption>
<div class="drawings">${drawings.join("\n")}</div>
<p class="notes">${words.notes.map(esc).join(" ")}</p>
<p class="source"><b>Source</b> <span>${esc(sourceText(rows, "figures"))}</span></p>
<div class="actions"><a href="./explore" data-do="link">Link to this chart</a><a href="./data/figures.csv" data-do="csv">CSV</a><a class="number" href="#your-figure">Your figure</a></div>
</figure>
<div class="page-source"><div><h3>Page source</h3><button type="button" data-do="copy">Copy</button><a href="#your-source" data-do="save">Download</a></div><pre id="your-source" tabindex="0" role="region" aria-label="Page source"><code>${esc(source)}</code></pre></div>
</div>
<div class="rows-made"><h3>Rows</h3><div class="scroll" id="your-data" tabindex="0" role="region" aria-label="Rows of the chart">${rowsHtml(view, words.title)}</div></div>
</section>`;
}

function labelled(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute("aria-labelledby", "your-title");
  return svg;
}
