import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative } from "node:path";
import { watch } from "chokidar";
import { formatFault } from "../ledger/fault.ts";
import { alternativesOf } from "../page/choices.ts";
import { type Composer, faultBlock, makeComposer } from "../page/compose.ts";
import { drawingDocument } from "../page/drawing.ts";
import type { Notebook } from "../page/notebook.ts";
import { outlineOf } from "../page/outline.ts";
import { readPages } from "../page/pages.ts";
import { searchIndex } from "../page/search.ts";
import { pageHeader } from "../page/shell.ts";
import { expandTokens, tokenPattern } from "../page/tokens.ts";
import { type Assets, bundleStyle, publishAssets } from "./assets.ts";
import { layOutTables } from "./build-site.ts";
import { type Inspected, inspect } from "./check-notebook.ts";
import { runCommand } from "./command.ts";
import { frameworkSpec } from "./config.ts";
import { emit } from "./emit.ts";
import { finishDocument } from "./finish.ts";
import { newServer, startPreview } from "./framework.ts";
import { fillFrameworkCache, prepareFrameworkCache } from "./framework-cache.ts";
import { parseOptions } from "./parse-options.ts";
import { buildFolder, machine } from "./paths.ts";
import { makeFiles, type SiteFile } from "./pictures.ts";
import { readOptions } from "./project.ts";
import { listen, siteListener } from "./serve-site.ts";
import { readStory, storyModules } from "./story.ts";

const root = process.cwd();
const folder = join(buildFolder(root), "preview");
const source = join(root, "src");

/** The notebook as it is at the moment, and what makes its pages. */
interface State {
  inspected: Inspected;
  composer: Composer;
  /** Files at stable addresses, made when the first of them is asked for. */
  files(): Promise<ReadonlyMap<string, SiteFile>>;
}

/**
 * Framework's preview of the notebook: the pages as a build would publish them, made when they are asked for, and made
 * anew when a page, a record, a figure, a model or a style is saved. A fault stands on the page and in the terminal until it
 * is mended.
 */
await runCommand(async () => {
  parseOptions({}, { does: "Serves the notebook on this machine and follows your edits.", example: "npm run dev" });
  const [options, firstStory] = await Promise.all([readOptions(root), readStory(root)]);
  let story = firstStory;
  let cellProblems: string[] = [];
  rmSync(folder, { recursive: true, force: true });
  // The bundler is a process of its own, and works while the ledger is read here.
  const bundling = publishAssets(root, folder, [storyModules(root)]);
  bundling.catch(() => {});
  let pages = pagesKey();
  let state = makeState(inspect(root, options, story));

  function makeState(inspected: Inspected): State {
    const { ledger, faults } = inspected;
    const notebook = withSoundWords(inspected.notebook);
    // What is wrong elsewhere than on a page concerns every page.
    const beside = faults.filter(({ file }) => !file.endsWith(".md")).map(formatFault);
    const document = drawingDocument();
    const choices =
      beside.length === 0
        ? { choices: ledger.choices, alternatives: alternativesOf(ledger, notebook) }
        : { choices: [], alternatives: [] };
    const composer = makeComposer({
      notebook,
      document,
      choices,
      headings: () => headings(),
      faultsOf: (path) => faultBlock([...new Set([...beside, ...faultsOfPage(path, inspected), ...cellProblems])])
    });
    const headings = () =>
      notebook.site.pages
        .filter(({ aside }) => !aside)
        .map((page) => {
          render(page);
          const sections = composer.composed(page.path.replace(/\/$/, "/index"))?.sections ?? [];
          return { path: page.path, title: expandTokens(page.title, notebook), sections };
        });
    let made: Promise<ReadonlyMap<string, SiteFile>> | undefined;
    const files = (): Promise<ReadonlyMap<string, SiteFile>> => {
      made ??= makeFiles(root, notebook).then((all) => new Map(all.map((one) => [one.path, one])));
      return made;
    };
    layOutTables(root, notebook);
    for (const fault of faults) console.error(formatFault(fault));
    return { inspected: { ...inspected, notebook }, composer, files };
  }

  const { spec, render } = frameworkSpec(root, options, () => state.composer);
  await prepareFrameworkCache(root).catch((error: Error) => {
    cellProblems = error.message.split("\n");
  });
  let assets: Assets = await bundling;
  const headers = new Map<string, string>();
  const headerOf = (path: string): string =>
    pageHeader(path, state.composer.composed(path)?.sections ?? [], state.inspected.notebook);

  const server = newServer();
  const preview = await startPreview(spec, server, {
    fill: (html) => state.composer.fill(html),
    finish(html, path) {
      headers.set(path, headerOf(path));
      return finishDocument(html, path, {
        notebook: state.inspected.notebook,
        asset: assets.asset,
        scripts: assets.scripts,
        fill: state.composer.fill,
        styleFor: null,
        publishCells: null
      });
    },
    needsReload: (path) => headers.get(path) !== headerOf(path),
    answerFault: (message) =>
      faultPage([...new Set([...state.inspected.faults.map(formatFault), ...cellProblems, message])]),
    answer
  });
  const static_ = siteListener(folder);
  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).slice(1);
    if (path.startsWith("_assets/")) static_(request, response);
    else if (/^(?:data|figures|share)\/.*\.|^choices\/.*\.json$|^search\.json$/.test(path)) void send(path, response);
    else return false;
    return true;
  }

  async function send(path: string, response: ServerResponse): Promise<void> {
    const content = await fileAt(path).catch((error: Error) => error);
    const isFile = content !== undefined && !(content instanceof Error);
    response.writeHead(isFile ? 200 : content ? 500 : 404, {
      "Content-Type": typeOf(path),
      "Cache-Control": "no-store"
    });
    response.end(isFile ? content : (content?.message ?? "There is no such file."));
  }

  async function fileAt(path: string): Promise<string | Uint8Array | undefined> {
    const { notebook } = state.inspected;
    if (path.startsWith("choices/")) {
      const page = path.slice("choices".length).replace(/\.[^/]*$/, "");
      return state.composer
        .composed(page)
        ?.changes()
        .find((file) => file.path === path)?.content;
    }
    if (path !== "search.json") return (await state.files()).get(path)?.content;
    const outline = notebook.site.pages.flatMap((page) => {
      render(page);
      const composed = state.composer.composed(page.path.replace(/\/$/, "/index"));
      if (page.aside || page.hidden || !composed) return [];
      return [{ path: page.path, name: expandTokens(page.title, notebook), sections: outlineOf(composed.html) }];
    });
    return searchIndex(outline, notebook);
  }

  const watched = [source, join(root, "data/ledger"), join(machine, "style")];
  const edits = watch(watched, {
    ignoreInitial: true,
    ignored: (path) => /[\\/]\.observablehq(?:[\\/]|$)|\.(?:swp|tmp)$|~$/.test(path)
  });
  let waiting: Promise<void> = Promise.resolve();
  const follow = (work: () => Promise<void>): void => {
    waiting = waiting.then(work).catch((error: Error) => console.error(error.message));
  };
  edits.on("all", (_, file) => {
    if (file.endsWith(".css")) follow(restyle);
    else if (file.endsWith(".yaml")) follow(() => renew());
    else if (/[\\/]src[\\/](?:figures|models)[\\/]/.test(file)) follow(() => renew({ code: true }));
    else if (file.endsWith(".md")) follow(() => pageEdited(relative(root, file).replaceAll("\\", "/")));
    // What a loader imports, which Framework does not follow.
    else if (/\.[jt]s$/.test(file))
      follow(async () => {
        forgetLoaded();
        preview.reload();
      });
  });
  await once(edits, "ready");
  const address = await listen(server);
  console.log(`The notebook is at ${address}, and follows your edits (stop with Ctrl+C)`);

  async function renew({ code = false } = {}): Promise<void> {
    if (code) story = await readStory(root);
    // Faulty code is told of on the page, which keeps the scripts that it has.
    const isSound = code && story.faults.length === 0;
    const bundled = isSound ? publishAssets(root, folder, [storyModules(root)]) : undefined;
    bundled?.catch(() => {});
    pages = pagesKey();
    state = makeState(inspect(root, options, story));
    forgetLoaded();
    if (bundled) assets = await bundled;
    preview.reload();
  }

  /** Framework follows a page's text by itself; its place among the others, and what its cells need, are read here. */
  async function pageEdited(file: string): Promise<void> {
    if (pagesKey() !== pages) return renew();
    const before = cellProblems.join();
    cellProblems = (await fillFrameworkCache(root)).map(formatFault);
    if (cellProblems.join() !== before) preview.reload();
    const page = state.inspected.notebook.site.pages.find((one) => one.file === file);
    if (page) for (const fault of faultsOfPage(page.path, state.inspected)) console.error(fault);
  }

  async function restyle(): Promise<void> {
    const before = assets.asset("style.css");
    const after = emit(folder, "_assets/style.css", await bundleStyle());
    const { asset } = assets;
    assets = { ...assets, asset: (name) => (name === "style.css" ? after : asset(name)) };
    preview.restyle(`/${before}`, `/${after}`);
  }
});

