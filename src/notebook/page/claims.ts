import { htmlEscape as esc } from "escape-goat";
import type { ClaimReview, Organization, Person, Claim as SchemaClaim, WithContext } from "schema-dts";
import type { QuantityRow } from "../tables/figures.ts";
import { beside, looksAhead } from "../tables/same-quantity.ts";
import type { VerdictRow } from "../tables/verdicts.ts";
import { capitalised, periodText } from "../words/words.ts";
import { claimPath } from "./addresses.ts";
import { bareDocument } from "./bare-page.ts";
import { type Citations, citationsOf } from "./citation.ts";
import { Data } from "./contract.ts";
import { evidenceBody, passageLink, passageWay } from "./evidence.ts";
import { canonicalAddress, scriptOfData } from "./metadata.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { json, laterFile, type PublishedFile } from "./published-file.ts";
import { type RecordUses, recordUses, useLinks } from "./record-uses.ts";
import { pageFooter, pageHeader } from "./shell.ts";
import { numberText } from "./tokens.ts";
import { holdTogether } from "./typography.ts";
import { verdictCard, verdictWord } from "./verdicts.ts";

/** A number that has an address of its own: what a publication says, what this notebook calculates, and cells that a page shows. */
type ClaimFact = Exclude<Fact, { kind: "position" }>;

/**
 * Every claim as a page that needs no script, and as JSON: the number, who said it where, what others say of the same thing,
 * the verdict, what must not be concluded from it, where the notebook uses it, how to cite and dispute it.
 */
export function claimFiles(notebook: Notebook, asset: (name: string) => string): PublishedFile[] {
  const uses = recordUses(notebook);
  // Head and foot are the same on all.
  const around = { before: pageHeader("/claim", [], notebook), after: pageFooter("/claim", notebook) };
  return claimsOf(notebook, uses).flatMap((fact) => {
    const path = claimPath(fact.row.id);
    let known: Citations | undefined;
    const citations = (): Citations => {
      known ??= claimCitation(fact, notebook);
      return known;
    };
    return [
      laterFile(`${path}.html`, () => claimPage(fact, citations(), { uses, around, notebook, asset })),
      laterFile(`${path}.json`, () => json(claimData(fact, citations(), notebook)))
    ];
  });
}

interface ClaimContext {
  uses: RecordUses;
  around: { before: string; after: string };
  notebook: Notebook;
  asset: (name: string) => string;
}

function claimsOf({ tables }: Notebook, uses: RecordUses): ClaimFact[] {
  return [
    ...tables.figures.rows
      .filter(({ id, series }) => series === null || uses.has(id))
      .map((row): ClaimFact => ({ kind: "figure", row })),
    ...tables.derived.rows.map((row): ClaimFact => ({ kind: "derived", row }))
  ];
}

const verdictsOn = (fact: ClaimFact, { tables }: Notebook): VerdictRow[] =>
  tables.verdicts.rows.filter(({ figures }) => figures.includes(fact.row.id));

const saysOf = ({ kind, row }: ClaimFact): string => (kind === "figure" ? row.says : row.explanation);
const titleOf = (fact: ClaimFact, notebook: Notebook): string => {
  const number = numberText(fact, "full", notebook);
  if (fact.kind === "derived") return `${number}: ${fact.row.explanation.replace(/\.$/, "")}`;
  const { subject_name, metric_label, period, speaker_name } = fact.row;
  return `${number}: ${[subject_name, metric_label, period && periodText(period), speaker_name].filter(Boolean).join(", ")}`;
};

