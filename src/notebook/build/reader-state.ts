import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { htmlEscape as esc, htmlUnescape } from "escape-goat";
import { passagesOf } from "../compare/passages.ts";
import { everyPage, type PageState, type ReaderState, type TableState } from "../compare/state.ts";
import { placeFinder } from "../compare/written.ts";
import { InputError } from "../ledger/fault.ts";
import { soundChoices } from "../page/choices.ts";
import { type ComposedPage, makeComposer } from "../page/compose.ts";
import type { Notebook } from "../page/notebook.ts";
import { type Page, readPages } from "../page/pages.ts";
import { publishedFiles } from "../page/publish.ts";
import type { PublishedFile } from "../page/published-file.ts";
import { sharePictures } from "../page/share-pictures.ts";
import { describePage, pageFooter, pageHeader } from "../page/shell.ts";
import { countOf, countTokens } from "../page/tokens.ts";
import { fromAsciiHtml } from "./ascii-html.ts";
import { type Inspected, inspectNotebook } from "./check-notebook.ts";
import { frameworkSpec } from "./config.ts";
import { prepareMarkdown } from "./framework.ts";
import { hashOf, type Kept } from "./kept.ts";
import { pictureTokens } from "./pictures.ts";

/** What is made of a notebook for its readers, as it is made. */
export interface MadeSite {
  /** The head and the foot of the first page. */
  shell: string;
  bodies: readonly MadeFile[];
  cards: readonly MadeFile[];
  downloads: readonly MadeFile[];
}

interface MadeFile {
  path: string;
  content: string;
}

/**
 * What readers would have of the project at `root`, without a build. Throws an InputError where records, code or front matter
 * are faulty; what the data have overtaken is a part of the state.
 */
export async function projectState(root: string, kept?: Kept): Promise<ReaderState> {
  const inspected = await inspectNotebook(root, kept);
  if (inspected.gaps.length > 0) throw new InputError(inspected.gaps);
  return stateOf(inspected, await makeReaderSite(root, inspected));
}

/** Makes pages, pictures of links and downloads. What cannot be made says so in its place. */
export async function makeReaderSite(root: string, inspected: Inspected): Promise<MadeSite> {
  const { notebook } = inspected;
  const tokens = pictureTokens();
  const made = (files: readonly PublishedFile[]): MadeFile[] =>
    files.map((file) => ({ path: file.path, content: contentOf(file) }));
  return {
    shell: pageHeader("/", [], notebook) + pageFooter("/", notebook),
    bodies: await composedPages(root, inspected),
    cards: made(sharePictures(notebook, tokens)),
    downloads: made(publishedFiles(root, notebook, tokens).filter(({ path }) => isText(path)))
  };
}

/** The state of a notebook whose site is made. */
export function stateOf(
  { notebook, overtaken }: Inspected,
  { shell, bodies, cards, downloads }: MadeSite
): ReaderState {
  const find = placeFinder(notebook);
  const state = (path: string, html: string): PageState => ({
    path,
    passages: passagesOf(html).map((passage) => {
      const written = find(path, passage);
      return written === undefined ? passage : { ...passage, written };
    })
  });
  return {
    tables: Object.values(notebook.tables).map(
      ({ name, title, rows }): TableState => ({ name, title, rows: [...rows] })
    ),
    pages: [
      withoutDrawings(state(everyPage, shell)),
      ...bodies.map(({ path, content }) => {
        const { title, description } = describePage(path, notebook);
        return withCard(state(path, content), title, description);
      })
    ],
    cards: cards.map(cardState),
    counts: Object.fromEntries(countTokens.map((token) => [token, countOf(token, notebook) ?? 0])),
    overtaken,
    downloads: Object.fromEntries(downloads.map(({ path, content }) => [path, hashOf([content])]))
  };
}

/** The notebook's own mark, which Framework prints in its own way, says nothing. */
const withoutDrawings = ({ path, passages }: PageState): PageState => ({
  path,
  passages: passages.filter(({ kind }) => kind !== "drawing")
});

/** The words of the picture that stands for a shared link. */
const cardState = ({ path, content }: MadeFile): PageState => ({
  path,
  passages: passagesOf(content).map((passage) => (passage.kind === "fault" ? passage : { ...passage, at: path }))
});

