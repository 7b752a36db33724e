import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { placesIn } from "./parse-document.ts";
import { faultOfSystem } from "./system-fault.ts";

/** A file's text as far as it is UTF-8, and what is wrong with the file where it is not, or not only. */
interface FileText {
  text: string;
  fault?: Omit<Fault, "file">;
}

const start = { line: 1, column: 1 };

/** Reads `<root>/<path>`, which has to be a file: a link could lead out of the project, and a pipe is never at its end. */
export function readText(root: string, path: string): FileText {
  try {
    const kind = kindOf(lstatSync(join(root, path)));
    if (kind !== undefined)
      return {
        text: "",
        fault: { ...start, message: `is ${kind}, no file`, remedy: "put the file itself in its place" }
      };
    return checked(new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(root, path))));
  } catch (error) {
    const fault = faultOfSystem(error, path);
    if (!fault) throw error;
    return { text: "", fault };
  }
}

function checked(text: string): FileText {
  if (text.startsWith("\uFEFF"))
    return { text, fault: { ...start, message: "starts with a byte-order mark", remedy: "save it without one" } };
  const unknown = text.indexOf("\uFFFD");
  return unknown < 0
    ? { text }
    : { text, fault: { ...placesIn(text)(unknown), message: "is not UTF-8", remedy: "save it in that encoding" } };
}

/** What stands where a file should; undefined for a file. */
function kindOf(entry: Stats): string | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return "a folder";
  return entry.isSymbolicLink() ? "a symbolic link" : "a pipe or a device";
}
