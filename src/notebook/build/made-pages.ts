import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { choicesOf } from "../page/choices.ts";
import { type Blocks, makeComposer } from "../page/compose.ts";
import { type OutlinedSection, outlineOf } from "../page/outline.ts";
import type { PublishedFile } from "../page/published-file.ts";
import type { PageSection } from "../page/shell.ts";
import { pageFile } from "../page/site.ts";
import { loaderOf } from "./cells/attached-file.ts";
import { type Inspected, withoutProse } from "./check-notebook.ts";
import { frameworkSpec } from "./config.ts";
import { type Framework, openFramework } from "./framework.ts";
import { prepareFrameworkCache } from "./framework-cache.ts";
import { hashOf, type Kept } from "./kept.ts";
import { LoaderFaults, oddOutput } from "./loaders.ts";
import { buildFolder } from "./paths.ts";
import { silentFaults } from "./silent-faults.ts";

/** A page as Framework makes it, with all that it brings and that the rest of a build asks of it. */
export interface MadePage {
  /** Framework's document, and the blocks that belong into it. */
  document: string;
  blocks: Blocks;
  /** The files that it brings: their addresses on the site, and the names under which they are kept. */
  files: readonly (readonly [address: string, name: string])[];
  sections: readonly PageSection[];
  outline: readonly OutlinedSection[];
  /** What other choices of its reader change on it. */
  changes: readonly PublishedFile[];
}

/**
 * What makes the pages of a notebook, by their paths, once their loaders are at work. A page is taken as an earlier build
 * made it of the same: its own text, the notebook without the others' prose, the packages laid in for Framework, and what
 * loaders return today. Framework is handed only the rest.
 */
export async function startPages(
  root: string,
  inspected: Inspected,
  kept: Kept
): Promise<() => Promise<Map<string, MadePage>>> {
  const { ledger, madeOf } = inspected;
  const notebook = withoutProse(inspected.notebook);
  const known = new Map<string, MadePage>();
  const composer = makeComposer({
    notebook,
    choices: choicesOf(ledger, notebook),
    sectionsOf({ path, file }) {
      const page = (): Pick<MadePage, "sections"> | undefined =>
        known.get(`/${pageFile(path)}`) ?? composer.composed(path);
      if (!page()) render({ path, text: readFileSync(join(root, file), "utf8") });
      return page()?.sections ?? [];
    }
  });
  const { spec, render } = frameworkSpec(root, notebook.site.options, () => composer);

  const cache = await prepareFrameworkCache(root);
  const framework = await openFramework(spec);
  // Loaders are processes of their own, and work meanwhile.
  const loading = loaded(root, cache.loaded, framework);
  loading.catch(() => {});
  const paths = (await framework.paths()).filter((path) => !isDraft(framework.sourceOf(path), inspected));
  const textOf = (path: string): string | undefined => {
    const source = framework.sourceOf(path);
    return source === undefined ? undefined : readFileSync(join(root, "src", source), "utf8");
  };
  const keyOf = (path: string): string[] | undefined => {
    const text = textOf(path);
    if (text === undefined) return undefined;
    const others = listsHeadings(text) ? inspected.notebook.site.pages.map((page) => page.text) : [];
    return ["page", madeOf, cache.hash, path, text, ...others];
  };
  const isAsItWas = async ({ files }: MadePage): Promise<boolean> => {
    for (const [address, name] of files) {
      if (kept.file(name) === undefined) return false;
      const file = attachedAt(address);
      // Files that lie there are in the notebook's hash.
      if (file === undefined || existsSync(join(root, "src", file))) continue;
      const now = await framework.load(file).catch(() => undefined);
      if (now === undefined || hashOf([now]) !== name) return false;
    }
    return true;
  };
  return async () => {
    const failed = await loading;
    if (failed.length > 0) throw new InputError(failed);
    for (const path of paths) {
      const key = keyOf(path);
      const page = key && kept.found<MadePage>(key);
      if (page && (await isAsItWas(page))) known.set(path, page);
    }

    // A page that lists the headings of all comes after them, so that none is made twice.
    const missing = paths
      .filter((path) => !known.has(path))
      .sort((a, b) => Number(listsHeadings(textOf(a))) - Number(listsHeadings(textOf(b))));
    if (missing.length > 0) {
      const folder = join(buildFolder(root), "framework");
      await framework.build(missing, folder);
      const faults = silentFaults(root, folder);
      if (faults.length > 0) throw new InputError(faults);
      const reached = reachedIn(folder);
      for (const path of missing) {
        const document = readFileSync(join(folder, `${path}.html`), "utf8");
        const body = composer.composed(path);
        const page: MadePage = {
          document,
          blocks: composer.blocksOf(document),
          files: reached(document, path).map((address) => [
            address,
            kept.keepFile(readFileSync(join(folder, address)))
          ]),
          sections: body?.sections ?? [],
          outline: outlineOf(body?.html ?? ""),
          changes: (body?.changes() ?? []).map(({ path, content }) => ({ path, content }))
        };
        const key = keyOf(path);
        if (key) kept.keep(key, page);
        known.set(path, page);
      }
    }
    return new Map(paths.flatMap((path) => [known.get(path)].flatMap((page) => (page ? [[path, page]] : []))));
  };
}