/** What the number does not say, though a hurried reader may think so: each follows from its record. */
export function cautions(fact: ClaimFact, notebook: Notebook): string[] {
  const comparisons = notebook.tables.comparisons.rows
    .filter(
      ({ figures, kind }) => figures.includes(fact.row.id) && (kind === "not-comparable" || kind === "misreading")
    )
    .map(({ title, explanation }) => `${title}: ${explanation}`);
  if (fact.kind === "derived")
    return [
      "That anybody said it: it is this notebook’s arithmetic.",
      ...(fact.row.allowed ? [`More than this allows: ${fact.row.allowed}`] : []),
      ...comparisons
    ];
  const { row } = fact;
  const bounds: Partial<Record<QuantityRow["comparator"], string>> = {
    "<": "That it is this much: it is said to be less.",
    "<=": "That it is this much: it is said to be this much at most.",
    ">": "That it is this much: it is said to be more.",
    ">=": "That it is this much: it is said to be this much at least.",
    "~": "That it is exactly this much: it is said to be about this much.",
    nearly: "That it is this much: it is said to be nearly this much."
  };
  return [
    bounds[row.comparator],
    looksAhead(row)
      ? `That it is a fact: it is a ${row.status}${row.period ? ` for ${periodText(row.period)}` : ""}.`
      : undefined,
    row.status === "capacity" ? "That so much is made: it is what could be made." : undefined,
    row.condition ? `That it holds without its condition: ${row.condition}.` : undefined,
    row.current ? undefined : "That its publisher says so today: a later edition gives another number.",
    row.correction === null ? undefined : `That it holds as printed: ${row.correction}`,
    row.period === null ? "That it is about a certain year: no time is stated." : undefined,
    row.period_inferred === null ? undefined : `That its time is stated: it is inferred. ${row.period_inferred}`,
    row.chain.length > 1
      ? `That it is a finding of ${row.publisher_name}: it passes on what ${row.speaker_name} said.`
      : undefined,
    row.reading === "second-hand" ? "That it was read where it was first said: it was seen second-hand." : undefined,
    ...comparisons
  ].filter((caution) => caution !== undefined);
}

function claimPage(fact: ClaimFact, citations: Citations, { uses, around, notebook, asset }: ClaimContext): string {
  const { id } = fact.row;
  const { site } = notebook;
  const path = `/${claimPath(id)}`;
  const title = titleOf(fact, notebook);
  const verdicts = verdictsOn(fact, notebook).map(
    (verdict) => `<li class="${verdict.verdict}">${verdictCard(verdict)}</li>`
  );
  const record = fact.kind === "figure" ? site.record(fact.row) : null;
  const passage = fact.kind === "figure" ? passageWay(fact.row) : "";
  const refused = cautions(fact, notebook).map((caution) => `<li>${esc(caution)}</li>`);
  const main = `<p class="label">A claim and its evidence</p>
<h1>${esc(title)}</h1>
<h2 class="vh">What was said</h2>
<div class="full-record">${evidenceBody(fact, notebook, { withVerdicts: false })}${passage === "" ? "" : `\n<p class="foot">${passage}</p>`}</div>
${verdicts.length > 0 ? `<h2>What holds</h2>\n<ul class="verdict">${verdicts.join("")}</ul>` : ""}
${refused.length > 0 ? `<h2>What does not follow</h2>\n<ul>${refused.join("\n")}</ul>` : ""}
<h2>Where it is used</h2>
<p>${capitalised(useLinks(uses.get(id) ?? [], notebook))}${record === null ? "" : ` · <a href="${record}">its record</a>`} · <a href="./${claimPath(id)}.json">as JSON</a></p>
<h2>Cite it</h2>
${citationsShown(citations)}
<h2>Dispute it</h2>
<p>${disputeWay(id, notebook)}</p>`;
  const body = `<header id="observablehq-header">
${around.before}
</header>
<main id="observablehq-main" class="observablehq">
${main}
</main>
<footer id="observablehq-footer">
${around.after}
</footer>`;
  return bareDocument(
    {
      path,
      title,
      description: saysOf(fact),
      head: `<link rel="alternate" type="application/json" href="./${id}.json">\n${scriptOfData(structured(fact, notebook))}`,
      layout: "solo",
      body: `<div id="observablehq-center">\n${withClaimLinks(holdTogether(body))}\n</div>`
    },
    notebook,
    asset
  );
}

/** Numbers open in place on other pages; here they lead to their own claims. */
const withClaimLinks = (html: string): string =>
  html.replace(
    new RegExp(`href="#[^"]*"([^>]* ${Data.fact}="([^"]+)")`, "g"),
    (_, rest, id) => `href="./${claimPath(id)}"${rest}`
  );

