import type { Fault } from "./fault.ts";
import { type ParsedDocument, parseLedgerDocument, parseWithPlaces, soundData } from "./parse-document.ts";

/** A piece of a file that stands for itself: an item of the list under a key, or a key with all else that stands under it. */
interface Piece {
  key: string;
  isItem: boolean;
  /** Its first line, counted from 0, and the one after its last. */
  from: number;
  to: number;
}

/**
 * What can be read of a file of the ledger that is no YAML as a whole: every piece of it that is, with all that is wrong with the
 * others. So a slip in one record hides neither another slip nor what the other records say. Undefined where the file does not
 * fall into pieces.
 */
export function salvaged(file: string, text: string): ParsedDocument | undefined {
  const lines = text.split("\n");
  const faults: Fault[] = [];
  const lost: Piece[] = [];
  for (const piece of piecesOf(lines)) {
    const own = lines.slice(piece.from, piece.to).join("\n");
    // An item is read under the key of its list.
    const written = piece.isItem ? `${piece.key}:\n${own}` : own;
    if (soundData(written) !== undefined) continue;
    const found = parseWithPlaces(file, written).faults;
    if (found.length === 0) continue;
    const shift = piece.from - (piece.isItem ? 1 : 0);
    faults.push(...found.map((fault) => ({ ...fault, line: Math.min(fault.line + shift, piece.to) })));
    lost.push(piece);
  }
  if (lost.length === 0) return undefined;
  const isLost = lines.map(() => false);
  for (const { from, to } of lost) isLost.fill(true, from, to);
  const rest = parseLedgerDocument(file, lines.map((line, at) => (isLost[at] ? "" : line)).join("\n"));
  if (typeof rest.data !== "object") return undefined;
  return {
    ...rest,
    faults: [...faults, ...rest.faults],
    lost: {
      text: lines.filter((_, at) => isLost[at]).join("\n"),
      keys: new Set(lost.map(({ key }) => key))
    }
  };
}

/** The pieces of a file, in their order. What stands before the first key is a piece without one. */
function piecesOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let key = "";
  let indent: string | undefined;
  for (const [at, line] of lines.entries()) {
    const [, name] = /^([A-Za-z_][\w-]*):(?:\s|$)/.exec(line) ?? [];
    const [, before] = /^( *)-(?:\s|$)/.exec(line) ?? [];
    const isFirstItem = before !== undefined && indent === undefined && key !== "";
    if (name !== undefined) {
      key = name;
      indent = undefined;
    } else if (isFirstItem) indent = before;
    else if (before === undefined || before !== indent) continue;
    const last = pieces.at(-1);
    if (last) last.to = at;
    pieces.push({ key, isItem: name === undefined, from: at, to: lines.length });
  }
  return pieces;
}
