import { resolve } from "node:path";
import { expect, test } from "vitest";
import { hasNumber, seeded } from "./perturbation/perturb.ts";
import { movedAlone, type Outcome, subjectAt } from "./perturbation/trial.ts";

const subject = await subjectAt(resolve(process.env.PERTURBED ?? "."));
const figures = subject.parsed.ledger.sources.flatMap((source) => source.figures).filter(hasNumber);

/** How many figures are moved here; `PERTURB=all npm run unit -- perturbation` moves every one, which takes hours. */
const wanted = process.env.PERTURB === "all" ? figures.length : Number(process.env.PERTURB ?? 6);
const from = Number(process.env.PERTURB_FROM ?? 0);

const random = seeded(2026);
const sample = figures
  .map((figure) => ({ figure, place: random() }))
  .sort((a, b) => Number(a.figure.series !== null) - Number(b.figure.series !== null) || a.place - b.place)
  .slice(from, from + wanted)
  .map(({ figure }) => figure.id);

test("try", async () => {
  const outcomes: Outcome[] = [];
  for (const id of sample) {
    const t = performance.now();
    const o = await movedAlone(subject, id);
    outcomes.push(o);
    const f = (l: string[]) =>
      `${l.length}${l
        .slice(0, 6)
        .map((x) => `\n      ${x.slice(0, 300)}`)
        .join("")}`;
    console.log(
      `${id} ${Math.round(performance.now() - t)} ms named ${o.named} pages ${o.pages} overtaken ${o.overtaken} stopped ${f(o.stopped)}\n  unnamed ${f(o.unnamed)}\n  phantom ${f(o.phantom)}\n  deaf ${f(o.deaf)}\n  unexplained ${f(o.unexplained)}`
    );
  }
  expect(outcomes.length).toBe(sample.length);
}, 3_000_000);
