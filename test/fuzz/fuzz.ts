import fc from "fast-check";
import { cases, Notebook, nameOf, outcomeOf, subjects } from "./input.ts";

const [seed = 1, n = 300] = process.argv.slice(2).map(Number);
const list = fc.sample(cases, { seed, numRuns: n });
const nbs = { small: new Notebook(subjects.small), coffee: new Notebook(subjects.coffee) };
const befores = { small: nbs.small.listing(), coffee: nbs.coffee.listing() };
const buckets = new Map<string, { n: number; ex: string; stack: string }>();
const tally: Record<string, number> = {};
const t0 = process.cpuUsage();
for (const [i, c] of list.entries()) {
  const s = performance.now();
  let o: string;
  try {
    const nb = nbs[c.subject];
    nb.make(c.slips);
    o = await outcomeOf(nb);
    if (nb.listing() !== befores[c.subject]) throw new Error("something was written");
  } catch (e) {
    o = "BROKEN";
    const er = e as Error;
    const at = (er.stack ?? "")
      .split("\n")
      .filter((l) => l.includes("/src/notebook/"))
      .slice(0, 2)
      .map((l) => l.replace(/.*src\/notebook\//, ""))
      .join(" < ");
    const key = er.message.slice(0, 60).replace(/\d+/g, "N") + " @ " + at;
    const b = buckets.get(key);
    if (b) b.n++;
    else buckets.set(key, { n: 1, ex: `#${i} ${nameOf(c)}`, stack: er.message.slice(0, 400) });
  }
  tally[o] = (tally[o] ?? 0) + 1;
  const el = performance.now() - s;
  if (el > 3000) console.log("slow", i, el.toFixed(0), nameOf(c));
}
nbs.small.remove();
nbs.coffee.remove();
console.log(tally, "cpu", process.cpuUsage(t0).user / 1e6, "rss", process.resourceUsage().maxRSS / 1e3);
for (const [k, v] of [...buckets].sort((a, b) => b[1].n - a[1].n))
  console.log(v.n, k, "\n    ", v.ex, "\n    ", v.stack.slice(0, 250).replace(/\n/g, "\\n"));
