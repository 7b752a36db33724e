import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Fault, formatFault } from "../ledger/fault.ts";
import { soundChoices } from "../page/choices.ts";
import { claimFiles } from "../page/claims.ts";
import { type ComposedPage, type Composer, faultBlock, makeComposer } from "../page/compose.ts";
import { embedFiles } from "../page/embeds.ts";
import { feedFiles } from "../page/feed.ts";
import { sourcePath } from "../page/fork-page.ts";
import type { Notebook } from "../page/notebook.ts";
import { outlineOf, outlines } from "../page/outline.ts";
import type { Page } from "../page/pages.ts";
import { publishedFiles } from "../page/publish.ts";
import { searchIndex } from "../page/search.ts";
import { expandTokens, tokenPattern } from "../page/tokens.ts";
import type { Inspected } from "./check-notebook.ts";
import { notebookFiles } from "./notebook-files.ts";
import { drawPictures, pictureTokens } from "./pictures.ts";

/** The notebook as it is at the moment, and what makes its pages. */
export interface PreviewState {
  inspected: Inspected;
  notebook: Notebook;
  composer: Composer;
  /** A file at a stable address, made when it is asked for. */
  fileAt(path: string, asset: (name: string) => string): Promise<string | Uint8Array | undefined>;
}

interface StateOptions {
  /** Makes the body of a page. */
  render(page: Page): string;
  /** What is known to be wrong elsewhere than in a page's own text; `file` is the page's, where it has one. */
  faultsBeside(file: string | undefined): readonly Fault[];
}

/** The state of a preview that is made of a notebook as far as it is sound. */
export function previewState(root: string, inspected: Inspected, { render, faultsBeside }: StateOptions): PreviewState {
  const notebook = withSoundWords(inspected.notebook);
  const ownFaults = pageFaults(root, inspected);
  const faultsOf = (path: string): string => {
    const page = notebook.site.pages.find((one) => one.path === path.replace(/\/index$/, "/"));
    const lines = [...faultsBeside(page?.file), ...(page ? ownFaults(page) : [])].map(formatFault);
    return faultBlock([...new Set(lines)]);
  };
  const composer = makeComposer({
    notebook,
    choices: soundChoices(inspected.ledger, notebook),
    sectionsOf: (page) => bodyOf(page)?.sections ?? [],
    faultsOf
  });
  const bodyOf = (page: Page): ComposedPage | undefined => {
    render(page);
    return composer.composed(page.path);
  };
  const search = (): string =>
    searchIndex(
      outlines(notebook, (page) => outlineOf(bodyOf(page)?.html ?? "")),
      notebook
    );
  return {
    inspected,
    notebook,
    composer,
    async fileAt(path, asset) {
      if (path === "search.json") return search();
      if (path === "changes.xml") return feedFiles(notebook)[0]?.content;
      const page = notebook.site.pages.find((one) => sourcePath(one) === path);
      if (page) return page.text;
      if (path.startsWith("notebooks/"))
        return (await notebookFiles(root, notebook)).find((one) => one.path === path)?.content;
      const files = path.startsWith("choices/")
        ? composer.composed(path.slice("choices".length).replace(/\.[^/]*$/, ""))?.changes()
        : /^(?:claim|embed)\//.test(path)
          ? [...claimFiles(notebook, asset), ...embedFiles(notebook, asset)]
          : publishedFiles(root, notebook, pictureTokens());
      const file = files?.find((one) => one.path === path);
      return file && (await drawPictures(root, [file]))[0]?.content;
    }
  };
}

/** What is wrong with a page as its file is now. */
function pageFaults(root: string, { faultsOf }: Inspected): (page: Page) => readonly Fault[] {
  const found = new Map<string, { text: string; faults: readonly Fault[] }>();
  return (page) => {
    const file = join(root, page.file);
    if (!existsSync(file)) return [];
    const text = readFileSync(file, "utf8");
    const before = found.get(file);
    if (before?.text === text) return before.faults;
    const faults = faultsOf({ ...page, text });
    found.set(file, { text, faults });
    return faults;
  };
}

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
