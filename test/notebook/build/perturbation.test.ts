import { resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { hasNumber, seeded } from "./perturbation/perturb.ts";
import { movedAlone, type Outcome, subjectAt } from "./perturbation/trial.ts";

/**
 * One figure of the ledger after another is another number, and the difference is held against the two sites: it names every
 * text and drawing and file that changes and no other, all that rests on the figure changes, and nothing else does. A fixed
 * sample is moved here. `PERTURB=all npx vitest run --config test/vitest.config.ts perturbation` moves every figure, which
 * takes about an hour; `PERTURB=200` as many of the sample, `PERTURB=id,id` those.
 */
const { PERTURB = "6" } = process.env;

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

const subject = await subjectAt(resolve("."));
const random = seeded(2026);
const figures = subject.parsed.ledger.sources
  .flatMap((source) => source.figures)
  .filter(hasNumber)
  .map(({ id, series }) => ({ id, isCell: series !== null, place: random() }))
  .sort((a, b) => a.place - b.place);
const statements = figures.filter(({ isCell }) => !isCell);
const cells = figures.filter(({ isCell }) => isCell);

// Statements first: more of the pages rests on each of them than on a table's cell.
const inTurn = statements.flatMap((statement, place) => [
  statement,
  ...(place % 2 === 1 ? cells.slice((place - 1) / 2, (place + 1) / 2) : [])
]);
const order = [...new Set([...inTurn, ...cells])].map(({ id }) => id);
const named = order.filter((id) => PERTURB.split(",").includes(id));
const sample = PERTURB === "all" ? order : named.length > 0 ? named : order.slice(0, Number(PERTURB));

const outcomes: Outcome[] = [];

describe("when one figure is another number", () => {
  test.each(sample)("%s", async (id) => {
    const outcome = await movedAlone(subject, id);
    outcomes.push(outcome);
    const { unnamed, phantom, deaf, unexplained } = outcome;
    expect({ unnamed, phantom, deaf, unexplained }).toEqual({ unnamed: [], phantom: [], deaf: [], unexplained: [] });
  });

  test("pages follow, or the ledger’s check stops", () => {
    const stopped = outcomes.filter((outcome) => outcome.stopped.length > 0);
    const silent = outcomes.filter(({ named, stopped: faults }) => named === 0 && faults.length === 0);
    if (PERTURB !== "6")
      console.log(
        `${outcomes.length} moved: ${stopped.length} stop the check, ${silent.length} change no page (${silent.map(({ id }) => id).join(", ")})`
      );
    expect(outcomes).toHaveLength(sample.length);
    expect(stopped.length + silent.length).toBeLessThan(outcomes.length);
  });
});
