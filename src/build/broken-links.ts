import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Fault } from "../ledger/fault.ts";
import { locate } from "./locate.ts";
import { pageFiles, pagePath } from "./page-files.ts";

const site = "http://site";

/** Links of finished pages that lead to no file of the site, or to no element of its page. */
export function brokenLinks(root: string, folder: string): Fault[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const pages = pageFiles(folder).map((file) => {
    const { document } = new JSDOM(readFileSync(join(folder, file), "utf8")).window;
    ids.set(file, new Set([...document.querySelectorAll("[id]")].map(({ id }) => id)));
    return { file, links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "") };
  });
  return pages.flatMap(({ file, links }) => {
    const page = `src${pagePath(file)}.md`;
    const broken = [...new Set(links)].filter((link) => !leadsSomewhere(link, file, folder, ids));
    return broken.map((link) => ({
      ...locate(page, readFileSync(join(root, page), "utf8"), link),
      message: `the link to "${link}" leads nowhere`,
      remedy: "mend the link, or make what it points to"
    }));
  });
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
    (candidate) =>
      ids.has(candidate) || (candidate !== "" && !candidate.endsWith("/") && existsSync(join(folder, candidate)))
  );
  if (file === undefined) return false;
  return hash === "" || ids.get(file)?.has(decodeURIComponent(hash.slice(1))) === true;
}
