import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "../ledger/fault.ts";
import { locate } from "./locate.ts";
import { pageElements } from "./page-elements.ts";
import { markdownOf, pageFiles } from "./page-files.ts";

const site = "http://site";

/** Links of finished pages that lead to no file of the site, or to no element of its page. */
export function brokenLinks(root: string, folder: string): Fault[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const pages = pageFiles(folder).map((file) => {
    const elements = pageElements(readFileSync(join(folder, file), "utf8"));
    ids.set(file, new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? [])));
    return {
      file,
      links: elements.flatMap(({ name, attributes }) => (name === "a" ? (attributes.get("href") ?? []) : []))
    };
  });
  return pages.flatMap(({ file, links }) => {
    const page = markdownOf(root, file);
    const broken = [...new Set(links)].filter((link) => !leadsSomewhere(link, file, folder, ids));
    const source = readFileSync(join(root, page), "utf8");
    return broken.map((link) => {
      const written = asWritten(link, source);
      return {
        ...locate(page, source, written),
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
  const { origin, pathname, hash } = new URL(link, `${site}/${from}`);
  if (origin !== site) return true;
  const path = decodeURIComponent(pathname).slice(1);
  const file = [path, `${path}.html`, `${path}index.html`].find(
    // A page and a folder may have the same name.
    (candidate) => ids.has(candidate) || statSync(join(folder, candidate), { throwIfNoEntry: false })?.isFile()
  );
  if (file === undefined) return false;
  return hash === "" || ids.get(file)?.has(decodeURIComponent(hash.slice(1))) === true;
}
