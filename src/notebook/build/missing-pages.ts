import type { Fault } from "../ledger/fault.ts";
import { locate } from "./locate.ts";

/** Pages that the text of `site.ts` names and no file holds; `markdown` is every page's path under `src`. */
export function missingPages(file: string, text: string, markdown: readonly string[]): Fault[] {
  return [...text.matchAll(/\bpath: "\/([^"]*)"/g)].flatMap(([written, path]) => {
    const page = `${path || "index"}.md`;
    if (markdown.includes(page)) return [];
    const remedy = "write it, mend the path, or take this page out";
    return [{ ...locate(file, text, written), message: `there is no src/${page}`, remedy }];
  });
}
