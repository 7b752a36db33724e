import { rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ledger/fault.ts";
import { publishedFiles } from "../page/publish.ts";
import { withBuildLock } from "./build-lock.ts";
import { write } from "./emit.ts";
import { finishPages } from "./finish-pages.ts";
import { prepareFrameworkCache } from "./framework-cache.ts";
import { workshop } from "./paths.ts";
import { publishAssets } from "./publish-assets.ts";
import { runFramework } from "./run-framework.ts";
import { silentFaults } from "./silent-faults.ts";
import { swap } from "./swap.ts";

/** Builds the notebook of the project at `root` into its `dist`, whole or not at all. Returns the number of pages. */
export function buildSite(root: string): Promise<number> {
  return withBuildLock(root, async () => {
    const site = join(workshop(root), "site");
    rmSync(site, { recursive: true, force: true });
    await prepareFrameworkCache(root);
    const printed = await runFramework(root, site);
    const faults = silentFaults(root, site, printed);
    if (faults.length > 0) throw new InputError(faults);
    const pages = await finishPages(root, site, await publishAssets(root, site));
    for (const { path, content } of publishedFiles(root)) write(site, path, content);
    swap(root, site);
    return pages;
  });
}
