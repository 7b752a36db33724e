import { type Citable, citationsOf } from "./citation.ts";
import { type Drawing, drawingsOf } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { json, laterFile, type PublishedFile } from "./published-file.ts";
import { pageFile } from "./site.ts";
import { expandTokens } from "./tokens.ts";

/** How every page, figure, model and table is cited, for reference managers. Claims carry their citations with them. */
export function citations(notebook: Notebook): PublishedFile[] {
  const { site, tables } = notebook;
  const dataPath = site.pages.find(({ blocks }) => blocks.has("data-tables"))?.path ?? "/";
  return [
    ...site.pages
      .filter(({ aside }) => !aside)
      .map(({ path, title }) => citablePage(path, expandTokens(title, notebook))),
    ...tables.sources.rows.flatMap(({ id, title }) => {
      const path = site.sourcePath(id);
      return path === null ? [] : [citablePage(path, title)];
    }),
    ...drawingsOf(notebook).map(citableDrawing),
    ...Object.values(tables).map((table) => citableTable(table, dataPath))
  ].flatMap((citable) => citationFiles(citable, notebook));
}

const citablePage = (path: string, title: string): Citable => ({
  id: pageFile(path.replace(/\/index$/, "/")),
  path,
  title,
  type: "webpage"
});
/** Its title is made when a citation is: one that cannot be made stands in the way of nothing else. */
const citableDrawing = ({ name, page, drawn }: Drawing): Citable => ({
  id: `figures/${name}`,
  path: page ? `${page.path}#${name}` : "/",
  get title() {
    const { figure, rows } = drawn();
    return figure.words(rows).title;
  },
  type: "graphic"
});
const citableTable = ({ name, title }: { name: string; title: string }, path: string): Citable => ({
  id: `tables/${name}`,
  path: `${path}#${name}`,
  title,
  type: "dataset"
});

/** The files that a reference manager takes of a thing, under the same name with an ending each. */
function citationFiles(citable: Citable, notebook: Notebook): PublishedFile[] {
  const path = `cite/${citable.id}`;
  return [
    laterFile(`${path}.bib`, () => `${citationsOf(citable, notebook).bibtex}\n`),
    laterFile(`${path}.ris`, () => `${citationsOf(citable, notebook).ris}\n`),
    laterFile(`${path}.json`, () => json([citationsOf(citable, notebook).csl]))
  ];
}
