import type { Tables } from "../tables/tables.ts";
import { type Changes, noChanges } from "./changes.ts";
import { Data } from "./contract.ts";
import type { Page } from "./pages.ts";

/** What the config says of the notebook as a whole. */
export interface NotebookOptions {
  /** Its full title, on cards and in the foot of each page. */
  title: string;
  /** A shorter name, at the top of each page. */
  name?: string;
  /** What it is, in a sentence: for search engines, and for pages that say nothing of themselves. */
  description?: string;
  /** What a reader is told of its making, in the foot of each page. */
  about?: string;
  /** Whoever signs it. */
  authors?: readonly string[];
  /** The days of its publication and of its last update, `2026-11-22`. */
  published?: string;
  updated?: string;
  /** Under which licence its words and data are. */
  licence?: string;
  /** Its full address, once it has one: networks want it for the picture of a shared page. */
  homepage?: string;
  /** The address of the repository that holds it: readers fork pages there, and report wrong numbers. */
  repository?: string;
  /** The folder of its host that it lies in; `/` unless said. */
  base?: string;
  /** Write links as `./page.html`, for servers that do not find `page.html` under `/page`. */
  preserveExtension?: boolean;
}

/** The notebook as a whole: its names, its pages in reading order, and where its tools are. */
export interface Site extends Required<Pick<NotebookOptions, "title" | "name" | "description" | "about" | "base">> {
  options: NotebookOptions;
  pages: readonly Page[];
  /** What each update brought, and what pages once showed that was wrong. */
  changes: Changes;
  /** The paths of the pages of sources, by the source's id, where there is a page for each. */
  sourcePath(sourceId: string): string | null;
  /** Address of the page that holds a block, `./disagreements#first`; null where no page does. */
  link(block: string, fragment?: string): string | null;
  /** Address of a source's record on its page; null where sources have no pages. */
  record(record: { id: string; source: string }): string | null;
}

/** The site of these pages; `templates` are the Markdown files that stand for many pages, `source-[id].md`. */
export function makeSite(
  options: NotebookOptions,
  pages: readonly Page[],
  templates: readonly Page[] = [],
  changes: Changes = noChanges
): Site {
  const records = templates.find(({ blocks }) => blocks.has("source-records"));
  const sourcePath = (id: string): string | null => records?.path.replace(/\[\w+\]/, id) ?? null;
  return {
    options,
    title: options.title,
    name: options.name ?? options.title,
    description: options.description ?? options.title,
    about: options.about ?? "",
    base: options.base ?? "/",
    pages,
    changes,
    sourcePath,
    link(block, fragment) {
      const page = pages.find(({ blocks }) => blocks.has(block));
      return page ? `.${page.path}${fragment === undefined ? "" : `#${fragment}`}` : null;
    },
    record({ id, source }) {
      const path = sourcePath(source);
      return path === null ? null : `.${path}#${id}`;
    }
  };
}

/** A page's file without its ending: "index", "harvest", "angles/prices". */
export const pageFile = (path: string): string => path.slice(1).replace(/^$|(?<=\/)$/, "index");

/** Address of the picture that stands for a page where its link is shared; a page without one has the first page's. */
export function sharePicturePath(path: string, { pages }: Site): string {
  const known = pages.some((page) => page.path === path && !page.aside);
  return `share/${pageFile(known ? path : "/")}.png`;
}

/** Where a chapter is published as a notebook to take away, from the site's root. */
export const notebookPath = ({ path }: Pick<Page, "path">): string => `notebooks/${pageFile(path)}.html`;

/** A page's place on the site as seen from a page: links of the machine are written from the root, `./harvest`. */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";

/** A link within text, or the text alone where there is nowhere to lead to. */
export const linked = (href: string | null, words: string, attributes = ""): string =>
  href === null ? words : `<a href="${href}"${attributes}>${words}</a>`;

/**
 * Links of blocks are written from the root, `./harvest`; from a page in a folder they begin higher. Where servers do not
 * find pages without their ending, it is written. What leads elsewhere opens beside the notebook, as Framework has it.
 */
export function resolveLinks(html: string, path: string, { site, tables }: { site: Site; tables: Tables }): string {
  const up = upFrom(path);
  const isPage = (to: string): boolean =>
    /^\/(?:claim|embed)\/(?!.*\.json$)/.test(to) ||
    site.pages.some((page) => page.path === to) ||
    tables.sources.rows.some(({ id }) => site.sourcePath(id) === to);
  return html
    .replace(new RegExp(` (href|src|action|${Data.index})="\\.(/[^"#?]*)`, "g"), (_, name, to) => {
      const ending = site.options.preserveExtension && to !== "/" && isPage(to) ? ".html" : "";
      return ` ${name}="${up}${to.slice(1)}${ending}`;
    })
    .replace(/<a href="(https?:[^"]*)"(?! target)/g, '<a href="$1" target="_blank" rel="noopener noreferrer"');
}
