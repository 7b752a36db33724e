import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import type { Fault } from "../ledger/fault.ts";
import { locate } from "./locate.ts";
import { markdownOf, pageFiles } from "./page-files.ts";

/** Names that Framework itself gives to a live cell without asking the network for them. */
const given = new Set(
  "display view visibility invalidation now width dark resize FileAttachment Generators Mutable".split(" ")
);

/** What Framework builds without complaint although the page is broken. */
export function silentFaults(root: string, site: string): Fault[] {
  return pageFiles(site).flatMap((file) => pageFaults(root, site, file));
}

function pageFaults(root: string, site: string, file: string): Fault[] {
  const page = markdownOf(root, file);
  const html = readFileSync(join(site, file), "utf8");
  const source = readFileSync(join(root, page), "utf8");
  return [
    ...syntaxErrors(page, source, html),
    ...unresolvedImports(page, source, html),
    ...unknownNames(page, source, html)
  ];
}

function syntaxErrors(page: string, source: string, html: string): Fault[] {
  const errors = [...html.matchAll(/observablehq--error"[^>]*>([^<]*)</g)].map(([, message = ""]) => message);
  if (errors.length === 0) return [];
  const located = [...source.matchAll(/^```(?:js|ts|jsx|tsx)\b.*\n([\s\S]*?)^```/gm)].flatMap((fence) =>
    cellErrors(fence[1] ?? "").map(({ line, column, message }) => ({
      file: page,
      line: source.slice(0, fence.index).split("\n").length + line,
      column,
      message: `syntax error in a live cell: ${message}`,
      remedy: "mend the cell"
    }))
  );
  if (located.length > 0) return located;
  return errors.map((message) => ({
    file: page,
    line: 1,
    column: 1,
    message: `${message} in a live cell or an inline expression`,
    remedy: "mend the expression"
  }));
}

function cellErrors(cell: string): { line: number; column: number; message: string }[] {
  try {
    transformSync(cell, { loader: "ts", format: "esm", logLevel: "silent" });
    return [];
  } catch (error) {
    const { errors } = error as { errors: { text: string; location: { line: number; column: number } | null }[] };
    return errors.map(({ text, location }) => ({
      line: location?.line ?? 1,
      column: (location?.column ?? 0) + 1,
      message: text
    }));
  }
}

function unresolvedImports(page: string, source: string, html: string): Fault[] {
  const imported = new Set([...html.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, specifier = ""]) => specifier));
  return [...imported]
    .filter((specifier) => !/^[./]/.test(specifier))
    .map((specifier) => ({
      ...locate(page, source, specifier),
      message: `the import "${specifier}" cannot be resolved`,
      remedy: "install the package, or mend its name"
    }));
}

function unknownNames(page: string, source: string, html: string): Fault[] {
  const cells = [...html.matchAll(/^define\(\{id: .*$/gm)].map(([line]) => line);
  const names = (cell: string, list: string): string[] =>
    JSON.parse(cell.match(new RegExp(`\\b${list}: (\\[[^\\]]*\\])`))?.[1] ?? "[]");
  const defined = new Set(cells.flatMap((cell) => names(cell, "outputs")));
  const unknown = new Set(
    cells.flatMap((cell) => names(cell, "inputs")).filter((name) => !given.has(name) && !defined.has(name))
  );
  return [...unknown].map((name) => ({
    ...locate(page, source, name),
    message: `no cell of this page defines "${name}"`,
    remedy: "define or import it in a cell, or mend its name"
  }));
}
