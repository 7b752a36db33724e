import { htmlEscape as esc } from "escape-goat";
import { evidenceEntryId } from "../kit/figure.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { capitalised, dateText, periodText, publishedText } from "../words/words.ts";
import { claimPath, evidenceId } from "./addresses.ts";
import { Data, Part } from "./contract.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { othersSay } from "./others-say.ts";
import { placeText } from "./sources.ts";
import { asData, closer, evidenceTrigger, numberText, type TokenForm } from "./tokens.ts";

/**
 * The address of a figure in its publication: for a text, a fragment lets the browser scroll to the printed words; for a
 * release it is the page that carries it.
 */
export function passageLink({
  url,
  paragraph,
  printed
}: Pick<QuantityRow, "url" | "paragraph" | "printed">): string | null {
  if (url === null || paragraph === null) return url;
  return `${url}#:~:text=${encodeURIComponent(printed).replaceAll("-", "%2D")}`;
}

/** A link to what was published, where its address is known. */
const openLink = (url: string | null, words: string): string =>
  url === null ? "" : `<a href="${esc(url)}">${words}</a> `;

/**
 * What a number opens: what was printed, who said it, who passed it on, on which basis, what others say. Closed, it is the
 * short entry in the list of evidence: what is shown then begins with its basis, or its sum.
 */
export function evidencePopover(fact: Fact, notebook: Notebook): string {
  if (fact.kind === "position") throw new Error(`${fact.row.id} is a position; positions are read on their own page`);
  const id = evidenceId(fact.row.id);
  return `<div popover id="${id}" class="${Part.evidence}">${closer(id)}
${evidenceBody(fact, notebook, { focus: ' tabindex="-1" autofocus' })}
<p class="foot">${fact.kind === "figure" ? passageWay(fact.row) : ""}<a href="./${claimPath(fact.row.id)}">Full record →</a></p></div>`;
}

/**
 * The same without its frame and the ways on. `focus` is what its heading bears where it takes the focus; verdicts are left
 * out where their cards stand beside it.
 */
export function evidenceBody(
  fact: Exclude<Fact, { kind: "position" }>,
  notebook: Notebook,
  { focus = "", withVerdicts = true }: { focus?: string; withVerdicts?: boolean } = {}
): string {
  const heading = `<h3 class="amount"${focus}>${esc(numberText(fact, headingForm(fact), notebook))}</h3>`;
  if (fact.kind === "derived") return derivedBody(fact.row, heading, notebook);
  return figureBody(fact.row, heading, withVerdicts ? verdictRows(fact.row, notebook) : "", notebook);
}

/** How a fact's number is written where its evidence is headed: as printed where one sentence printed it. */
const headingForm = (fact: Fact): TokenForm =>
  fact.kind === "figure" && fact.row.series === null && fact.row.correction === null ? "printed" : "full";

function figureBody(figure: QuantityRow, heading: string, verdicts: string, notebook: Notebook): string {
  const condition = figure.condition ? `on a condition: ${figure.condition}` : "";
  const basis = [
    // A basis that is the condition itself is said once.
    condition.startsWith(figure.basis_label) ? "" : sentence(figure.basis_label),
    formText(figure, notebook),
    figure.period
      ? `For ${periodText(figure.period)}${figure.period_inferred ? " (inferred)" : ""}.`
      : "Time not stated.",
    figure.current ? "" : "Superseded by a later edition.",
    condition && sentence(condition)
  ];
  return `<p class="badge">${kindSymbol(figure.speaker_kind)} ${esc(capitalised(notebook.kindLabel(figure.speaker_kind)))}</p>
${heading}
<p class="says">${esc(figure.says)}</p>
<ol class="thread">${thread(figure, notebook)}</ol>
<dl><dt>Basis</dt><dd>${esc(basis.filter(Boolean).join(" "))}</dd>
<dt>Counted</dt><dd>${esc(`${figure.subject_name}, ${figure.metric_label}`)}</dd>
<dt>As data</dt><dd>${esc(asData(figure, notebook))}, ${esc([figure.status, ...figure.marks].join(", "))}${figure.also.length > 0 ? `; also in ¶${figure.also.join(", ¶")}` : ""}</dd>${correctionRow(figure)}${verdicts}</dl>
${othersSay(figure, notebook)}`;
}

