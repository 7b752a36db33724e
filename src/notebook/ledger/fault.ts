import { closest, distance } from "fastest-levenshtein";

/** One thing that is wrong in an input file: where it is, what it is, and what mends it. Lines and columns are 1-based. */
export interface Fault {
  file: string;
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** The one line that a person reads: `file:line:column message; remedy`. */
export function formatFault({ file, line, column, message, remedy }: Fault): string {
  return `${file}:${line}:${column} ${message}; ${remedy}`;
}

/** Faults in reading order: by file, line, column, then words, so that two runs print the same. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(formatFault(a), formatFault(b))
  );
}

/** Input that cannot be used. Its message is every fault, a line each; commands print it without a stack trace. */
export class InputError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(sortFaults(faults).map(formatFault).join("\n"));
    this.name = "InputError";
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The known word nearest to a mistyped one, or undefined if none is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(2, Math.ceil(word.length * 0.4)) ? candidate : undefined;
}

/** A remedy for an unknown word: the nearest known one, else where to add it, or what there is where nothing can be added. */
export function suggest(word: string, known: readonly string[], home?: string): string {
  const candidate = nearest(word, known);
  if (candidate) return `did you mean "${candidate}"?`;
  if (home !== undefined) return `use one that ${home} knows, or add it there`;
  return known.length === 0 ? "leave it out" : `use one of ${known.join(", ")}`;
}