/** Has Framework run the loaders of these files; returns what is wrong with them. */
async function loaded(root: string, files: readonly string[], framework: Framework): Promise<Fault[]> {
  const left = new LoaderFaults(root);
  Object.assign(process.env, left.environment);
  const odd = await Promise.all(
    files.map(async (path) => {
      const file = loaderOf(join(root, "src"), path)?.file ?? `src${path}`;
      try {
        return oddOutput(path, file, await framework.load(path));
      } catch (error) {
        const [, code = "1"] = /code (\d+)/.exec((error as Error).message) ?? [];
        return left.told(file, Number(code));
      }
    })
  );
  return [...new Map(odd.flat().map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** Whether a page lists the headings of all others. */
const listsHeadings = (text = ""): boolean => /^(?:```|~~~)[ \t]*headings\b/m.test(text);

/** A Markdown file that is no page of the notebook, and does not stand for many. */
const isDraft = (source: string | undefined, { notebook: { site } }: Inspected): boolean =>
  source !== undefined && !source.includes("[") && !site.pages.some(({ file }) => file === `src/${source}`);

/** The file from `src` that lies at an address of attached files: `/a.csv` at `_file/a.1a2b3c4d.csv`. */
function attachedAt(address: string): string | undefined {
  const [, name] = /^_file(\/.*)$/.exec(address) ?? [];
  return name?.replace(/\.?[0-9a-f]{8}(\.[^./]*)?$/, "$1");
}

/**
 * Which of the files that Framework has built into `folder` a page's document names, or a file that it names. Framework
 * builds the files of all pages together and does not say whose they are.
 */
function reachedIn(folder: string): (document: string, path: string) => string[] {
  const addresses = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".html"))
    .map(({ parentPath, name }) => posix.relative(folder, join(parentPath, name).replaceAll("\\", "/")))
    .sort();
  const named = (text: string, from: string): string[] =>
    addresses.filter((address) =>
      [address, encodeURI(address), posix.relative(posix.dirname(from), address)].some((name) => text.includes(name))
    );
  const known = new Map<string, string[]>();
  const namedBy = (address: string): string[] => {
    const before = known.get(address);
    if (before) return before;
    const names = /\.(?:js|css)$/.test(address) ? named(readFileSync(join(folder, address), "utf8"), address) : [];
    known.set(address, names);
    return names;
  };
  return (document, path) => {
    const reached = new Set(named(document, path.slice(1)));
    for (const address of reached) for (const next of namedBy(address)) reached.add(next);
    return [...reached].sort();
  };
}
