import { htmlEscape } from "escape-goat";
import { evidenceId } from "./evidence-id.ts";

/** A number that opens its evidence: a native popover button, which needs no script. */
export function evidenceTrigger(factId: string, text: string): string {
  return `<button type="button" class="ev" popovertarget="${evidenceId(factId)}" aria-haspopup="dialog" data-fact="${htmlEscape(factId)}">${htmlEscape(text)}</button>`;
}
