import { resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { hasNumber, seeded } from "./perturbation/perturb.ts";
import { subjectAt } from "./perturbation/subject.ts";
import { moved, type Outcome } from "./perturbation/trial.ts";

/**
 * Figures of the ledger are other numbers, and the difference is held against the two sites: it names every text and drawing and
 * file that changes and no other, all that rests on the figures changes, and nothing else does. Of a fixed sample, each is moved
 * here by itself. `PERTURB=200 npx vitest run --config test/vitest.config.ts perturbation` moves as many, `PERTURB=id,id` those;
 * `PERTURB=all` all of them, eight at a time, and fewer where the eight stop the check or something is amiss; that takes a quarter of an
 * hour where nothing else runs, and `PERTURB=3/8` does the third of eight parts of it.
 */
const { PERTURB = "6" } = process.env;

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

const subject = await subjectAt(resolve("."));
const random = seeded(2026);
const figures = subject.parsed.ledger.sources
  .flatMap((source) => source.figures)
  .filter(hasNumber)
  .map(({ id, metric, series }) => ({ id, metric, isCell: series !== null, place: random() }))
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
const [, part, parts] = /^(\d+)\/(\d+)$/.exec(PERTURB === "all" ? "1/1" : PERTURB) ?? [];
const together = parts ? 8 : 1;
const all = parts ? order : named.length > 0 ? named : order.slice(0, Number(PERTURB));
const batches = Array.from({ length: Math.ceil(all.length / together) }, (_, trial) =>
  all.slice(trial * together, (trial + 1) * together)
);
const share = batches.length / Number(parts ?? 1);
const trials = batches.slice(Math.round(share * (Number(part ?? 1) - 1)), Math.round(share * Number(part ?? 1)));
const sample = trials.flat();

const outcomes: Outcome[] = [];

describe("when figures are other numbers", () => {
  test.each(trials.map((ids) => [ids.join(", "), ids] as const))("%s", async (_, ids) => {
    const found = await outcomesOf(ids);
    outcomes.push(...found);
    expect(found.flatMap(faultsOf)).toEqual([]);
  });

  test("pages follow, or the ledger’s check stops", () => {
    const stopped = outcomes.filter((outcome) => outcome.stopped.length > 0);
    const silent = outcomes.filter(({ named, stopped: faults }) => named === 0 && faults.length === 0);
    if (PERTURB !== "6")
      console.log(
        `${sample.length} moved: ${told(stopped)} stop the check, ${told(silent)} change no page, together or alone`
      );
    expect(outcomes.flatMap(({ ids }) => ids)).toEqual(sample);
    expect(stopped.length + silent.length).toBeLessThan(outcomes.length);
  });

  test("what follows is put down to no figure of something else", async () => {
    const one = figures.find(({ id }) => outcomes.some(({ ids, named }) => named > 0 && ids[0] === id));
    const other = figures.find(({ metric }) => metric !== one?.metric);
    if (!one || !other) throw new Error("no figure moved a page, or all are of one metric");
    expect((await moved(subject, [one.id], [other.id])).unexplained).not.toEqual([]);
  });
});

/** How many figures, and which. */
function told(outcomes: readonly Outcome[]): string {
  const ids = outcomes.flatMap((outcome) => outcome.ids);
  return `${ids.length} (${ids.join(", ")})`;
}

/** What came of moving figures together; of each half of them, where the check stops or something is amiss. */
async function outcomesOf(ids: readonly string[]): Promise<Outcome[]> {
  const whole = await moved(subject, ids);
  if (ids.length === 1 || faultsOf(whole).length + whole.stopped.length === 0) return [whole];
  const middle = Math.ceil(ids.length / 2);
  const halves = [...(await outcomesOf(ids.slice(0, middle))), ...(await outcomesOf(ids.slice(middle)))];
  // What only both halves bring about is told of the whole.
  return whole.stopped.length > 0 || halves.flatMap(faultsOf).length > 0 ? halves : [whole];
}

const faultsOf = ({ ids, unnamed, phantom, deaf, unexplained }: Outcome): string[] =>
  Object.entries({ unnamed, phantom, deaf, unexplained }).flatMap(([kind, found]) =>
    found.map((one) => `${ids.join()}: ${kind}: ${one}`)
  );
