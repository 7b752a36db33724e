import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { publishedFiles } from "../page/publish.ts";
import { brokenLinks } from "./broken-links.ts";
import { withBuildLock } from "./build-lock.ts";
import { drawPublished } from "./draw-published.ts";
import { finishPages } from "./finish-pages.ts";
import { prepareFrameworkCache } from "./framework-cache.ts";
import { buildFolder } from "./paths.ts";
import { publishAssets } from "./publish-assets.ts";
import { runFramework } from "./run-framework.ts";
import { silentFaults } from "./silent-faults.ts";
import { readStory } from "./story.ts";
import { swap } from "./swap.ts";

/** Builds the notebook of the project at `root` into its `dist`, whole or not at all. Returns the number of pages. */
export function buildSite(root: string): Promise<number> {
  return withBuildLock(root, async () => {
    const { faults, ...story } = await readStory(root);
    stopOn(faults);
    const site = join(buildFolder(root), "site");
    rmSync(site, { recursive: true, force: true });
    await prepareFrameworkCache(root);
    // Framework works in a process of its own, so that there is time to draw.
    const [, writePublished] = await Promise.all([
      runFramework(root, site),
      drawPublished(publishedFiles(root, story))
    ]);
    stopOn(silentFaults(root, site));
    const pages = await finishPages(root, site, await publishAssets(root, site), story);
    writePublished(site);
    stopOn(brokenLinks(root, site));
    swap(root, site);
    return pages;
  });
}

function stopOn(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InputError(faults);
}
