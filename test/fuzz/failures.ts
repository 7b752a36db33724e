import fc from "fast-check";
import { type Case, cases, inputOf, Notebook, nameOf, outcomeOf, subjects } from "./input.ts";

/** A kind of failure, with the least input that shows it. */
export interface Failure {
  error: string;
  slips: string;
  /** By which fast-check makes it again. */
  seed: number;
  path: string;
}

export interface Search {
  tried: number;
  /** How many cases ended in a sound notebook, how many in faults. */
  outcomes: Record<string, number>;
  failures: Failure[];
}

/** Tries so many notebooks with slips. Of each kind of failure, the search goes on until its input is as small as can be. */
export async function search(
  count: number,
  seed: number,
  { among = cases, onCase = () => {} }: { among?: fc.Arbitrary<Case>; onCase?: (name: string) => void } = {}
): Promise<Search> {
  const notebooks = { small: new Notebook(subjects.small), coffee: new Notebook(subjects.coffee) };
  const result: Search = { tried: 0, outcomes: {}, failures: [] };
  const known = new Set<string>();
  let found: { kind: string; error: string } | undefined;
  const property = fc.asyncProperty(among, async (one) => {
    onCase(nameOf(one));
    try {
      const outcome = await outcomeOf(notebooks[one.subject], one.slips);
      result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
    } catch (error) {
      const kind = kindOf(error);
      // While it is made smaller, an input may fail in another way; that one is found for itself.
      if (known.has(kind) || (found && found.kind !== kind)) return;
      found = { kind, error: (error instanceof Error ? error.stack : undefined) ?? String(error) };
      throw error;
    }
  });
  try {
    for (let next = seed; result.tried < count; next++) {
      const run = await fc.check(property, { seed: next, numRuns: count - result.tried });
      result.tried += run.numRuns;
      if (!run.failed) break;
      if (!found || !run.counterexample) throw new Error("the search itself failed", { cause: run.errorInstance });
      known.add(found.kind);
      result.failures.push({
        error: found.error,
        slips: inputOf(run.counterexample[0]),
        seed: next,
        path: run.counterexamplePath ?? ""
      });
      found = undefined;
    }
  } finally {
    for (const notebook of Object.values(notebooks)) notebook.remove();
  }
  return result;
}

/** Failures of one message and one place in the machine are of one kind. */
function kindOf(error: unknown): string {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const place = stack.split("\n").find((line) => line.includes("/src/notebook/")) ?? "";
  return `${message.slice(0, 60).replace(/\d+/g, "N")} ${place}`;
}
