import {
  type AttachedFile,
  type ImportedName,
  parseJavaScript,
  type Reference
} from "@observablehq/framework/dist/javascript/parse.js";
import { transpileSql } from "@observablehq/framework/dist/sql.js";
import { transpileTag } from "@observablehq/framework/dist/tag.js";
import { type Loader, transformSync } from "esbuild";
import type { Place, WrittenCell } from "./read-cells.ts";

/** Something that a cell names, and where. */
export interface Named {
  name: string;
  place: Place;
}

export interface SyntaxFault {
  place: Place;
  message: string;
}

/** What a cell says, by Framework's own reading. */
export interface Cell {
  tag: string;
  declares: Named[];
  refers: Named[];
  imports: (Named & Pick<ImportedName, "type" | "method">)[];
  /** `handedOver`: not read by a method on the spot. */
  files: (Named & Pick<AttachedFile, "method"> & { handedOver: boolean })[];
}

const scripts = new Set(["js", "ts", "jsx", "tsx", "inline"]);

/** Reads a cell of the page at `path`, such as `/a/b`; or says why it cannot be read. */
export function parseCell(cell: WrittenCell, path: string): Cell | SyntaxFault {
  const { tag, content, place } = cell;
  try {
    const source = sourceOf(cell);
    const parsed = parseJavaScript(source, { path, inline: tag === "inline", params: anyParameter });
    const exact = source === content;
    const named = ({ name, start }: Reference): Named => ({
      name,
      place: place(exact ? start : indexOfWord(content, name))
    });
    return {
      tag,
      declares: (parsed.declarations ?? []).map(named),
      refers: parsed.references.map(named),
      imports: parsed.imports.map((imported) => ({
        ...imported,
        place: place(indexOfImport(content, imported.name))
      })),
      files: parsed.files.map(({ name, node, method }) => ({
        name,
        ...(method ? { method } : {}),
        handedOver: !/^\s*\??\./.test(source.slice(node.end)),
        place: place(exact ? node.start + indexOfImport(content.slice(node.start), name) : indexOfImport(content, name))
      }))
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return (scripts.has(tag) ? saidByEsbuild(cell) : undefined) ?? saidByFramework(error, cell);
  }
}

// A page that stands for many may ask for any of its parameters.
const anyParameter = new Proxy<Record<string, string>>({}, { has: () => true, get: () => "" });

/** The JavaScript that Framework makes of a cell. */
function sourceOf({ tag, attributes, content }: WrittenCell): string {
  if (tag === "js" || tag === "inline") return content;
  if (tag === "tex") return transpileTag(content, "tex.block", true);
  if (tag === "html" || tag === "svg") return transpileTag(content, `${tag}.fragment`, true);
  if (tag === "dot") return transpileTag(content, "dot", false);
  if (tag === "mermaid") return transpileTag(content, "await mermaid", false);
  if (tag === "sql") return transpileSql(content, attributes);
  return transformScript(content, tag as Loader);
}

/** TypeScript and JSX as Framework turns them into JavaScript. */
export function transformScript(content: string, loader: Loader): string {
  try {
    return transformSync(content, {
      loader,
      jsx: "automatic",
      jsxImportSource: "npm:react",
      tsconfigRaw: '{"compilerOptions":{"verbatimModuleSyntax":true}}',
      logLevel: "silent"
    }).code;
  } catch (error) {
    throw new SyntaxError((error as Error).message);
  }
}

/** esbuild's words for a syntax error are the clearer ones, and it reads every script. */
function saidByEsbuild({ tag, content, place }: WrittenCell): SyntaxFault | undefined {
  const [open, loader]: [string, Loader] = tag === "inline" ? ["(", "js"] : ["", tag === "js" ? "ts" : (tag as Loader)];
  try {
    transformSync(open ? `(${content}\n)` : content, { loader, format: "esm", logLevel: "silent" });
    return undefined;
  } catch (error) {
    const [first] = (error as { errors: { text: string; location: { line: number; column: number } | null }[] }).errors;
    const { line = 1, column = 0 } = first?.location ?? {};
    const before =
      content
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    const index = before + column - (line === 1 ? open.length : 0);
    return { place: place(Math.min(Math.max(index, 0), content.length)), message: first?.text ?? "it cannot be read" };
  }
}

/** Framework and its parser end a message with the place in the cell: `… (1:5)`. */
function saidByFramework({ message }: SyntaxError, { tag, content, place }: WrittenCell): SyntaxFault {
  const [, words = message, line = "1", column = "0"] = /^([\s\S]*?)(?: \((\d+):(\d+)\))?$/.exec(message) ?? [];
  if (words === "invalid expression") return { place: place(0), message: "this is no expression" };
  const before =
    content
      .split("\n")
      .slice(0, Number(line) - 1)
      .join("\n").length + (line === "1" ? 0 : 1);
  return { place: place(scripts.has(tag) ? before + Number(column) : 0), message: words };
}

const indexOfWord = (text: string, word: string): number =>
  Math.max(text.search(new RegExp(`(?<![\\w$.])${word.replace(/\$/g, "\\$&")}(?![\\w$])`)), 0);

/** Where a specifier or a file's name is quoted; by its last part where Framework has put the path in other words. */
export function indexOfImport(text: string, name: string): number {
  const escaped = [name, name.split("/").at(-1) ?? name].map((words) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const [whole = "", last = ""] = escaped;
  const found = new RegExp(`(["'\`])${whole}\\1`).exec(text) ?? new RegExp(`(["'\`])[^"'\`\\n]*${last}\\1`).exec(text);
  return found ? found.index + 1 : 0;
}
