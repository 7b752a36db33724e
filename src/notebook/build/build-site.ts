import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { alternativesOf } from "../page/choices.ts";
import { makeComposer } from "../page/compose.ts";
import { drawingDocument } from "../page/drawing.ts";
import type { Notebook } from "../page/notebook.ts";
import { outlineOf, type PageOutline } from "../page/outline.ts";
import { searchIndex } from "../page/search.ts";
import { expandTokens } from "../page/tokens.ts";
import { publishAssets, sharedPlot } from "./assets.ts";
import { withBuildLock } from "./build-lock.ts";
import { checkNotebook } from "./check-notebook.ts";
import { frameworkSpec } from "./config.ts";
import { emit, write } from "./emit.ts";
import { finishDocument } from "./finish.ts";
import { buildPages } from "./framework.ts";
import { prepareFrameworkCache } from "./framework-cache.ts";
import { brokenLinks, pageFiles, pagePath } from "./links.ts";
import { buildFolder } from "./paths.ts";
import { makeFiles } from "./pictures.ts";
import { styleChooser } from "./prune-style.ts";
import { shareModules } from "./share-modules.ts";
import { silentFaults } from "./silent-faults.ts";
import { storyModules } from "./story.ts";
import { swap } from "./swap.ts";

/** Builds the notebook of the project at `root` into its `dist`, whole or not at all. Returns the number of pages. */
export function buildSite(root: string): Promise<number> {
  return withBuildLock(root, async () => {
    const { ledger, notebook } = await checkNotebook(root);
    const site = join(buildFolder(root), "site");
    rmSync(site, { recursive: true, force: true });
    const pictures = makeFiles(root, notebook);
    const composer = makeComposer({
      notebook,
      document: drawingDocument(),
      choices: { choices: ledger.choices, alternatives: alternativesOf(ledger, notebook) },
      headings: () =>
        notebook.site.pages
          .filter(({ aside }) => !aside)
          .map((page) => {
            render(page);
            const sections = composer.composed(page.path.replace(/\/$/, "/index"))?.sections ?? [];
            return { path: page.path, title: expandTokens(page.title, notebook), sections };
          })
    });
    const { spec, render } = frameworkSpec(root, notebook.site.options, () => composer);
    layOutTables(root, notebook);
    await prepareFrameworkCache(root);
    await buildPages(spec, root, site);
    shareModules(root, site);
    stopOn(silentFaults(root, site));

    const { asset, scripts, css } = await publishAssets(root, site, [storyModules(root), sharedPlot(site)]);
    const styleFor = styleChooser(css);
    const files = pageFiles(site);
    for (const file of files) {
      const html = finishDocument(readFileSync(join(site, file), "utf8"), pagePath(file), {
        notebook,
        asset,
        scripts,
        styleFor,
        fill: composer.fill,
        publishCells: (path, script) => emit(site, `_cells${path}.js`, script)
      });
      write(site, file, html);
      for (const { path, content } of composer.composed(pagePath(file))?.changes() ?? []) write(site, path, content);
    }
    const outline = notebook.site.pages.flatMap(({ path, title, aside, hidden }): PageOutline[] => {
      const page = composer.composed(path.replace(/\/$/, "/index"));
      if (aside || hidden || !page) return [];
      return [{ path, name: expandTokens(title, notebook), sections: outlineOf(page.html) }];
    });
    write(site, "search.json", searchIndex(outline, notebook));
    for (const { path, content } of await pictures) write(site, path, content);
    stopOn(brokenLinks(root, site));
    swap(root, site);
    return files.length;
  });
}

/** The tables for the loaders, which are processes of their own. */
export function layOutTables(root: string, { tables }: Notebook): void {
  const folder = join(buildFolder(root), "tables");
  rmSync(folder, { recursive: true, force: true });
  for (const { name, rows } of Object.values(tables)) write(folder, `${name}.json`, JSON.stringify(rows));
  process.env.NOTEBOOK_TABLES = folder;
}

function stopOn(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InputError(faults);
}
