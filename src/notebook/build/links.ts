import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { Parser } from "htmlparser2";
import type { Fault } from "../ledger/fault.ts";

const site = "http://site";

/** What a finished page says of links: the ids of its elements, and where its links lead. */
export interface PageLinks {
  ids: readonly string[];
  links: readonly string[];
}

export function linksOf(html: string): PageLinks {
  const ids: string[] = [];
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, { id, href }) {
      if (id !== undefined) ids.push(id);
      if (name === "a" && href !== undefined) links.add(href);
    }
  });
  parser.end(html);
  return { ids, links: [...links] };
}

/** Links of finished pages, by their files, that lead to no file of the site, or to no element of its page. */
export function brokenLinks(root: string, folder: string, pages: ReadonlyMap<string, PageLinks>): Fault[] {
  const ids = new Map([...pages].map(([file, page]) => [file, new Set(page.ids)]));
  const leads = new Map<string, boolean>();
  return [...pages].flatMap(([file, { links }]) => {
    const page = markdownOf(root, file);
    const broken = links.filter((link) => {
      // Pages of a folder name the same places alike, but for places on the page itself.
      const key = /^(?:[#?]|$)/.test(link) ? "" : `${posix.dirname(file)} ${link}`;
      const known = leads.get(key) ?? leadsSomewhere(link, file, folder, ids);
      if (key !== "") leads.set(key, known);
      return !known;
    });
    // The page of a record is made of the ledger alone.
    const source = broken.length > 0 && existsSync(join(root, page)) ? readFileSync(join(root, page), "utf8") : "";
    return broken.map((link) => {
      const written = asWritten(link, source);
      return {
        ...locate(source === "" ? file : page, source, written),
        message: `the link to "${written}" leads nowhere`,
        remedy: "mend the link, or make what it points to"
      };
    });
  });
}

/** Framework writes links relative to their page; the page's author may have written them otherwise. */
function asWritten(link: string, source: string): string {
  const path = link.replace(/^\.\//, "");
  return [link, `/${path}`, path].find((candidate) => source.includes(candidate)) ?? link;
}

function leadsSomewhere(
  link: string,
  from: string,
  folder: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>
): boolean {
  const target = targetOf(link, from);
  if (target === undefined) return false;
  if (target.isElsewhere) return true;
  const path = target.path.slice(1);
  const file = [path, `${path}.html`, `${path}index.html`].find(
    // A page and a folder may have the same name.
    (candidate) => ids.has(candidate) || statSync(join(folder, candidate), { throwIfNoEntry: false })?.isFile()
  );
  if (file === undefined) return false;
  return target.place === "" || ids.get(file)?.has(target.place) === true;
}

/** Where a link of the page at `from` leads to; undefined where it is no address: `http://%zz`, `/%E0`. */
export function targetOf(
  link: string,
  from: string
): { path: string; place: string; isElsewhere: boolean } | undefined {
  try {
    const { origin, pathname, hash } = new URL(link, new URL(from, `${site}/`));
    if (origin !== site) return { path: pathname, place: hash, isElsewhere: true };
    const [path, place] = [decodeURIComponent(pathname), decodeURIComponent(hash.slice(1))];
    return path.includes("\0") ? undefined : { path, place, isElsewhere: false };
  } catch {
    return undefined;
  }
}

/** The built pages of a site, relative to its folder. Notebooks to take away are none: no browser shows one. */
export function pageFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !/^notebooks[\\/]/.test(file))
    .sort();
}

/** A page's path as Framework names it: `harvest.html` is `/harvest`, `index.html` is `/index`. */
export const pagePath = (file: string): string => `/${file.replace(/\.html$/, "")}`;

/** The Markdown that a built page was made from: its own, or one that stands for many, such as `source-[id].md`. */
export function markdownOf(root: string, file: string): string {
  const own = `src${pagePath(file)}.md`;
  if (existsSync(join(root, own))) return own;
  const shared = readdirSync(join(root, "src")).find((name) => {
    const [before, after] = name.split(/\[\w+\]/);
    return after === ".md" && file.startsWith(before ?? "");
  });
  return shared ? `src/${shared}` : own;
}
/** Where `words` first stand in a file's `source`; the file's beginning where they do not. */
export function locate(file: string, source: string, words: string): { file: string; line: number; column: number } {
  const index = Math.max(source.indexOf(words), 0);
  const before = source.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
