import type { Fault } from "../ledger/fault.ts";
import type { ParsedLedger } from "../ledger/parse-ledger.ts";
import { inputsProblem } from "./derived.ts";
import { compileFigures } from "./figures.ts";

/** Derivations whose figures do not fit their function, or are unlike without a reason. The ledger is otherwise sound. */
export function derivationFaults({ ledger, locations }: ParsedLedger): Fault[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  return ledger.derivations.flatMap((derivation) => {
    const location = locations.get(derivation);
    const problem = inputsProblem(
      derivation,
      derivation.inputs.flatMap((id) => figures.get(id) ?? [])
    );
    if (!problem || !location) return [];
    const { document, path } = location;
    return [{ file: document.file, ...document.locate([...path, "inputs"]), ...problem }];
  });
}
