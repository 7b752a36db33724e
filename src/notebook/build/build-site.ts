import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { alternativesOf } from "../page/choices.ts";
import { claimFiles } from "../page/claims.ts";
import { makeComposer } from "../page/compose.ts";
import { drawingDocument } from "../page/drawing.ts";
import { embedFiles } from "../page/embeds.ts";
import { feedFiles } from "../page/feed.ts";
import { sourcePath } from "../page/fork-page.ts";
import { sitemapFiles } from "../page/metadata.ts";
import type { Notebook } from "../page/notebook.ts";
import { outlineOf, type PageOutline } from "../page/outline.ts";
import { publishedFiles } from "../page/publish.ts";
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
import { hostFiles } from "./hosting.ts";
import { keptOf } from "./kept.ts";
import { brokenLinks, pageFiles, pagePath } from "./links.ts";
import { buildFolder } from "./paths.ts";
import { drawPictures, pictureTokens } from "./pictures.ts";
import { whatCompiles, withPolicy } from "./policy.ts";
import { styleChooser } from "./prune-style.ts";
import { shareModules } from "./share-modules.ts";
import { silentFaults } from "./silent-faults.ts";
import { storyModules } from "./story.ts";
import { swap } from "./swap.ts";

/** Builds the notebook of the project at `root` into its `dist`, whole or not at all. Returns the number of pages. */
export function buildSite(root: string): Promise<number> {
  return withBuildLock(root, async () => {
    const { ledger, notebook, storyHash } = await checkNotebook(root);
    const kept = keptOf(root);
    const whole = [storyHash, JSON.stringify(ledger), ...notebookTexts(root, notebook)];
    const site = join(buildFolder(root), "site");
    rmSync(site, { recursive: true, force: true });
    const tokens = pictureTokens();
    const pictures = drawPictures(
      root,
      kept.made(["files", JSON.stringify([...tokens]), ...whole], () =>
        publishedFiles(root, withFencesAlone(notebook), tokens)
      )
    );
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
    const chosen = styleChooser(css);
    const styleFor = (html: string): string => kept.made(["style", css, html], () => chosen(html));
    const compiles = whatCompiles(site);
    const files = pageFiles(site);
    for (const file of files) {
      const html = finishDocument(readFileSync(join(site, file), "utf8"), pagePath(file), {
        notebook,
        asset,
        scripts,
        styleFor,
        fill: composer.fill,
        compiles,
        publishCells: (path, script) => emit(site, `_cells${path}.js`, script)
      });
      write(site, file, html);
      const page = composer.composed(pagePath(file));
      const changes = page ? kept.made(["changes", file, page.html, ...whole], page.changes) : [];
      for (const { path, content } of changes) write(site, path, content);
    }
    const outline = notebook.site.pages.flatMap(({ path, title, aside, hidden }): PageOutline[] => {
      const page = composer.composed(path.replace(/\/$/, "/index"));
      if (aside || hidden || !page) return [];
      return [{ path, name: expandTokens(title, notebook), sections: outlineOf(page.html) }];
    });
    for (const page of notebook.site.pages) write(site, sourcePath(page), page.text);
    write(site, "search.json", searchIndex(outline, notebook));
    for (const { path, content } of await pictures) write(site, path, content);
    for (const { path, content } of kept.made(["bare pages", asset("style.css"), ...whole], () => [
      ...claimFiles(notebook, asset),
      ...embedFiles(notebook, asset)
    ]))
      write(site, path, path.endsWith(".html") ? withPolicy(content, new Set()) : content);
    const paths = pageFiles(site)
      .map(pagePath)
      // A frame is part of the pages that show it.
      .filter(
        (path) => !path.startsWith("/embed/") && !notebook.site.pages.some((page) => page.aside && page.path === path)
      );
    for (const { path, content } of [...hostFiles(), ...sitemapFiles(paths, notebook), ...feedFiles(notebook)])
      write(site, path, content);
    stopOn(brokenLinks(root, site));
    swap(root, site);
    kept.forgetRest();
    return files.length;
  });
}

/** What a notebook is made of besides the ledger, the story's code as it runs, and the text of its pages. */
function notebookTexts(root: string, notebook: Notebook): string[] {
  const { options, pages, sourcePath } = withFencesAlone(notebook).site;
  const code = ["figures", "models"].flatMap((room) => {
    const folder = join(root, "src", room);
    return existsSync(folder)
      ? readdirSync(folder)
          .sort()
          .map((name) => join(folder, name))
      : [];
  });
  return [
    JSON.stringify([options, pages.map((page) => ({ ...page, blocks: [...page.blocks] })), sourcePath("")]),
    ...code.flatMap((file) => [file, readFileSync(file, "utf8")])
  ];
}

/** The notebook with no more of its pages' text than what they name: what is made of that alone outlasts an edit of prose. */
function withFencesAlone(notebook: Notebook): Notebook {
  const fences = (text: string): string => (text.match(/^(?:```|~~~).*$/gm) ?? []).join("\n");
  const pages = notebook.site.pages.map((page) => ({ ...page, text: fences(page.text) }));
  return { ...notebook, site: { ...notebook.site, pages } };
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