/** The way to a figure in its publication, where that is on the web. */
export const passageWay = (figure: QuantityRow): string =>
  openLink(passageLink(figure), `${figure.paragraph === null ? "Open the page" : "Open at the passage"} →`);

function derivedBody(derived: DerivedRow, heading: string, notebook: Notebook): string {
  const takes = notebook.inputNames(derived.id);
  const inputs = derived.inputs.map((input, i) => {
    const fact = notebook.quantity(input);
    const { row } = fact;
    return `<li>${kindSymbol(row.speaker_kind)} ${esc(takes[i] ?? "")}: ${evidenceTrigger(input, numberText(fact, "full", notebook))} <span class="who">${esc(row.speaker_name)}</span></li>`;
  });
  return `<p class="badge"><span class="equals" aria-hidden="true">=</span> Our arithmetic</p>
${heading}
<p class="says">${esc(derived.explanation)}</p>
<dl><dt>Formula</dt><dd>${esc(derived.formula)}</dd>${derived.allowed ? `\n<dt>Caution</dt><dd>${esc(derived.allowed)}</dd>` : ""}</dl>
<h4>What goes in</h4>
<ul class="inputs">${inputs.join("\n")}</ul>`;
}

/** What the edition printed, where a correction holds instead. */
function correctionRow(figure: QuantityRow): string {
  if (figure.correction === null) return "";
  return `\n<dt>Corrected</dt><dd>Printed as ${esc(figure.printed)}. ${esc(figure.correction)}</dd>`;
}

/** The verdicts on claims that this figure makes. */
function verdictRows(figure: QuantityRow, notebook: Notebook): string {
  return notebook.tables.verdicts.rows
    .filter(({ figures }) => figures.includes(figure.id))
    .map(
      ({ verdict, reasoning }) =>
        `\n<dt>Check</dt><dd><b>${esc(sentence(verdict.replaceAll("-", " ")))}</b> ${esc(reasoning)}</dd>`
    )
    .join("");
}

