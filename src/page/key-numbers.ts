import { htmlEscape as esc } from "escape-goat";
import { z } from "zod";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { expandTokens } from "./expand-tokens.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";

/** What a fence of key numbers holds: numbers that a page opens with, and what they are. */
export const keyNumberList = z.array(z.strictObject({ number: z.string(), text: z.string() }));
type KeyNumber = z.infer<typeof keyNumberList>[number];

/** A row of key numbers, each with its evidence, a sentence, and who says so. */
export function keyNumbers(items: readonly KeyNumber[], notebook: Notebook): string {
  const cells = items.map(({ number, text }) => {
    const fact = notebook.fact(number);
    if (!fact || fact.kind === "position") throw new Error(`the key number "${number}" is no figure of the ledger`);
    const who =
      fact.kind === "derived"
        ? `<span class="equals" aria-hidden="true">=</span> our arithmetic`
        : `${kindSymbol(fact.row.speaker_kind)} ${esc([notebook.speaker(fact.row.speaker).name, ...fact.row.chain.filter((id) => id !== fact.row.speaker).map((id) => notebook.speaker(id).name)].join(" → "))}`;
    return `<div><p class="amount">${withSmallUnit(evidenceTrigger(number, numberText(fact, "short")))}</p>
<p>${expandTokens(esc(text), notebook, (words, id) => evidenceTrigger(id, words))}</p><p class="meta">${who}</p></div>`;
  });
  return `<div class="key-numbers">${cells.join("\n")}</div>`;
}

/** The unit after a key number is set smaller than the number. */
const withSmallUnit = (trigger: string): string =>
  trigger.replace(/(\u00a0[^\d<]+|%)<\/button>$/, '<span class="unit">$1</span></button>');
