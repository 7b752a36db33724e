import type { Notebook } from "../notebook.ts";
import { findTokens, isTokenForm, tokenForms } from "../token.ts";
import { withoutCode } from "./blanked.ts";
import type { Finding } from "./finding.ts";
import type { Gaps } from "./gaps.ts";
import { unknownNumber } from "./unknown-number.ts";

/** Tokens that name no number of the ledger, or a form that there is not. */
export function tokenFindings(text: string, notebook: Notebook, gaps: Gaps): Finding[] {
  return findTokens(text).flatMap(({ id, form, start }) => {
    const unknown = unknownNumber(id, start, notebook, gaps);
    if (unknown.length > 0 || isTokenForm(form)) return unknown;
    return [{ offset: start, message: `no form is called "${form}"`, remedy: `use ${tokenForms.join(", ")}` }];
  });
}

/** Braces that are no token would be read as they stand. */
export function brokenTokens(text: string): Finding[] {
  const tokens = new Set(findTokens(text).map(({ start }) => start));
  return [...withoutCode(text).matchAll(/\{\{[^}\n]*\}{0,2}/g)]
    .filter(({ index }) => !tokens.has(index))
    .map(({ index, 0: braces }) => ({
      offset: index,
      message: `"${braces}" is no token`,
      remedy: "write {{id}} or {{id|form}}"
    }));
}
