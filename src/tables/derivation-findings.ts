import type { Finding } from "../ledger/checks/finding.ts";
import type { Ledger } from "../ledger/schema.ts";
import { inputsProblem } from "./derived.ts";
import { compileFigures } from "./figures.ts";

/** Derivations whose figures do not fit their function, or are unlike without a reason. The ledger is otherwise sound. */
export function derivationFindings(ledger: Ledger): Finding[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  return ledger.derivations.flatMap((derivation) => {
    const inputs = derivation.inputs.flatMap((id) => figures.get(id) ?? []);
    const problem = inputsProblem(derivation, inputs);
    return problem ? [{ record: derivation, field: ["inputs"], ...problem }] : [];
  });
}
