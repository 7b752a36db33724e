import { once } from "node:events";
import { existsSync, readdirSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { watch } from "chokidar";
import { type Fault, formatFault, InputError } from "../ledger/fault.ts";
import { changesFile, readChanges } from "../page/changes.ts";
import { faultBlock } from "../page/compose.ts";
import { readPages } from "../page/pages.ts";
import { pageHeader } from "../page/shell.ts";
import type { Tables } from "../tables/tables.ts";
import { followAssets } from "./assets.ts";
import { inspect } from "./check-notebook.ts";
import { frameworkSpec } from "./config.ts";
import { finishDocument } from "./finish.ts";
import { fillFrameworkCache, prepareFrameworkCache } from "./framework-cache.ts";
import { newServer, startPreview } from "./framework-preview.ts";
import { layOutTables } from "./loaders.ts";
import { buildFolder, machine } from "./paths.ts";
import { previewState } from "./preview-state.ts";
import { readOptions } from "./project.ts";
import { listen, pathAsked, siteListener } from "./serve-site.ts";
import { readStory, storyModules } from "./story.ts";

const root = process.cwd();
const folder = join(buildFolder(root), "preview");
const source = join(root, "src");
const styles = join(machine, "style");

/**
 * Framework's preview of the notebook: the pages as a build would publish them, made when they are asked for, and made
 * anew when a page, a record, a figure, a model or a style is saved. An edit is shown first and checked right after. A fault
 * stands on the page and in the terminal until it is mended.
 */
export default async function dev(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  // The bundler is a process of its own, and works while the ledger is read here.
  const following = followAssets(root, folder, [storyModules(root)]);
  const [options, firstStory] = await Promise.all([readOptions(root), readStory(root)]);
  let story = firstStory;
  let faults: readonly Fault[] = [];
  /** What is wrong with the cells, packages that no browser can have included. */
  let cellProblems: readonly Fault[] = [];
  let pages = pagesKey();
  let tables: Tables | undefined;
  const makeState = () => {
    const made = previewState(root, inspect(root, options, story), {
      render: (page) => render(page),
      faultsBeside: (page) => [
        ...faults.filter(({ file }) => !file.endsWith(".md")),
        ...cellProblems.filter(({ file }) => !file.endsWith(".md") || file === page)
      ]
    });
    if (tables !== made.notebook.tables) layOutTables(root, made.notebook);
    ({ tables } = made.notebook);
    return made;
  };
  let state = makeState();

  const { spec, render } = frameworkSpec(root, options, () => state.composer);
  await prepareFrameworkCache(root).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    cellProblems = error.faults;
  });
  const { assets, keepPlace, renewScripts, renewStyle, scripts } = await following;
  const headers = new Map<string, string>();
  const headerOf = (path: string): string =>
    pageHeader(path, state.composer.composed(path)?.sections ?? [], state.notebook);

  const server = newServer();
  const preview = await startPreview(spec, server, {
    fill: (html) => state.composer.fill(html),
    finish(html, path) {
      headers.set(path, headerOf(path));
      const finished = finishDocument(html, path, {
        ...assets,
        notebook: state.notebook,
        fill: state.composer.fill,
        styleFor: null,
        publishCells: null,
        compiles: null
      });
      return finished.replace("</body>", () => `<script>${keepPlace}</script>\n</body>`);
    },
    needsReload: (path) => headers.get(path) !== headerOf(path),
    answerFault: (message) => faultPage([...new Set([...faults, ...cellProblems].map(formatFault)), message]),
    answer
  });
  const static_ = siteListener(folder);
  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (pathAsked(request.url) ?? "").slice(1);
    if (path.startsWith("_assets/client/")) void scripts().then(() => static_(request, response));
    else if (path.startsWith("_assets/")) static_(request, response);
    else if (/^(?:claim|embed)\//.test(path))
      void send(/\.(?:html|json)$/.test(path) ? path : `${path}.html`, response);
    else if (
      /^(?:data|figures|share|cite|notebooks)\/.*\.|^choices\/.*\.json$|^(?:search\.json|llms\.txt|changes\.xml)$/.test(
        path
      )
    )
      void send(path, response);
    else return false;
    return true;
  }

  async function send(path: string, response: ServerResponse): Promise<void> {
    const content = await state.fileAt(path, assets.asset).catch((error: Error) => error);
    const isFile = content !== undefined && !(content instanceof Error);
    response.writeHead(isFile ? 200 : content ? 500 : 404, {
      "Content-Type": typeOf(path),
      "Cache-Control": "no-store"
    });
    response.end(isFile ? content : (content?.message ?? "There is no such file."));
  }

  /** The number of edits so far: what is still to be done for one is left to the next where that has come. */
  let edits = 0;
  const later = (work: () => Promise<void>, ready: Promise<unknown>): void => {
    const edit = edits;
    ready.then(() => (edit === edits ? work() : undefined)).catch(tell);
  };

  async function follow(files: readonly string[]): Promise<void> {
    if (files.some((file) => file.endsWith(".css"))) await restyle();
    const others = files.filter((file) => !file.endsWith(".css"));
    const written = others.filter((file) => file.endsWith(".md") && file.startsWith(source));
    const isLedger = others.some((file) => file.endsWith(".yaml"));
    const isCode = others.some((file) => /\.[jt]sx?$/.test(file));
    if (others.length > written.length) forgetLoaded();
    if (isCode) await layInPackages();
    else if (written.length > 0) await layInPackages(written.filter((file) => existsSync(file)));
    if ((isCode && (await readCode())) || isLedger || pagesKey() !== pages) {
      pages = pagesKey();
      state = makeState();
      later(check, preview.reload());
    } else if (others.length > 0) {
      await preview.update();
      // What other pages tell of the edited ones comes after them.
      later(async () => {
        state = makeState();
        await preview.update();
        await check();
      }, setTimeout(rest));
    }
  }

  /** Whether the story's code is another now. Of faulty code the last that was sound is shown. */
  async function readCode(): Promise<boolean> {
    const now = await readStory(root);
    const before = story;
    story = now.faults.length > 0 ? { ...story, faults: now.faults } : now;
    const isSame =
      story.figures.length === before.figures.length &&
      story.models.length === before.models.length &&
      story.figures.every((figure, place) => figure === before.figures[place]) &&
      story.models.every((model, place) => model === before.models[place]);
    if (!isSame) renewScripts();
    return !isSame || before.faults.length + now.faults.length > 0;
  }

  async function layInPackages(files?: readonly string[]): Promise<void> {
    const names = files?.map((file) => relative(root, file).replaceAll("\\", "/"));
    const others = names ? cellProblems.filter(({ file }) => !names.includes(file)) : [];
    cellProblems = [...others, ...(await fillFrameworkCache(root, names))];
  }

  /**
   * Tells of every fault there is, and has the pages tell of them. It is left to the next edit where that comes meanwhile, and
   * waits for whoever waits for an answer.
   */
  async function check(): Promise<void> {
    const { inspected } = state;
    const edit = edits;
    for (const look of inspected.search) {
      do await setTimeout(pause);
      while (preview.isAsked());
      if (edit !== edits) return;
      look();
    }
    const before = faults;
    faults = inspected.faults;
    const told = faults.map(formatFault);
    if (told.join("\n") === before.map(formatFault).join("\n")) return;
    for (const fault of told) console.error(fault);
    await preview.update();
  }

  /** What loaders made of tables and code that are no more. */
  function forgetLoaded(): void {
    preview.forgetLoaded();
    // Archives that loaders make.
    const cache = join(source, ".observablehq/cache");
    for (const name of existsSync(cache) ? readdirSync(cache) : [])
      if (!name.startsWith("_")) rmSync(join(cache, name), { recursive: true, force: true });
  }

  async function restyle(): Promise<void> {
    const before = assets.asset("style.css");
    preview.restyle(`/${before}`, `/${await renewStyle()}`);
  }

  const changed = new Set<string>();
  let isFollowing = false;
  const followAll = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    while (changed.size > 0) {
      const files = [...changed];
      changed.clear();
      await follow(files).catch(tell);
    }
    isFollowing = false;
  };
  const watcher = watch([source, join(root, "data/ledger"), join(root, changesFile), styles], {
    ignoreInitial: true,
    ignored: (path) => /[\\/]\.observablehq(?:[\\/]|$)|\.(?:swp|tmp)$|~$/.test(path)
  });
  watcher.on("all", (_, file) => {
    // The machine's own code starts the preview anew.
    if (file.startsWith(machine) && !file.startsWith(styles)) return;
    changed.add(file);
    if (!file.endsWith(".css")) edits += 1;
    void followAll();
  });
  await once(watcher, "ready");
  const address = await listen(server);
  // Framework leaves some of its promises to themselves; whatever an author does, the preview goes on.
  process.on("uncaughtException", tell);
  process.on("unhandledRejection", tell);
  console.log(`The notebook is at ${address}, and follows your edits (stop with Ctrl+C)`);
  later(check, setTimeout(rest));
}

/** ms that what is shown has before what can wait, and that lie between pieces of it. */
const rest = 200;
const pause = 5;

function tell(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}

/** In the place of a page that cannot be made at all; loads again once something has changed. */
const faultPage = (lines: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Faults</title>
<main style="font: 1rem/1.5 sans-serif; max-width: 48rem; margin: 2rem auto">${faultBlock(lines)}</main>
<script>new WebSocket("ws://" + location.host + "/_observablehq").onmessage = () => location.reload();</script>
</html>
`;

/** What the pages say of themselves and bring, apart from their prose, and its list of changes: what other pages show depends on it. */
function pagesKey(): string {
  const { pages } = readPages(root);
  const told = pages.map(({ text, ...page }) => ({ ...page, blocks: [...page.blocks] }));
  return JSON.stringify([told, readChanges(root, pages)]);
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  svg: "image/svg+xml",
  png: "image/png",
  xml: "application/atom+xml; charset=utf-8",
  txt: "text/plain; charset=utf-8"
};
const typeOf = (path: string): string => types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
