import { locate } from "../ledger/checks/violation.ts";
import type { Fault } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import { choicesOf, whyNotOffered } from "../page/choices.ts";
import type { Inspected } from "./check-notebook.ts";

/** Choices that no page offers any more, because no figure and no model can follow them: readers would lose them in silence. */
export function choiceFaults(root: string, { ledger, notebook, faults }: Inspected): Fault[] {
  // What is wrong elsewhere may be why, and is told by itself.
  if (faults.length > 0 || ledger.choices.length === 0) return [];
  const choices = choicesOf(ledger, notebook);
  return ledger.choices.flatMap((choice) => {
    const { id } = choice;
    const whys = whyNotOffered(choice, notebook, choices);
    // A notebook without a figure that rests on it offers it nowhere yet.
    if (whys === null || whys.length === 0) return [];
    const parsed = parseLedger(readLedgerFiles(root));
    const record = parsed.ledger.choices.find((one) => one.id === id);
    if (!record) return [];
    return [
      locate(
        {
          record,
          field: ["question"],
          message: `no page offers the choice "${id}": ${whys.join("; ")}`,
          remedy: "let its options stand in for what figures and models rest on, or drop it"
        },
        parsed.locations
      )
    ];
  });
}
