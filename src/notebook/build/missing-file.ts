import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "../ledger/fault.ts";
import { locate } from "./locate.ts";

/** The fault behind Framework's "Not found", which it says after the last page: a page asks for a file or a module. */
export function missingFile(root: string, complaints: string): Fault | undefined {
  const [, path] = /^(?:Unexpected error: )?(?:Not|import not) found: \/(\S+)$/m.exec(complaints) ?? [];
  if (path === undefined) return undefined;
  const pages = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort();
  for (const page of pages) {
    const source = readFileSync(join(root, "src", page), "utf8");
    if (source.includes(path))
      return {
        ...locate(`src/${page}`, source, path),
        message: `there is no file "${path}"`,
        remedy: `add src/${path}, or what makes it, or mend its name`
      };
  }
  return undefined;
}
