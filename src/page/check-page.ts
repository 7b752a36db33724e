import type { Fault } from "../ledger/fault.ts";
import { placesIn } from "../ledger/places-in.ts";
import { blockFindings } from "./checks/blocks.ts";
import type { Finding } from "./checks/finding.ts";
import { frontMatterFindings } from "./checks/front-matter.ts";
import { noGaps } from "./checks/gaps.ts";
import { keyNumberFindings } from "./checks/key-numbers.ts";
import { brokenTokens, tokenFindings } from "./checks/tokens.ts";
import { typedNumbers } from "./checks/typed-numbers.ts";
import type { Notebook } from "./notebook.ts";

/**
 * What is wrong with a page's source: front matter that does not hold, tokens and blocks that name nothing, and numbers
 * typed by hand that the ledger knows, which would have no evidence and would not follow an update. `gaps` tells what the
 * notebook lacks for faults of its own.
 */
export function checkPage(file: string, text: string, notebook: Notebook, gaps = noGaps): Fault[] {
  return located(file, text, [
    ...frontMatterFindings(text),
    ...tokenFindings(text, notebook, gaps),
    ...brokenTokens(text),
    ...blockFindings(text, notebook, gaps),
    ...keyNumberFindings(text, notebook, gaps),
    ...typedNumbers(text, notebook)
  ]);
}

/** What is wrong with the tokens of a source file whose strings become part of pages. */
export function checkTokens(file: string, text: string, notebook: Notebook, gaps = noGaps): Fault[] {
  return located(file, text, tokenFindings(text, notebook, gaps));
}

function located(file: string, text: string, findings: readonly Finding[]): Fault[] {
  const placeOf = placesIn(text);
  return findings.map(({ offset, message, remedy }) => ({ file, ...placeOf(offset), message, remedy }));
}
