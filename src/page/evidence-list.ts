import { htmlEscape as esc } from "escape-goat";
import { periodText } from "../charts/words/format.ts";
import { publishedText } from "../charts/words/published-text.ts";
import { evidenceEntryId } from "./evidence-id.ts";
import { evidenceHeading, evidencePopover } from "./evidence-popover.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { placeText } from "./place-text.ts";

/**
 * The section that closes a page: every fact on it, in reading order, with its source. An entry is what its numbers open:
 * closed it stands here in short, open it lies over the page. The cells of one table are one entry. It always prints.
 */
export function evidenceList(facts: readonly Fact[], notebook: Notebook): string {
  if (facts.length === 0) return "";
  return `<section class="evidence-list" aria-labelledby="evidence"><h2 id="evidence">Evidence on this page</h2>
<ol>${evidenceEntries(facts, notebook)}</ol></section>`;
}

/** The entries of the list, in the order of the facts. */
export const evidenceEntries = (facts: readonly Fact[], notebook: Notebook): string =>
  grouped(facts)
    .map((group) =>
      group.length > 1
        ? `<li>${tableEntry(group, notebook)}</li>`
        : group.map((fact) => entry(fact, evidenceHeading(fact), notebook)).join("")
    )
    .join("\n");

/** At which place of the list each fact stands, from one: the cells of one table share theirs. */
export const evidencePlaces = (facts: readonly Fact[]): Map<string, number> =>
  new Map(grouped(facts).flatMap((group, index) => group.map(({ row }) => [row.id, index + 1] as const)));

const entry = (fact: Fact, number: string, notebook: Notebook, before = ""): string =>
  `<li id="${evidenceEntryId(fact.row.id)}">${before}${evidenceTrigger(fact.row.id, number)}${evidencePopover(fact, notebook)}</li>`;

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
      numberText({ kind: "figure", row }, "short"),
      notebook,
      `${esc([others.length > 0 && row.subject_name, row.period && periodText(row.period)].filter(Boolean).join(" "))} `
    )
  );
  const heading = others.length > 0 ? first.metric_label : `${first.metric_label}, ${place}`;
  return `<p class="amount">${esc(sentenceCase(heading))}</p>
<p>${kindSymbol(first.speaker_kind)} ${esc(first.speaker_name)}</p>
<p class="meta">${esc(source.edition ?? publishedText(source))}, ${esc(placeText(first))}; ${esc(first.basis_label)}. <a href="${esc(first.url)}">Open the release</a></p>
<ul class="cells">${cells.join("")}</ul>`;
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
