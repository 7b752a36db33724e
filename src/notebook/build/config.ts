import { existsSync } from "node:fs";
import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import type { Composer } from "../page/compose.ts";
import { notebookMarkdown, renderPage } from "../page/markdown.ts";
import type { Page } from "../page/pages.ts";
import { pageFooter, pageHead, pageHeader } from "../page/shell.ts";
import type { NotebookOptions } from "../page/site.ts";
import { machine } from "./paths.ts";

/** What Framework is told of a notebook, and what only its Markdown can tell. */
export interface FrameworkSpec {
  spec: object;
  /** Makes the body of a page as Framework will ask for it. */
  render(page: Pick<Page, "path" | "text">): string;
}

/** Where Framework calls a page. */
interface Place {
  path: string;
}

/**
 * Framework's config for a notebook, whose pages `composer` makes as the notebook is at the moment. Options that are not
 * the notebook's own are Framework's.
 */
export function frameworkSpec(
  root: string,
  {
    title,
    name,
    description,
    about,
    authors,
    licence,
    published,
    updated,
    homepage,
    repository,
    base = "/",
    preserveExtension,
    ...rest
  }: NotebookOptions,
  composer: () => Composer
): FrameworkSpec {
  let markdown: MarkdownIt | undefined;
  const head = ({ path }: Place): string => {
    // Without a link browsers ask for one at the root of the server.
    const icon = existsSync(join(root, "src/favicon.svg"))
      ? `"/favicon.svg" type="image/svg+xml"`
      : `"data:image/x-icon,"`;
    return `${pageHead(path, composer().notebook())}\n<link rel="icon" href=${icon}>`;
  };
  const header = ({ path }: Place): string =>
    pageHeader(path, composer().composed(path)?.sections ?? [], composer().notebook());
  const footer = ({ path }: Place): string => pageFooter(path, composer().notebook());
  return {
    spec: {
      ...rest,
      root: "src",
      title,
      base,
      preserveExtension: preserveExtension ?? false,
      pages: [],
      dynamicPaths: () => sourcePaths(composer()),
      style: null,
      globalStylesheets: [],
      interpreters: { ".ts": ["node", join(machine, "build/run-loader.js")] },
      sidebar: false,
      toc: false,
      pager: false,
      search: false,
      // DuckDB's extensions would be fetched from its own host.
      duckdb: { extensions: { json: null, parquet: null } },
      head,
      header,
      footer,
      markdownIt: (md: MarkdownIt) => {
        markdown = md;
        return notebookMarkdown(md, {
          notebook: () => composer().notebook(),
          block: (...fence) => composer().block(...fence),
          compose: (...body) => composer().compose(...body)
        });
      }
    },
    render: ({ path, text }) => (markdown ? renderPage(markdown, text, path.replace(/\/$/, "/index")) : "")
  };
}

async function* sourcePaths(composer: Composer): AsyncGenerator<string> {
  const { site, tables } = composer.notebook();
  for (const { id } of tables.sources.rows) {
    const path = site.sourcePath(id);
    if (path !== null) yield path;
  }
}
