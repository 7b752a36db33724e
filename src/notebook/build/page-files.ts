import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The built pages of a site, relative to its folder. */
export function pageFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort();
}

/** A page's path as Framework names it: `us-demand.html` is `/us-demand`, `index.html` is `/index`. */
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
