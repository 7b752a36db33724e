import { readdirSync } from "node:fs";

/** The built pages of a site, relative to its folder. */
export function pageFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort();
}

/** A page's path as Framework names it: `us-demand.html` is `/us-demand`, `index.html` is `/index`. */
export const pagePath = (file: string): string => `/${file.replace(/\.html$/, "")}`;