/** From the one who said it to the publication that was read, a line each. */
function thread(figure: QuantityRow, notebook: Notebook): string {
  const source = notebook.source(figure.source);
  const relays = figure.chain.slice(0, -1);
  const authorial = figure.voice === "authorial" || figure.voice === "gloss";
  const speaker = notebook.speaker(figure.speaker);
  const lines = [
    ...(authorial && speaker.id === figure.publisher
      ? []
      : [item(speaker.kind, speaker.name, speaker.role, authorial ? "wrote it" : saidWhen(figure))]),
    ...relays.map((id) => item(notebook.speaker(id).kind, notebook.speaker(id).name, null, relayed(figure))),
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

/** The relay of a publication that names it once, for its whole report, is an inference. */
const relayed = ({ chain_inferred }: QuantityRow): string =>
  `reported it${chain_inferred === null ? "" : " (inferred)"}`;

/** Only of what was seen second-hand does the record keep the day on which it was said. */
const saidWhen = ({ reading, published, said_inferred, chain, chain_inferred }: QuantityRow): string =>
  chain_inferred !== null && chain.length === 1
    ? "said it (inferred); date not given"
    : reading === "second-hand" && published !== null
      ? `said it, ${dateText(published)}${said_inferred === null ? "" : " (inferred)"}`
      : "said it; date not given";

/** What the publication that was read did with the statement. */
function howTold({ series, reading, voice, chain }: QuantityRow): string {
  if (series !== null) return "printed it";
  if (reading === "second-hand") return "keeps it, seen second-hand";
  if (voice === "authorial" || voice === "gloss") return "its own words";
  return chain.length > 1 ? "relayed it" : "reported it";
}

const item = (kind: string, name: string, role: string | null, did: string): string =>
  `<li>${kindSymbol(kind)}<span><b>${esc(name)}</b>${role ? `, ${esc(role)}` : ""} <small>${esc(did)}</small></span></li>`;

/** "Tonnes of green beans.", or the forms that a figure leaves one in doubt between: "Green or roasted not stated." */
function formText({ form, unit, material }: QuantityRow, notebook: Notebook): string {
  const { ofMaterial, shown } = notebook.unit(unit);
  if (form !== null) {
    const label = notebook.formLabel(form);
    return sentence(ofMaterial ? `${shown[0].name} of ${label}` : label);
  }
  const forms = notebook.formsOf(material);
  return ofMaterial && forms.length > 0 ? sentence(`${forms.join(" or ")} not stated`) : "";
}

const sentence = (text: string): string => `${capitalised(text)}.`;

/**
 * The section that closes a page: every fact on it, in reading order, with its source. An entry is what its numbers open:
 * closed it stands here in short, open it lies over the page. The cells of one table are one entry. The list unfolds beside its
 * switch, not in it, because nothing in a closed `details` can be shown over the page. It always prints.
 */
export function evidenceList(facts: readonly Fact[], notebook: Notebook): string {
  if (facts.length === 0) return "";
  return `<section class="${Part.evidenceList}" aria-labelledby="evidence"><h2 id="evidence">Evidence on this page</h2>
<details class="unfold"><summary>List ${facts.length === 1 ? "the one number with its source" : `${facts.length === 2 ? "both" : `all ${facts.length}`} numbers with their sources`}</summary></details>
<ol>${evidenceEntries(facts, notebook)}</ol></section>`;
}

/** The entries of the list, in the order of the facts. */
export const evidenceEntries = (facts: readonly Fact[], notebook: Notebook): string =>
  grouped(facts)
    .map((group) =>
      group.length > 1
        ? `<li>${tableEntry(group, notebook)}</li>`
        : group.map((fact) => entry(fact, headingForm(fact), notebook)).join("")
    )
    .join("\n");

/** At which place of the list each fact stands, from one: the cells of one table share theirs. */
export const evidencePlaces = (facts: readonly Fact[]): Map<string, number> =>
  new Map(grouped(facts).flatMap((group, index) => group.map(({ row }) => [row.id, index + 1] as const)));

const entry = (fact: Fact, form: TokenForm, notebook: Notebook, before = ""): string =>
  `<li id="${evidenceEntryId(fact.row.id)}">${before}${evidenceTrigger(fact.row.id, numberText(fact, form, notebook), form)}${evidencePopover(fact, notebook)}</li>`;

/** Facts in their order, those of one table together at the place of the first. */
function grouped(facts: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = (fact.kind === "figure" && fact.row.series) || fact.row.id;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}

function tableEntry(facts: readonly Fact[], notebook: Notebook): string {
  const rows = facts.flatMap((fact) => (fact.kind === "figure" ? [fact.row] : []));
  const [first] = rows;
  if (!first) return "";
  const source = notebook.source(first.source);
  const places = new Set(rows.map(({ subject_name }) => subject_name));
  const [place = "", ...others] = places;
  // Of one place the years run on, and the heading says the place once for all.
  const inOrder = others.length > 0 ? rows : rows.toSorted((a, b) => (a.period ?? "").localeCompare(b.period ?? ""));
  const cells = inOrder.map((row) =>
    entry(
      { kind: "figure", row },
      "short",
      notebook,
      `${esc([others.length > 0 && row.subject_name, row.period && periodText(row.period)].filter(Boolean).join(" "))} `
    )
  );
  const heading = others.length > 0 ? first.metric_label : `${first.metric_label}, ${place}`;
  return `<p class="amount">${esc(capitalised(heading))}</p>
<p>${kindSymbol(first.speaker_kind)} ${esc(first.speaker_name)}</p>
<p class="meta">${esc(source.edition ?? publishedText(source))}, ${esc(placeText(first))}; ${esc(first.basis_label)}. ${openLink(first.url, "Open the release")}</p>
<ul class="cells">${cells.join("")}</ul>`;
}

/**
 * The facts that a page's numbers open, in reading order, each once; after them the figures that derived ones rest on.
 * Every one of them needs its popover on the page.
 */
export function factsOnPage(html: string, notebook: Notebook): Fact[] {
  const ids = new Set([...html.matchAll(new RegExp(` ${Data.fact}="([^"]+)"`, "g"))].map(([, id = ""]) => id));
  for (const id of ids) {
    const fact = notebook.fact(id);
    if (fact?.kind === "derived") for (const input of fact.row.inputs) ids.add(input);
  }
  return [...ids].map((id) => {
    const fact = notebook.fact(id);
    if (!fact) throw new Error(`there is no record "${id}"`);
    return fact;
  });
}
