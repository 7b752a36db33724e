import { CORE_SCHEMA, load } from "js-yaml";
import {
  type Document,
  type ErrorCode,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit
} from "yaml";
import type { Fault } from "./fault.ts";

/** What is wrong with a text as YAML, and where in it. */
interface SyntaxFault {
  offset: number;
  message: string;
  remedy: string;
}

const remedies: Partial<Record<ErrorCode, string>> = {
  TAG_RESOLVE_FAILED: "write the value without a tag",
  DUPLICATE_KEY: "drop one of the two",
  TAB_AS_INDENT: "indent with spaces"
};

/** What the parser says of a line that is indented by too little or too much. */
const indented = /^(?:Sequence item without - indicator|All (?:mapping|sequence) items must start at the same column)/;

const remedyOf = (code: ErrorCode, message: string): string =>
  remedies[code] ??
  (indented.test(message)
    ? "indent the line as the fields above it"
    : "mend the syntax at this place; quote text that holds a colon, a hash or a leading symbol");

/**
 * What is wrong with a text as YAML: its first error, since those after it mostly follow from it, and every key that
 * stands twice, since nothing follows from that. A merge that was not finished is called that.
 */
function syntaxFaults({ errors, warnings }: Document.Parsed, text: string): SyntaxFault[] {
  const mark = errors.length > 0 ? text.search(/^(<{7}|={7}|>{7})( |$)/m) : -1;
  if (mark >= 0)
    return [
      { offset: mark, message: "holds a merge that was not finished", remedy: "keep one side, and drop the marks" }
    ];
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return [...inOrder.filter((error, index) => index === 0 || error.code === "DUPLICATE_KEY"), ...warnings].map(
    ({ pos, message, code }) => ({
      offset: pos[0],
      message: `is not valid YAML: ${message.split("\n", 1)[0]}`,
      remedy: remedyOf(code, message)
    })
  );
}

export type Path = readonly (string | number)[];

/** What stands at a path of a document’s data, or of a part of it. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    data
  );

/** A YAML file as plain data, which still knows where each value stands. */
export interface ParsedDocument {
  file: string;
  data: unknown;
  /** The place of the value at a path; the nearest existing parent's where nothing stands there. */
  locate(path: Path): { line: number; column: number };
  faults: Fault[];
  /** What of the file could not be read, where the rest of it was: the lines, and the keys under which they stand. */
  lost?: { text: string; keys: ReadonlySet<string> };
}

/**
 * Parses YAML text. Text that is no YAML yields faults, and `data` is null. Sound files, of which no place is ever asked for, are
 * read by the faster of two parsers, which keeps none.
 */
export function parseLedgerDocument(file: string, text: string): ParsedDocument {
  const data = soundData(text);
  if (data === undefined) return parseWithPlaces(file, text);
  let parsed: ParsedDocument | undefined;
  const locate = (path: Path) => {
    parsed ??= parseWithPlaces(file, text);
    return parsed.locate(path);
  };
  return { file, data, locate, faults: [] };
}

/**
 * What the parsers may take differently: tabs, line ends other than one sign, signs that do not show, tags, anchors, marked keys, no key or null for
 * a key, long ones, more than one document.
 */
const unlike =
  /[\t\r\0\u0085\u2028\u2029\ufeff]|(?:^|[\s,[{:-])(?:!|\?(?:\s|$))|&(?! )|(?:^|[\s{,?-])(?:~|null)?\s*:(?:\s|$)|^(?:---|\.\.\.)|\d{300}|\de[-+]?\d{3}|[^\n]{1000}/im;

/** What a text without faults says, by the faster parser; undefined where it has some, or may have. */
export function soundData(text: string): unknown {
  if (unlike.test(text)) return undefined;
  try {
    return load(text, { schema: CORE_SCHEMA, maxAliases: 0 });
  } catch {
    return undefined;
  }
}

/** The same by the parser that knows where everything stands, and what is wrong with it. */
export function parseWithPlaces(file: string, text: string): ParsedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, resolveKnownTags: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const faults = [
    ...syntaxFaults(document, text).map(({ offset, ...fault }) => ({ file, ...at(offset), ...fault })),
    ...refusedNodes(document).map(({ offset, ...fault }) => ({ file, ...at(offset), ...fault }))
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

/**
 * What YAML has and a ledger does not: aliases, a few lines of which can stand for more than a machine holds, and lists or
 * mappings for keys, which an unquoted `{{token}}` becomes.
 */
function refusedNodes(document: Document.Parsed): SyntaxFault[] {
  const found: SyntaxFault[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      const message = `"*${source}" refers to another place of the file`;
      found.push({
        offset: range?.[0] ?? 0,
        message,
        remedy: "write out what it stands for: each record is read alone"
      });
    },
    Pair(_, { key }) {
      if (!isCollection(key)) return;
      const message = "a list or a mapping stands where a key should";
      found.push({ offset: key.range?.[0] ?? 0, message, remedy: "put text that holds braces into quotation marks" });
    }
  });
  return found;
}

const hasItems = (node: unknown): node is { items: unknown[] } =>
  typeof node === "object" && node !== null && Array.isArray((node as { items?: unknown }).items);

/** The line and column, both 1-based, of the character at each offset of a text. */
export function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
