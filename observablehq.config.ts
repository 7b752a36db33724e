import { fileURLToPath } from "node:url";
import { notebookMarkdown } from "./src/page/markdown.ts";
import { pages } from "./src/page/site.ts";
import { sourcePaths } from "./src/page/source-paths.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

// The page's own head, style, navigation and footer come later, from src/page/finish-page.ts.
export default {
  root: "src",
  output: process.env.NOTEBOOK_OUTPUT ?? ".build/site",
  title: "Claims and reality",
  pages: pages.map(({ path, name }) => ({ path, name, pager: null })),
  dynamicPaths: sourcePaths(root),
  style: null,
  globalStylesheets: [],
  interpreters: { ".ts": ["node", "--import=tsx"] },
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  header: "",
  footer: "",
  preserveExtension: false,
  // DuckDB's extensions would be fetched from its own host.
  duckdb: { extensions: { json: null, parquet: null } },
  markdownIt: (md: Parameters<typeof notebookMarkdown>[0]) => notebookMarkdown(md, { root })
};
