import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Fact, makeNotebook, type Notebook } from "../../../src/notebook/page/notebook.ts";
import { readPages } from "../../../src/notebook/page/pages.ts";
import { makeSite, type NotebookOptions, type Site } from "../../../src/notebook/page/site.ts";
import { site, story } from "../../story.ts";
import { type Change, minimalLedger } from "../ledger/minimal-ledger.ts";

/** The notebook of the minimal ledger, changed, with the pages of the real one. */
export const minimalNotebook = (...changes: Change[]): Notebook => makeNotebook(minimalLedger(...changes), story, site);

/** The notebook of the minimal ledger with these pages: the texts of files by their paths under `src`. */
export const notebookOf = (
  files: Readonly<Record<string, string>>,
  options: Partial<NotebookOptions> = {},
  ...changes: Change[]
): Notebook => makeNotebook(minimalLedger(...changes), story, siteOf(files, options));

/** The site of these pages; one whose front matter is faulty is left out. */
export function siteOf(files: Readonly<Record<string, string>>, options: Partial<NotebookOptions> = {}): Site {
  const { pages, templates } = pagesIn(files);
  return makeSite({ title: "A notebook", ...options }, pages, templates);
}

/** What is read of a project whose `src` holds these files. */
export function pagesIn(files: Readonly<Record<string, string>>): ReturnType<typeof readPages> {
  const root = mkdtempSync(join(tmpdir(), "pages-"));
  try {
    for (const [file, text] of Object.entries({ "index.md": "---\ntitle: Home\n---\n", ...files })) {
      mkdirSync(dirname(join(root, "src", file)), { recursive: true });
      writeFileSync(join(root, "src", file), text);
    }
    return readPages(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A fact of a notebook that is known to be there. */
export function factOf(id: string, notebook: Notebook): Fact {
  const fact = notebook.fact(id);
  if (!fact) throw new Error(`there is no record "${id}"`);
  return fact;
}