function disputeWay(id: string, { site }: Notebook): string {
  const { repository } = site.options;
  const say = `Say what is wrong and name the record <code>${esc(id)}</code>, the place and a source.`;
  if (repository === undefined) return say;
  const form = `${repository.replace(/\/$/, "")}/issues/new?template=wrong-number.yml&record=${encodeURIComponent(id)}`;
  return `<a href="${esc(form)}">Report a wrong number</a>, with the record filled in. ${say}`;
}

const claimCitation = (fact: ClaimFact, notebook: Notebook): Citations => {
  const { id } = fact.row;
  return citationsOf({ id, path: `/${claimPath(id)}`, title: titleOf(fact, notebook), type: "webpage" }, notebook);
};

const citationsShown = ({ text, bibtex, ris, csl }: Citations): string =>
  `<p>${esc(text)}</p>
${Object.entries({ BibTeX: bibtex, RIS: ris, "CSL-JSON": JSON.stringify([csl], null, 1) })
  .map(([format, content]) => `<details><summary>${format}</summary><pre>${esc(content)}</pre></details>`)
  .join("\n")}`;

/** A claim for programs: its row, what stands beside it, and what a reader is told. */
function claimData(fact: ClaimFact, citations: Citations, notebook: Notebook): object {
  const { row } = fact;
  const {
    like = [],
    otherStatus = [],
    otherTime = []
  } = fact.kind === "figure"
    ? beside(fact.row, notebook.tables.figures.rows, notebook.yearsApart(fact.row.metric))
    : {};
  const ids = (rows: readonly QuantityRow[]): string[] => rows.map(({ id }) => id);
  return {
    id: row.id,
    kind: fact.kind,
    title: titleOf(fact, notebook),
    says: saysOf(fact),
    url: canonicalAddress(`/${claimPath(row.id)}`, notebook) ?? null,
    passage: fact.kind === "figure" && fact.row.url ? passageLink(fact.row) : null,
    verdicts: verdictsOn(fact, notebook).map(({ id, claim, verdict, reasoning }) => ({
      id,
      claim,
      verdict,
      reasoning
    })),
    does_not_follow: cautions(fact, notebook),
    same_thing: ids(like),
    other_status: ids(otherStatus),
    other_time: ids(otherTime),
    licence: notebook.site.options.licence ?? null,
    cite: citations,
    record: row
  };
}

const speakerOf = ({ speaker }: QuantityRow, notebook: Notebook): Person | Organization => {
  const { type, name } = notebook.speaker(speaker);
  return type === "person" ? { "@type": "Person", name } : { "@type": "Organization", name };
};

/** A claim that has a verdict is a review of it, any other a claim, in the terms of schema.org. */
function structured(fact: ClaimFact, notebook: Notebook): WithContext<ClaimReview> | WithContext<SchemaClaim> {
  const { authors = [], published, updated: date = published } = notebook.site.options;
  const us = { "@type": "Organization" as const, name: authors[0] ?? notebook.site.title };
  const url = canonicalAddress(`/${claimPath(fact.row.id)}`, notebook);
  const source = fact.kind === "figure" ? notebook.source(fact.row.source) : undefined;
  const claim: SchemaClaim = {
    "@type": "Claim",
    name: numberText(fact, "full", notebook),
    text: saysOf(fact),
    author: fact.kind === "figure" ? speakerOf(fact.row, notebook) : us,
    ...(fact.kind === "figure" && fact.row.published ? { datePublished: fact.row.published } : {}),
    ...(source
      ? {
          appearance: {
            "@type": "CreativeWork",
            name: source.title,
            publisher: { "@type": "Organization", name: source.publisher_name },
            ...(fact.kind === "figure" && fact.row.url ? { url: fact.row.url } : {})
          }
        }
      : {})
  };
  const [verdict] = verdictsOn(fact, notebook);
  const own = url === undefined ? {} : { url };
  if (!verdict) return { "@context": "https://schema.org", ...claim, ...own };
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    ...own,
    claimReviewed: verdict.claim,
    reviewBody: verdict.reasoning,
    reviewRating: { "@type": "Rating", alternateName: verdictWord(verdict) },
    author: us,
    ...(date === undefined ? {} : { datePublished: date }),
    itemReviewed: claim
  };
}
