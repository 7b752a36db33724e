import { closest, distance } from "fastest-levenshtein";

/** One thing that is wrong in an input file: where it is, what it is, and what mends it. Lines and columns are 1-based. */
export interface Fault {
  file: string;
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** How long a fault's line may be, and how many of them are told: what is longer is read by nobody. */
const longest = 300;
const leastMessage = 80;
const most = 100;

/**
 * The one line that a person reads: `file:line:column message; remedy`. Words that are too long for it lose their middle, those
 * of the message first: the remedy is what somebody copies.
 */
export function formatFault({ file, line, column, message, remedy }: Fault): string {
  const place = `${shortened(plain(file), longest / 3)}:${line}:${column}`;
  const what = plain(message);
  const room = longest - place.length - " ; ".length;
  const how = shortened(plain(remedy), room - Math.min(what.length, leastMessage));
  return `${place} ${shortened(what, room - how.length)}; ${how}`;
}

/** Whether a fault's line has room for all its words, so that ids in them can be copied and looked for. */
export const isWhole = ({ file, line, column, message, remedy }: Fault): boolean =>
  `${plain(file)}:${line}:${column} ${plain(message)}; ${plain(remedy)}`.length <= longest;

/** Words in one line, with all that a terminal would obey rather than show in writing. */
const plain = (words: string): string =>
  words
    .replace(/[\t\n\r ]+/g, " ")
    .replace(unseen, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
    .trim();

const shortened = (words: string, length: number): string => {
  if (words.length <= length) return words;
  const end = Math.floor(length / 4);
  return `${cut(words, 0, length - end - 1)}…${cut(words, words.length - end)}`;
};

/** A part of a text that halves no sign. */
const cut = (text: string, from: number, to?: number): string =>
  text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

/** Signs that are not seen but change what is: control characters, other ends of lines, turned directions, halves of signs. */
export const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Faults in order, a line each; of very many, the first, and how many more there are. */
export function formatFaults(faults: readonly Fault[]): string {
  const lines = sortFaults(faults).slice(0, most).map(formatFault);
  const rest = faults.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${rest} more, which are told once these are mended`] : [])].join("\n");
}

/** Faults in reading order: by file, line, column, then words, so that two runs print the same. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(formatFault(a), formatFault(b))
  );
}

/** Input that cannot be used. Its message is its faults, a line each; commands print it without a stack trace. */
export class InputError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.name = "InputError";
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The known word nearest to a mistyped one, or undefined if none is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const inOtherCase = known.find((one) => one.toLowerCase() === word.toLowerCase());
  if (inOtherCase !== undefined && !known.includes(word)) return inOtherCase;
  const candidate = closest(word, known);
  // Of two letters one is half of the word: "km" is not "kt" misspelt.
  const most = word.length < 4 ? Math.floor((word.length - 1) / 2) : Math.max(2, Math.ceil(word.length * 0.4));
  return distance(word, candidate) <= most ? candidate : undefined;
}

/** A remedy for an unknown word: the nearest known one, else where to add it, or what there is where nothing can be added. */
export function suggest(word: string, known: readonly string[], home?: string): string {
  const candidate = nearest(word, known);
  if (candidate) return `did you mean "${candidate}"?`;
  if (home !== undefined) return `use one that ${home} knows, or add it there`;
  return known.length === 0 ? "leave it out" : `use one of ${known.join(", ")}`;
}
