import type { Fact, Notebook } from "../notebook.ts";
import { numberText } from "../number-text.ts";
import { tokenForms } from "../token.ts";

type Sum = Extract<Fact, { kind: "derived" }>;

/** A derived quantity as it is under an alternative, if it is another there; its explanation says what stands in for what. */
export function changedSum(id: string, notebook: Notebook, other: Notebook): Sum | null {
  const [before, after] = [notebook.fact(id), other.fact(id)];
  if (before?.kind !== "derived" || after?.kind !== "derived") return null;
  if (before.row.inputs.join() === after.row.inputs.join()) return null;
  const swaps = after.row.inputs.flatMap((input, place) => {
    const old = before.row.inputs[place] ?? "";
    return input === old ? [] : [`${named(input, other)} in place of ${named(old, other)}`];
  });
  return {
    kind: "derived",
    row: { ...after.row, explanation: `By your choice, with ${swaps.join(" and ")}. ${after.row.explanation}` }
  };
}

function named(id: string, notebook: Notebook): string {
  const fact = notebook.fact(id);
  if (fact?.kind !== "figure") throw new Error(`${id} stands in for a figure and is none`);
  return `${numberText(fact, "full")} (${fact.row.edition ?? fact.row.speaker_name})`;
}

/** What a text with the quantity says, in each form that differs, by what it said before. */
export function changedTexts(before: Fact, after: Sum): Record<string, string> {
  const forms = tokenForms.filter((form) => form !== "printed");
  const pairs = forms.map((form) => [numberText(before, form), numberText(after, form)] as const);
  return Object.fromEntries(pairs.filter(([was, is]) => was !== is));
}
