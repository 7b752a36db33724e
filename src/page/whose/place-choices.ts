import { JSDOM } from "jsdom";
import type { Choice } from "../../ledger/schema.ts";
import { json } from "../data-text.ts";
import type { Fact, Notebook } from "../notebook.ts";
import type { PublishedFile } from "../published-file.ts";
import type { Alternative } from "./alternatives.ts";
import { pageChoice, whoseControl } from "./control.ts";
import { type PageChange, pageChange } from "./page-change.ts";

/** The choices that readers have, with what the notebook is under each. */
export interface Choices {
  choices: readonly Choice[];
  alternatives: readonly Alternative[];
}

/**
 * Puts the control beside the switch under the head of a page that depends on a choice, and returns what each combination of options
 * changes, at an address made of the page and its options.
 */
export function placeChoices(
  main: Element,
  {
    path,
    facts,
    notebook,
    choices,
    alternatives
  }: Choices & { path: string; facts: readonly Fact[]; notebook: Notebook }
): PublishedFile[] {
  const { document } = new JSDOM("").window;
  const parts = {
    facts: new Set(facts.map(({ row }) => row.id)),
    figures: [...main.querySelectorAll<HTMLElement>("figure[data-chart]")].map((figure) => ({
      name: figure.dataset.chart ?? "",
      number: figure.querySelector(".actions .number")?.textContent ?? "",
      wide: figure.classList.contains("wide"),
      raised: figure.querySelector("h3")?.hasAttribute("aria-level") ?? false
    })),
    models: [...main.querySelectorAll<HTMLElement>("figure[data-model]")].map(({ dataset }) => dataset.model ?? "")
  };
  const made = new Map<Alternative, PageChange | null>();
  const change = (alternative: Alternative): PageChange | null => {
    const known = made.get(alternative);
    if (known !== undefined) return known;
    const fresh = pageChange(parts, { notebook, alternative, document });
    made.set(alternative, fresh);
    return fresh;
  };
  const isAsWritten = ({ id, options }: Choice, { chosen }: Alternative): boolean => chosen[id] === options[0]?.id;
  const alone = (choice: Choice): Alternative[] =>
    alternatives.filter((other) => choices.every((one) => one === choice || isAsWritten(one, other)));
  const relevant = choices.filter((choice) => alone(choice).some((other) => change(other) !== null));
  const head = main.querySelector(".switches");
  if (relevant.length === 0 || !head) return [];

  const page = path.replace(/^\//, "");
  const sums = facts.flatMap(({ kind, row }) => (kind === "derived" ? [row.id] : []));
  const control = relevant.map((choice) => pageChoice(choice, notebook, alone(choice)));
  head.insertAdjacentHTML("beforeend", `\n${whoseControl(page, control, sums)}`);
  return alternatives
    .filter((other) => choices.every((one) => relevant.includes(one) || isAsWritten(one, other)))
    .map((other) => ({
      path: `whose/${page}.${relevant.map(({ id }) => other.chosen[id]).join(".")}.json`,
      content: json(change(other) ?? { texts: {}, evidence: {}, added: "", figures: {}, models: {} })
    }));
}
