/** A number that stands in a page, and the characters it takes. */
export interface TypedNumber {
  value: number;
  start: number;
  end: number;
}

/** Number words that no reader takes for a figure of the ledger, and why. */
const ordinaryWords: readonly { words: readonly string[]; why: string }[] = [
  {
    words: ["zero", "one", "two", "three", "four", "five"],
    why: "They count what a sentence itself lays out: one plant, two counts, three words."
  },
  {
    words: "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
    why: "They put things in order. A rank is written as a token, which says who ranks."
  }
];

/** What a page counts of its own, close behind a number, and why that is no figure of the ledger. */
const ownThings: readonly { words: readonly string[]; why: string }[] = [
  { words: ["publications", "texts", "outlets", "releases"], why: "How many were read is a fact about this notebook." },
  {
    words: ["figures", "numbers", "counts", "shares", "quantities"],
    why: "How many of them a passage sets side by side."
  },
  { words: ["chapters", "pages", "sections", "tables", "topics"], why: "How the notebook is divided." },
  { words: ["words", "sentences", "paragraphs", "headlines"], why: "What a passage says of a text’s wording." }
];

/** What a number names rather than counts, where it stands behind one of these. */
const labelled =
  "step steps stage phase round day days week weeks room floor level chapter chapters page pages figure figures table tables section sections part paragraph paragraphs line lines article annex appendix note footnote question rule version edition volume issue no. nos. number item box group class type route gate building block january february march april may june july august september october november december".split(
    " "
  );

/** Words behind a number that say nothing of what is counted. */
const functionWords =
  "a an and are as at but by for from had has have if in is it its less more of on once or out over per so than that the then there they this to under up was were which while who will with".split(
    " "
  );

/**
 * Whether a number without a unit is ordinary prose, and not the one of a record that says `says`: it is part of a name, labels
 * a thing ("room 41"), counts what a page lays out ("seven chapters"), or counts a few of what the record does not speak of
 * ("41 wagons").
 */
export function isOrdinary({ value, start, end }: TypedNumber, prose: string, says: string): boolean {
  const typed = prose.slice(start, end).toLowerCase();
  const [before = "", after = ""] = [prose.slice(0, start), prose.slice(end)];
  const [, next = "", second = ""] =
    /^[^\S\n]*\n?[^\S\n]*([\p{L}’-]+)(?:\s+([\p{L}’-]+))?/u.exec(after.replace(/^[-*_]+/, "")) ?? [];
  if (ordinaryWords.some(({ words }) => words.includes(typed)) || /^\d+(?:st|nd|rd|th)$/.test(typed)) return true;
  if (ownThings.some(({ words }) => words.includes(next) || words.includes(second))) return true;
  // The version of a licence is part of its name.
  if (/\bCC[\s\u00a0]BY(?:-[A-Z]{2})*[\s\u00a0]$/.test(before)) return true;
  if (
    /^\d/.test(typed) &&
    (/[\p{L}\d][-‑]?$/u.test(before) || /^(?:[-‑]?\p{L}|:\d)/u.test(after) || /\d:$/.test(before))
  )
    return true;
  const [, label = ""] =
    /(\p{L}+\.?)(?:[^\S\n]*\d+(?:,|[^\S\n]+(?:to|and|or)\b|[-–]))?[\s\u00a0]*$/u.exec(before) ?? [];
  const isWhole = Number.isInteger(value) && value < 100;
  if (isWhole && labelled.includes(label.toLowerCase())) return true;
  return (
    isWhole &&
    next !== "" &&
    !functionWords.includes(next.toLowerCase()) &&
    ![next, second].some((word) => speaksOf(word, says))
  );
}

/** Whether a text speaks of a thing, in the singular or the plural. */
const speaksOf = (thing: string, text: string): boolean =>
  thing.length > 2 && text.toLowerCase().includes(thing.toLowerCase().replace(/(?:ies|es|s|y)$/, ""));
