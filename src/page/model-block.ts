import { htmlEscape as esc } from "escape-goat";
import { sizes, staticWidth } from "../charts/chart.ts";
import type { Model } from "../models/model.ts";
import { startValues } from "../models/start-values.ts";
import { tableOf, takings } from "./figure-takings.ts";
import { modelFigure, notesOf, recordsOfModel } from "./model-figure.ts";
import { modelGiven } from "./model-given.ts";
import { modelSentence } from "./model-sentence.ts";
import type { Notebook } from "./notebook.ts";
import { sourceLine } from "./source-line.ts";

/**
 * A model as it stands before anyone touches it: the sentence with the sources' numbers, its drawing, and what each
 * number is. Complete without scripts, which make the numbers of the sentence fields.
 */
export function modelBlock(
  model: Model<string>,
  { notebook, document }: { notebook: Notebook; document: Document }
): string {
  const { name } = model;
  const values = startValues(model, notebook.tables);
  const drawings = sizes.map((size) => {
    const drawing = model.draw(values, { width: staticWidth[size], size, document });
    drawing.setAttribute("aria-hidden", "true");
    return `<div class="drawing ${size}">${drawing.outerHTML}</div>`;
  });
  const given = model.inputs.map(
    (input) => `<li data-given="${input.id}">${modelGiven(input, values[input.id] ?? 0, notebook)}</li>`
  );
  return `<figure class="fig model" id="${name}" data-model="${name}" data-start="${esc(JSON.stringify(values))}" aria-labelledby="${name}-title">
<figcaption><h3 id="${name}-title">${esc(model.title)}</h3></figcaption>
<p class="question">${modelSentence(model.question, model, notebook)}</p>
<p class="answer">${modelSentence(model.answer, model, notebook)}</p>
<p class="limit"></p>
<p class="vh" role="status"></p>
<p class="subtitle">${esc(model.subtitle)}</p>
<div class="drawings">${drawings.join("\n")}</div>
<ul class="given" id="${name}-given">${given.join("\n")}</ul>
<noscript><p class="notes">With scripts, the numbers listed here can be dragged or typed over.</p></noscript>
<p class="notes">${[...notesOf(model, notebook), filesSay].map(esc).join(" ")}</p>
<p class="source"><b>Source</b> ${sourceLine(recordsOfModel(model), notebook)}</p>
<div class="actions">${takings(name)}<a class="ev" href="#${name}-given">Evidence</a><button type="button" data-do="reset" disabled>Reset</button><a class="number" href="#${name}">Link to these numbers</a></div>
${tableOf(modelFigure(model, notebook))}
</figure>`;
}

/** What is taken away does not follow the reader: it has an address, at which others find the same. */
const filesSay = "Table and files hold the numbers as written.";
