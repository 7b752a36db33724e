import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { findTokens, isTokenForm } from "./token.ts";

/** A text with each token replaced by what `write` makes of its fact's number. Throws for an unknown token. */
export function expandTokens(
  text: string,
  notebook: Notebook,
  write: (number: string, factId: string) => string = (number) => number
): string {
  let expanded = "";
  let from = 0;
  for (const { id, form, start, end } of findTokens(text)) {
    const fact = notebook.fact(id);
    if (!fact || !isTokenForm(form)) throw new Error(`unknown token ${text.slice(start, end)}`);
    expanded += text.slice(from, start) + write(numberText(fact, form), id);
    from = end;
  }
  return expanded + text.slice(from);
}
