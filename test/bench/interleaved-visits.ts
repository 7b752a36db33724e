import type { Browser } from "@playwright/test";
import type { ComparedPage } from "./compared-page.ts";
import { type Way, ways } from "./report.ts";
import type { ServedWays } from "./served-ways.ts";
import { type Visit, visit } from "./visit.ts";

/** The visits of a page in each way. */
export type Visits = Record<Way, Visit[]>;

/**
 * Visits each page in each way, over and over, so that whatever else the machine does falls on every way alike. The
 * result is in the order of the pages; `tell` hears what is at work.
 */
export async function interleavedVisits(
  browser: Browser,
  pages: readonly ComparedPage[],
  sites: ServedWays,
  { runs, tell }: { runs: number; tell: (text: string) => void }
): Promise<Visits[]> {
  const visits = pages.map((): Visits => ({ ours: [], plain: [], framework: [], astro: [] }));
  // What a host has compressed beforehand is compressed by a first visit, which does not count.
  for (const { path, number } of pages)
    for (const way of ways) {
      tell(`before all runs: ${path}, ${way}`);
      await visit(browser, sites[way].address + path, number, { throttled: false, answers: answers(way) });
    }
  for (let run = 0; run < runs; run++)
    for (const [index, { path, number }] of pages.entries())
      for (const way of turned(ways, run)) {
        tell(`run ${run + 1} of ${runs}: ${path}, ${way}`);
        visits[index]?.[way].push(
          await visit(browser, sites[way].address + path, number, {
            throttled: true,
            answers: answers(way)
          })
        );
      }
  return visits;
}

/** In these ways figures say a word on a symbol. */
const answers = (way: Way): boolean => way === "ours" || way === "astro";

/** The list from another start, so that no way is always the first. */
const turned = <Item>(list: readonly Item[], by: number): Item[] => {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
};
