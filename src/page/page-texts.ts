import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "./site.ts";

/** A page's Markdown by its path. */
export type PageTexts = ReadonlyMap<string, string>;

/** Reads the Markdown of every page that navigation knows, in reading order. */
export function readPageTexts(root: string): PageTexts {
  return new Map(
    pages.flatMap(({ path }) => {
      const file = join(root, "src", `${path === "/" ? "/index" : path}.md`);
      return existsSync(file) ? [[path, readFileSync(file, "utf8")] as const] : [];
    })
  );
}
