import { extname, join, posix } from "node:path";
import { Parser } from "htmlparser2";
import { type Fault, nearest, suggest } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import { lineStart, markdownTokens } from "../page/checks/markdown-source.ts";
import type { Notebook } from "../page/notebook.ts";
import type { Page } from "../page/pages.ts";
import { attachedFileExists } from "./cells/attached-file.ts";
import { targetOf } from "./links.ts";

/** What links of pages may lead to. */
export interface LinkTargets {
  notebook: Notebook;
  root: string;
  /** Pages whose front matter is at fault, which are pages all the same. */
  misread: readonly Pick<Page, "path">[];
  /** Where a build puts what it makes beside the pages. */
  made(): ReadonlySet<string>;
  /** Whether a record that was left out for a fault may bring something of this name. */
  mayBring(name: string): boolean;
}

/** Links of a page’s Markdown to pages and files, and pictures, that there are not. Places on pages are looked for in place-faults.ts. */
export function linkFaults(
  { file, text }: Pick<Page, "file" | "text">,
  { notebook, root, misread, made, mayBring }: LinkTargets
): Fault[] {
  const { site, tables } = notebook;
  const own = file.replace(/^src/, "").replace(/\.md$/, "");
  const placeOf = placesIn(text);
  const pages = [
    ...site.pages.map(({ path }) => path),
    ...misread.map(({ path }) => path),
    ...tables.sources.rows.flatMap(({ id }) => site.sourcePath(id) ?? [])
  ];
  const isMade = (path: string): boolean =>
    [path, `${path}.html`].some((one) => made().has(one.slice(1))) || mayBring(path.slice(1));
  return linksOf(text).flatMap(({ target, isPicture, offset }) => {
    const led = targetOf(target, own);
    if (led === undefined)
      return [
        {
          file,
          ...placeOf(offset),
          message: `the link to "${target}" leads nowhere`,
          remedy: "mend it: it is no address"
        }
      ];
    if (target === "" || led.isElsewhere || target.startsWith("#")) return [];
    const { path } = led;
    const address = pageAddress(path);
    if (!isPicture && pages.includes(address)) return [];
    if (attachedFileExists(join(root, "src"), path) || isMade(path)) return [];
    const isFile = extname(address) !== "";
    return [
      {
        file,
        ...placeOf(offset),
        message: isPicture ? `there is no file "${path.slice(1)}"` : `the link to "${target}" leads nowhere`,
        remedy: isPicture
          ? missingPicture(target, path, own, root)
          : isFile
            ? nearestFile(target, path.slice(1), own, made())
            : nearestPage(target, address, own, pages)
      }
    ];
  });
}

function missingPicture(target: string, path: string, own: string, root: string): string {
  const fromRoot = posix.join("/", target);
  return attachedFileExists(join(root, "src"), fromRoot)
    ? `write "${asTyped("./", own, fromRoot)}"`
    : `add src${path}, or mend its name`;
}

/** The file of the same folder that was meant. */
function nearestFile(target: string, path: string, own: string, made: ReadonlySet<string>): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const beside = [...made].filter((one) => one.startsWith(folder)).map((one) => one.replace(/\.html$/, ""));
  const meant = nearest(path, beside);
  return meant === undefined
    ? `add src/${path}, or mend the link`
    : `did you mean "${asTyped(target, own, `/${meant}`)}"?`;
}

/** The page that was meant: one of that name in another folder, or one of nearly that address. */
function nearestPage(target: string, address: string, own: string, pages: readonly string[]): string {
  const meant = pages.find((page) => posix.basename(page) === posix.basename(address)) ?? nearest(address, pages);
  return meant === undefined ? suggest(address, pages, "src/") : `did you mean "${asTyped(target, own, meant)}"?`;
}

/** A path of the notebook as a link on a page was typed: from the root, or from the page’s folder, with `./` or without. */
function asTyped(target: string, own: string, path: string): string {
  if (target.startsWith("/")) return path;
  const ending = path.endsWith("/") ? "/" : "";
  const fromPage = posix.relative(posix.dirname(own), path) + ending;
  return fromPage.startsWith("../") || !target.startsWith("./") ? fromPage : `./${fromPage.replace(/^\/$/, "")}`;
}

/** A page's path as pages are known by it: `/harvest` of `/harvest.html`. */
export const pageAddress = (path: string): string => path.replace(/\.html$/, "").replace(/(?<=\/)index$/, "");

interface WrittenLink {
  target: string;
  isPicture: boolean;
  offset: number;
}

/** The links and pictures of a page’s Markdown, raw HTML included, with where they stand. */
export function linksOf(text: string): WrittenLink[] {
  return markdownTokens(text).flatMap(({ type, map, children, content }) => {
    if (!map) return [];
    const start = lineStart(text, map[0]);
    let from = start;
    const found = (target: string): number => {
      const place = text.indexOf(target, from);
      if (place >= 0) from = place + target.length;
      return Math.max(place, start);
    };
    const inHtml = (html: string): WrittenLink[] =>
      elementsOf(html).map(({ target, isPicture }) => ({ target, isPicture, offset: found(target) }));
    if (type === "html_block") return inHtml(content);
    return (children ?? []).flatMap((child): WrittenLink[] => {
      if (child.type === "html_inline") return inHtml(child.content);
      const isPicture = child.type === "image";
      if (!isPicture && child.type !== "link_open") return [];
      const target = child.attrGet(isPicture ? "src" : "href") ?? "";
      return [{ target, isPicture, offset: found(target) }];
    });
  });
}

/** The links and pictures of raw HTML; what a script is still to write leads nowhere yet. */
function elementsOf(html: string): Omit<WrittenLink, "offset">[] {
  const found: Omit<WrittenLink, "offset">[] = [];
  const parser = new Parser({
    onopentag(name, { href, src }) {
      const target = name === "a" ? href : name === "img" ? src : undefined;
      if (target !== undefined && !target.includes("${")) found.push({ target, isPicture: name === "img" });
    }
  });
  parser.end(html);
  return found;
}
