import { htmlEscape as esc } from "escape-goat";
import { dateText, periodText } from "../charts/words/format.ts";
import { publishedText } from "../charts/words/published-text.ts";
import { derivationFunctions } from "../tables/derivations.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { FigureRow } from "../tables/figures.ts";
import { evidenceId } from "./evidence-id.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { asData, numberText } from "./number-text.ts";
import { othersSay } from "./others-say.ts";
import { passageLink } from "./passage-link.ts";
import { recordLink } from "./record-link.ts";

/**
 * What a number opens: what was printed, who said it, who passed it on, on which basis, what others say. Closed, it is the
 * short entry in the list of evidence: what is shown then begins with its basis, or its sum.
 */
export function evidencePopover(fact: Fact, notebook: Notebook): string {
  if (fact.kind === "position") throw new Error(`${fact.row.id} is a position; positions are read on their own page`);
  const id = evidenceId(fact.row.id);
  const body = fact.kind === "figure" ? figureBody(fact.row, notebook) : derivedBody(fact.row, notebook);
  return `<div popover id="${id}" class="evidence"><button type="button" class="close" popovertarget="${id}" aria-label="Close">×</button>
${body}</div>`;
}

/** A fact's number as its evidence is headed: as printed where one sentence printed it. */
export function evidenceHeading(fact: Fact): string {
  return fact.kind === "figure" && fact.row.series === null && fact.row.correction === null
    ? fact.row.printed
    : numberText(fact, "full");
}

const heading = (fact: Fact): string => `<h3 class="amount" tabindex="-1" autofocus>${esc(evidenceHeading(fact))}</h3>`;

function figureBody(figure: FigureRow, notebook: Notebook): string {
  const basis = [
    figure.basis === "conditional" && figure.condition ? "" : sentence(figure.basis_label),
    figure.form
      ? sentence(isMass(figure.unit) ? `tonnes of ${notebook.formLabel(figure.form)}` : notebook.formLabel(figure.form))
      : isMass(figure.unit) && figure.material === "rare-earths"
        ? "Oxide or metal not stated."
        : "",
    figure.period
      ? `For ${periodText(figure.period)}${figure.period_inferred ? " (inferred)" : ""}.`
      : "Time not stated.",
    figure.current ? "" : "Superseded by a later edition.",
    figure.condition ? sentence(`on a condition: ${figure.condition}`) : ""
  ];
  return `<p class="badge">${kindSymbol(figure.speaker_kind)} ${esc(sentenceCase(notebook.kindLabel(figure.speaker_kind)))}</p>
${heading({ kind: "figure", row: figure })}
<p class="says">${esc(figure.says)}</p>
<ol class="thread">${thread(figure, notebook)}</ol>
<dl><dt>Basis</dt><dd>${esc(basis.filter(Boolean).join(" "))}</dd>
<dt>Counted</dt><dd>${esc(`${figure.subject_name}, ${figure.metric_label}`)}</dd>
<dt>As data</dt><dd>${esc(asData(figure))}, ${esc([figure.status, ...figure.marks].join(", "))}${figure.also.length > 0 ? `; also in ¶${figure.also.join(", ¶")}` : ""}</dd>${correctionRow(figure)}${verdictRows(figure, notebook)}</dl>
${othersSay(figure, notebook)}
<p class="foot"><a href="${esc(passageLink(figure))}">${figure.paragraph === null ? "Open the page" : "Open at the passage"} →</a> <a href="${recordLink(figure)}">Record →</a></p>`;
}

function derivedBody(derived: DerivedRow, notebook: Notebook): string {
  const takes = derivationFunctions[derived.function].takes;
  const inputs = derived.inputs.map((input, i) => {
    const fact = notebook.fact(input);
    if (fact?.kind !== "figure") throw new Error(`${derived.id} rests on ${input}, which is no figure`);
    const { row } = fact;
    return `<li>${kindSymbol(row.speaker_kind)} ${esc(takes[i] ?? "")}: ${evidenceTrigger(input, numberText(fact, "full"))} <span class="who">${esc(row.speaker_name)}</span></li>`;
  });
  return `<p class="badge"><span class="equals" aria-hidden="true">=</span> Our arithmetic</p>
${heading({ kind: "derived", row: derived })}
<p class="says">${esc(derived.explanation)}</p>
<dl><dt>Sum</dt><dd>${esc(derived.formula)}</dd>${derived.allowed ? `\n<dt>Care</dt><dd>${esc(derived.allowed)}</dd>` : ""}</dl>
<h4>What goes in</h4>
<ul class="inputs">${inputs.join("\n")}</ul>`;
}

/** What the edition printed, where a correction holds instead. */
function correctionRow(figure: FigureRow): string {
  if (figure.correction === null) return "";
  return `\n<dt>Corrected</dt><dd>Printed as ${esc(figure.printed)}. ${esc(figure.correction)}</dd>`;
}

/** The verdicts on claims that this figure makes. */
function verdictRows(figure: FigureRow, notebook: Notebook): string {
  return notebook.tables.verdicts.rows
    .filter(({ figures }) => figures.includes(figure.id))
    .map(
      ({ verdict, reasoning }) =>
        `\n<dt>Check</dt><dd><b>${esc(sentence(verdict.replaceAll("-", " ")))}</b> ${esc(reasoning)}</dd>`
    )
    .join("");
}

/** From the one who said it to the publication that was read, a line each. */
function thread(figure: FigureRow, notebook: Notebook): string {
  const source = notebook.source(figure.source);
  const relays = figure.chain.slice(0, -1);
  const authorial = figure.voice === "authorial" || figure.voice === "gloss";
  const speaker = notebook.speaker(figure.speaker);
  const lines = [
    ...(authorial && speaker.id === figure.publisher
      ? []
      : [item(speaker.kind, speaker.name, speaker.role, authorial ? "wrote it" : saidWhen(figure))]),
    ...relays.map((id) => item(notebook.speaker(id).kind, notebook.speaker(id).name, null, "reported it")),
    item(
      source.kind,
      source.publisher_name,
      source.edition ?? publishedText(source),
      [howTold(figure), figure.paragraph === null ? figure.place : `paragraph ${figure.paragraph}`]
        .filter(Boolean)
        .join(", ")
    )
  ];
  return lines.join("\n");
}

/** Only of what was seen second-hand does the record keep the day on which it was said. */
const saidWhen = ({ reading, published, said_inferred }: FigureRow): string =>
  reading === "second-hand" && published !== null
    ? `said it, ${dateText(published)}${said_inferred === null ? "" : " (inferred)"}`
    : "said it; date not given";

/** What the publication that was read did with the statement. */
function howTold({ series, reading, voice, chain }: FigureRow): string {
  if (series !== null) return "printed it";
  if (reading === "second-hand") return "keeps it, seen second-hand";
  if (voice === "authorial" || voice === "gloss") return "its own words";
  return chain.length > 1 ? "relayed it" : "reported it";
}

const item = (kind: string, name: string, role: string | null, did: string): string =>
  `<li>${kindSymbol(kind)}<span><b>${esc(name)}</b>${role ? `, ${esc(role)}` : ""} <small>${esc(did)}</small></span></li>`;

const isMass = (unit: string): boolean => unit === "t" || unit === "t/yr";
const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string): string => `${sentenceCase(text)}.`;
