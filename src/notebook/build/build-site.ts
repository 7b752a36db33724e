import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { claimFiles } from "../page/claims.ts";
import { fillWith } from "../page/compose.ts";
import { embedFiles } from "../page/embeds.ts";
import { feedFiles } from "../page/feed.ts";
import { sourcePath } from "../page/fork-page.ts";
import { sitemapFiles } from "../page/metadata.ts";
import { outlines } from "../page/outline.ts";
import { publishedFiles } from "../page/publish.ts";
import type { PublishedFile } from "../page/published-file.ts";
import { searchIndex } from "../page/search.ts";
import { pageFile } from "../page/site.ts";
import { type BundledAssets, bundleAssets, plotOf, publishAssets, sharedPlot } from "./assets.ts";
import { withBuildLock } from "./build-lock.ts";
import { checkNotebook, withoutProse } from "./check-notebook.ts";
import { emit, write } from "./emit.ts";
import { finishDocument } from "./finish.ts";
import { hostFiles } from "./hosting.ts";
import { hashOf, type Kept, keptOf } from "./kept.ts";
import { brokenLinks, linksOf, type PageLinks, pageFiles, pagePath } from "./links.ts";
import { layOutTables } from "./loaders.ts";
import { type MadePage, startPages } from "./made-pages.ts";
import { notebookFiles } from "./notebook-files.ts";
import { buildFolder } from "./paths.ts";
import { drawPictures, pictureTokens } from "./pictures.ts";
import { whatCompiles, withPolicy } from "./policy.ts";
import { styleChooser } from "./prune-style.ts";
import { shareModules } from "./share-modules.ts";
import { storyModules } from "./story.ts";
import { swap } from "./swap.ts";

/** A page as it is published. */
interface FinishedPage {
  html: string;
  /** The script of its live cells. */
  cells: string | null;
  links: PageLinks;
}

/** A page without scripts, or what tells programs of one. */
interface BareFile {
  path: string;
  content: string;
  links: PageLinks | null;
}

/** Builds the notebook of the project at `root` into its `dist`, whole or not at all. Returns the number of pages. */
export function buildSite(root: string): Promise<number> {
  return withBuildLock(root, async () => {
    const kept = keptOf(root);
    const inspected = await checkNotebook(root, kept);
    const { madeOf } = inspected;
    const notebook = withoutProse(inspected.notebook);
    const site = join(buildFolder(root), "site");
    rmSync(site, { recursive: true, force: true });
    layOutTables(root, notebook);
    const makePages = await startPages(root, inspected, kept);
    const tokens = pictureTokens();
    const pictures = drawPictures(
      root,
      kept.made(["files", madeOf, JSON.stringify([...tokens])], () => publishedFiles(root, notebook, tokens))
    );
    // Told of where they are waited for, also if they fail before.
    pictures.catch(() => {});
    const pages = await makePages();
    for (const [path, page] of pages) layOut(page, path, site, kept.file);
    shareModules(root, site);

    const plot = plotOf(site);
    const scripts = ["scripts", madeOf, plot ?? ""];
    const bundled =
      kept.found<BundledAssets>(scripts) ?? (await bundleAssets(root, [storyModules(root), sharedPlot(plot)]));
    kept.keep(scripts, bundled);
    const assets = publishAssets(site, bundled);
    const styleFor = styleChooser(assets.css);
    const compiles = whatCompiles(site);
    const code = scriptsHash(site);
    const links = new Map<string, PageLinks>();
    for (const [path, { blocks, changes }] of pages) {
      const file = `${path.slice(1)}.html`;
      const document = readFileSync(join(site, file), "utf8");
      const page = kept.made(["finished", madeOf, path, document, code, JSON.stringify([blocks, bundled])], () => {
        let cells: string | null = null;
        const html = finishDocument(document, path, {
          ...assets,
          notebook,
          fill: (whole) => fillWith(whole, (key) => blocks[key]),
          styleFor,
          compiles,
          publishCells(_, script) {
            cells = script;
            return emit(site, `_cells${path}.js`, script);
          }
        });
        return { html, cells, links: linksOf(html) } satisfies FinishedPage;
      });
      if (page.cells !== null) emit(site, `_cells${path}.js`, page.cells);
      write(site, file, page.html);
      links.set(file, page.links);
      for (const { path, content } of changes) write(site, path, content);
    }
    const outline = outlines(notebook, ({ path }) => pages.get(`/${pageFile(path)}`)?.outline ?? []);
    write(
      site,
      "search.json",
      kept.made(["search", madeOf, JSON.stringify(outline)], () => searchIndex(outline, notebook))
    );
    const prose = inspected.notebook.site.pages;
    for (const page of prose) write(site, sourcePath(page), page.text);
    const chapters = ["notebooks", madeOf, JSON.stringify(prose.map(({ text }) => text))];
    const notebooks = kept.found<PublishedFile[]>(chapters) ?? (await notebookFiles(root, inspected.notebook));
    kept.keep(chapters, notebooks);
    for (const { path, content } of notebooks) write(site, path, content);
    for (const { path, content } of await pictures) write(site, path, content);
    const bare = kept.made(["bare pages", madeOf, assets.asset("style.css")], () =>
      [...claimFiles(notebook, assets.asset), ...embedFiles(notebook, assets.asset)].map(
        ({ path, content }): BareFile => {
          if (!path.endsWith(".html")) return { path, content, links: null };
          const html = withPolicy(content, new Set());
          return { path, content: html, links: linksOf(html) };
        }
      )
    );
    for (const file of bare) {
      write(site, file.path, file.content);
      if (file.links) links.set(file.path, file.links);
    }
    const paths = pageFiles(site)
      .map(pagePath)
      // A frame is part of the pages that show it.
      .filter(
        (path) => !path.startsWith("/embed/") && !notebook.site.pages.some((page) => page.aside && page.path === path)
      );
    for (const { path, content } of [...hostFiles(), ...sitemapFiles(paths, notebook), ...feedFiles(notebook)])
      write(site, path, content);
    stopOn(brokenLinks(root, site, links));
    swap(root, site);
    kept.forgetRest();
    return pages.size;
  });
}

/** Lays a page into the site as Framework has made it, with what it brings. */
function layOut({ document, files }: MadePage, path: string, site: string, kept: Kept["file"]): void {
  write(site, `${path.slice(1)}.html`, document);
  for (const [address, name] of files) {
    const [from, to] = [kept(name), join(site, address)];
    if (from === undefined || existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

/** The hash of all scripts that lie in the site: what a page's cells import says what its policy has to allow. */
const scriptsHash = (site: string): string =>
  hashOf(
    readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .sort()
      .flatMap((file) => [file, readFileSync(join(site, file))])
  );

function stopOn(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InputError(faults);
}
