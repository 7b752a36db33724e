import { type Alias, type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { Fault } from "./fault.ts";
import { syntaxFaults } from "./syntax-faults.ts";

export type Path = readonly (string | number)[];

/** A YAML file as plain data, which still knows where each value stands. */
export interface ParsedDocument {
  file: string;
  data: unknown;
  /** The place of the value at a path; the nearest existing parent's where nothing stands there. */
  locate(path: Path): { line: number; column: number };
  faults: Fault[];
}

/** Parses YAML text. Text that is no YAML yields faults, and `data` is null. */
export function parseLedgerDocument(file: string, text: string): ParsedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const faults = [
    ...syntaxFaults(document, text).map(({ offset, ...fault }) => ({ file, ...at(offset), ...fault })),
    ...aliasesOf(document).map(({ source, range }) => ({
      file,
      ...at(range?.[0] ?? 0),
      message: `"*${source}" refers to another place of the file`,
      remedy: "write out what it stands for: each record is read alone"
    }))
  ];
  const locate = (path: Path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = startOf(document.contents, path.slice(0, depth));
      if (offset !== undefined) return at(offset);
    }
    return at(document.contents?.range?.[0] ?? 0);
  };
  return { file, data: faults.length > 0 ? null : document.toJS(), locate, faults };
}

/** A mapping's entry is located at its key when its value is missing or a collection, else at its value. */
function startOf(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let key: unknown;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step)
      );
      if (!pair) return undefined;
      key = pair.key;
      node = pair.value;
    } else if (hasItems(node)) {
      node = node.items[Number(step)];
      key = undefined;
    } else return undefined;
  }
  const value = isScalar(node) || key === undefined ? (node as Node | null | undefined) : (key as Node);
  return value?.range?.[0] ?? (key as Node | undefined)?.range?.[0];
}

/** Aliases are refused: a few lines of them can stand for more than a machine holds. */
function aliasesOf(document: Document.Parsed): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

const hasItems = (node: unknown): node is { items: unknown[] } =>
  typeof node === "object" && node !== null && Array.isArray((node as { items?: unknown }).items);
