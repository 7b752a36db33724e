/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const room = 180;

/** The part of a text around the first of the words found, in pieces; the beginning where none of them is in it. */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const pattern = new RegExp(`\\b(${words.map(escaped).join("|")})`, "giu");
  const first = words.length > 0 ? text.search(pattern) : -1;
  const from = first > room / 2 ? text.lastIndexOf(" ", first - room / 3) + 1 : 0;
  const end = from + room >= text.length ? text.length : text.lastIndexOf(" ", from + room);
  const shown = `${from > 0 ? "… " : ""}${text.slice(from, end)}${end < text.length ? " …" : ""}`;
  if (words.length === 0) return [{ text: shown, hit: false }];
  // Splitting by a captured pattern leaves the words found at the odd places.
  return shown
    .split(pattern)
    .map((part, place) => ({ text: part, hit: place % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

// A number is found without its commas.
const escaped = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",?"));
