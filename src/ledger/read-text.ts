import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { placesIn } from "./places-in.ts";

/** A file's text as far as it is UTF-8, and what is wrong with the file where it is not, or not only. */
export interface FileText {
  text: string;
  fault?: Omit<Fault, "file">;
}

/** Reads `<root>/<path>`. */
export function readText(root: string, path: string): FileText {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(root, path)));
  if (text.startsWith("\uFEFF"))
    return {
      text,
      fault: { line: 1, column: 1, message: "starts with a byte-order mark", remedy: "save it without one" }
    };
  const unknown = text.indexOf("\uFFFD");
  return unknown < 0
    ? { text }
    : { text, fault: { ...placesIn(text)(unknown), message: "is not UTF-8", remedy: "save it in that encoding" } };
}
