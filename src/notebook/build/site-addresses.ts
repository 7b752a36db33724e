import { claimFiles } from "../page/claims.ts";
import { embedFiles } from "../page/embeds.ts";
import { feedFiles } from "../page/feed.ts";
import { sourcePath } from "../page/fork-page.ts";
import { sitemapFiles } from "../page/metadata.ts";
import type { Notebook } from "../page/notebook.ts";
import { publishedFiles } from "../page/publish.ts";
import { notebookPath } from "../page/site.ts";
import { pictureTokens } from "./pictures.ts";

/**
 * Where a build puts what it makes beside the pages, from the site's root: downloads, the pages of records and figures, the
 * pages' sources. None of it is made for that.
 */
export function siteAddresses(root: string, notebook: Notebook): string[] {
  const { pages } = notebook.site;
  const asset = (): string => "";
  return [
    ...publishedFiles(root, notebook, pictureTokens()),
    ...claimFiles(notebook, asset),
    ...embedFiles(notebook, asset),
    ...feedFiles(notebook),
    ...sitemapFiles([], notebook),
    ...pages.map((page) => ({ path: sourcePath(page) })),
    ...pages.map((page) => ({ path: notebookPath(page) })),
    { path: "search.json" }
  ].map(({ path }) => path);
}
