import { fileURLToPath } from "node:url";
import { readStory } from "./src/notebook/build/story.ts";
import { notebookMarkdown } from "./src/notebook/page/markdown.ts";
import { pages, sourcePaths } from "./src/notebook/page/site.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const story = await readStory(root);

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
  markdownIt: (md: Parameters<typeof notebookMarkdown>[0]) => notebookMarkdown(md, { root, story })
};
