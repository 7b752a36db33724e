import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { findFiles } from "@observablehq/framework/dist/javascript/files.js";
import { findImports } from "@observablehq/framework/dist/javascript/imports.js";
import { type AttachedFile, type ImportedName, parseProgram } from "@observablehq/framework/dist/javascript/parse.js";
import { route } from "@observablehq/framework/dist/route.js";
import type { Loader } from "esbuild";
import { indexOfImport, transformScript } from "./parse-cell.ts";

/** A module that a page's cells import: what it imports and attaches, and where it says so. */
export interface LocalModule {
  text: string;
  imports: (ImportedName & { index: number })[];
  files: (Pick<AttachedFile, "name" | "method"> & { index: number })[];
  /** Why it cannot be read. */
  broken?: string;
}

const read = new Map<string, { changed: number; module: LocalModule }>();

/** The file under `src` that Framework serves as the module `path`: `/a.js` may be written as `a.ts`. */
export const moduleFile = (src: string, path: string): string | undefined =>
  route(src, path.replace(/\.js$/, ""), [".js", ".ts", ".jsx", ".tsx"])?.path;

/** Reads the module that Framework serves at `path` from `file` of `src`. */
export function readModule(src: string, file: string, path: string): LocalModule {
  const whole = join(src, file);
  const changed = statSync(whole).mtimeMs;
  const known = read.get(whole);
  if (known?.changed === changed) return known.module;
  const module = parseModule(readFileSync(whole, "utf8"), path, extname(file).slice(1));
  read.set(whole, { changed, module });
  return module;
}

function parseModule(text: string, path: string, ending: string): LocalModule {
  try {
    const source = ending === "js" ? text : transformScript(text, ending as Loader);
    const body = parseProgram(source);
    return {
      text,
      imports: findImports(body, path, source).map((found) => ({ ...found, index: indexOfImport(text, found.name) })),
      files: findFiles(body, path, source).map(({ name, method }) => ({
        name,
        ...(method ? { method } : {}),
        index: indexOfImport(text, name)
      }))
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { text, imports: [], files: [], broken: error.message.split("\n")[0] ?? "" };
  }
}
