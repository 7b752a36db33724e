import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "../ledger/fault.ts";
import { locate, markdownOf, pageFiles } from "./links.ts";

/**
 * What Framework has built without complaint although the page is broken. cellFaults tells all of it that is known from
 * the sources, with its place; this stands behind it, so that what nobody knew of is not published either.
 */
export function silentFaults(root: string, site: string): Fault[] {
  return pageFiles(site).flatMap((file) => {
    const html = readFileSync(join(site, file), "utf8");
    const broken = [...html.matchAll(/observablehq--error"[^>]*>([^<]*)</g)].map(([, message = ""]) => message);
    const imported = [...html.matchAll(/\bimport\("([^"./][^"]*)"\)/g)].map(([, specifier = ""]) => specifier);
    if (broken.length + imported.length === 0) return [];
    const page = markdownOf(root, file);
    const source = readFileSync(join(root, page), "utf8");
    return [
      ...broken.map((message) => ({
        ...locate(page, source, "```"),
        message: `${message} in a live cell or an inline expression`,
        remedy: "mend it"
      })),
      ...imported.map((specifier) => ({
        ...locate(page, source, specifier),
        message: `the import "${specifier}" cannot be resolved`,
        remedy: "install the package, or mend its name"
      }))
    ];
  });
}