/** The notebook with pages whose names and findings can be shown although the ledger lacks what they tell of. */
function withSoundWords(notebook: Notebook): Notebook {
  const sound = (words: string): string =>
    words.replace(new RegExp(tokenPattern, "g"), (token) => {
      try {
        expandTokens(token, notebook);
        return token;
      } catch {
        return "…";
      }
    });
  const pages = notebook.site.pages.map((page) => ({
    ...page,
    title: sound(page.title),
    short: sound(page.short),
    finding: page.finding === null ? null : sound(page.finding),
    about: page.about === null ? null : sound(page.about)
  }));
  return { ...notebook, site: { ...notebook.site, pages } };
}

/** In the place of a page that cannot be made at all; loads again once something has changed. */
const faultPage = (lines: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Faults</title>
<main style="font: 1rem/1.5 sans-serif; max-width: 48rem; margin: 2rem auto">${faultBlock(lines)}</main>
<script>new WebSocket("ws://" + location.host + "/_observablehq").onmessage = () => location.reload();</script>
</html>
`;

/** What is wrong with the page of a path, as its file is now. */
function faultsOfPage(path: string, { notebook, faultsOf }: Inspected): string[] {
  const page = notebook.site.pages.find((one) => one.path === path.replace(/\/index$/, "/"));
  if (!page) return [];
  const file = join(root, page.file);
  return existsSync(file) ? faultsOf({ ...page, text: readFileSync(file, "utf8") }).map(formatFault) : [];
}

/** What the pages say of themselves and bring, apart from their prose: what other pages show depends on it. */
function pagesKey(): string {
  return JSON.stringify(readPages(root).pages.map(({ text, ...page }) => ({ ...page, blocks: [...page.blocks] })));
}

/** What loaders made of tables that are no more. */
function forgetLoaded(): void {
  const cache = join(source, ".observablehq/cache");
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    if (!name.startsWith("_")) rmSync(join(cache, name), { recursive: true, force: true });
}

const types: Readonly<Record<string, string>> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8"
};
const typeOf = (path: string): string => types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