/** What a search engine shows of a page, and a network where its link is shared. */
const withCard = ({ path, passages }: PageState, title: string, description: string): PageState => ({
  path,
  passages: [...[title, description].map((text) => ({ kind: "card" as const, at: "", under: "", text })), ...passages]
});

/** The body of each page as Framework would be given it, with all blocks in their places. */
export async function composedPages(
  root: string,
  { ledger, notebook }: Pick<Inspected, "ledger" | "notebook">,
  isWanted: (path: string) => boolean = () => true
): Promise<MadeFile[]> {
  const composer = makeComposer({
    notebook,
    choices: soundChoices(ledger, notebook),
    sectionsOf: (page) => bodyOf(page)?.sections ?? [],
    // A block that cannot be made says so in its place.
    faultsOf: () => ""
  });
  const { spec, render } = frameworkSpec(root, notebook.site.options, () => composer);
  await prepareMarkdown(spec);
  const bodyOf = (page: Pick<Page, "path" | "text">): ComposedPage | undefined => {
    if (!composer.composed(page.path)) render(page);
    return composer.composed(page.path);
  };
  return [...notebook.site.pages, ...sourcePages(root, notebook)]
    .filter(({ path }) => isWanted(path))
    .map((page) => ({ path: page.path, content: bodyOf(page)?.html ?? "" }));
}

/** A page for each source, where the notebook has them. */
function sourcePages(root: string, { site, tables }: Notebook): Pick<Page, "path" | "text">[] {
  const template = readPages(root).templates.find(({ blocks }) => blocks.has("source-records"));
  if (!template) return [];
  return tables.sources.rows.flatMap(({ id }) => {
    const path = site.sourcePath(id);
    return path === null ? [] : [{ path, text: template.text }];
  });
}

/** Files that are text. What a picture of pixels shows is the drawing beside it. */
const isText = (path: string): boolean => /\.(?:csv|json|svg|txt)$/.test(path);

/** A file's content; where it cannot be made, why. */
function contentOf(file: PublishedFile): string {
  try {
    return file.content;
  } catch (error) {
    return `<p class="fault">${esc(error instanceof Error ? error.message : String(error))}</p>`;
  }
}

/** What readers have of a notebook that is built into a folder. */
export function builtState(folder: string): ReaderState {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const { resources } = JSON.parse(read("data/datapackage.json")) as { resources: { name: string; title: string }[] };
  const documents = files
    .filter((path) => path.endsWith(".html") && !/^(?:_|choices\/|claim\/|embed\/|notebooks\/)/.test(path))
    .map((path) => ({
      path: `/${path.replace(/\.html$/, "")}`.replace(/\/index$/, "/"),
      html: fromAsciiHtml(read(path))
    }));
  const first = documents.find(({ path }) => path === "/")?.html ?? "";
  return {
    tables: resources.map(({ name, title }) => ({ name, title, rows: JSON.parse(read(`data/${name}.json`)) })),
    pages: [
      withoutDrawings({ path: everyPage, passages: passagesOf(partOf(first, "header") + partOf(first, "footer")) }),
      ...documents.map(({ path, html }) => {
        const state = { path, passages: passagesOf(partOf(html, "main")) };
        const [, title = ""] = /<title>([^<]*)/.exec(html) ?? [];
        const [, description = ""] = /<meta name="description" content="([^"]*)/.exec(html) ?? [];
        return withCard(state, htmlUnescape(title), htmlUnescape(description));
      })
    ],
    cards: null,
    counts: {},
    overtaken: [],
    downloads: Object.fromEntries(
      files
        .filter((path) => /^(?:(?:data|figures|cite)\/|llms\.txt$)/.test(path) && isText(path))
        .map((path) => [path, hashOf([read(path)])])
    )
  };
}

/** What stands in one of a document's parts. */
function partOf(html: string, part: "header" | "main" | "footer"): string {
  const [, inside = ""] =
    new RegExp(`<${part}\\b[^>]*id="observablehq-${part}"[^>]*>([\\s\\S]*)</${part}>`).exec(html) ?? [];
  return inside;
}
