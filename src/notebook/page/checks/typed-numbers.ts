import { printedNumbers } from "../../ledger/text/numbers.ts";
import type { QuantityRow } from "../../tables/figures.ts";
import type { Notebook } from "../notebook.ts";
import { blanked, type Violation, withoutCode } from "./violation.ts";

/** A number that stands in a page, and the characters it takes. */
interface TypedNumber {
  value: number;
  start: number;
  end: number;
}

/** What holds a number: a figure or a derived quantity, and its unit. */
interface Holder {
  id: string;
  unit: string;
}

/** The numbers of the ledger, by value, also in thousands and millions. */
interface KnownNumbers {
  /** In one of these units; the cells of tables count too. */
  inUnits(value: number, units: readonly string[]): Holder[];
  /** In any unit. The cells of tables are so many that any number would be one of them. */
  ofStatements(value: number): Holder[];
  /** A share that rounds to the same whole per cent, or to the same as it is printed. */
  nearShare(percent: number): Holder[];
}

/** Every number that a figure or derived quantity holds. */
function knownNumbers({ tables }: Notebook): KnownNumbers {
  const figures = tables.figures.rows;
  const statements = byValue([
    ...figures.filter(({ series }) => series === null).flatMap(scaledEnds),
    ...tables.derived.rows.flatMap((row) => endsOf(row).map((end) => held(Number(end.toPrecision(row.digits)), row)))
  ]);
  const cells = byValue(figures.filter(({ series, current }) => series !== null && current).flatMap(scaledEnds));
  return {
    inUnits: (value, units) =>
      [...(statements.get(value) ?? []), ...(cells.get(value) ?? [])].filter(({ unit }) => units.includes(unit)),
    ofStatements: (value) => statements.get(value) ?? [],
    nearShare: (percent) =>
      [...statements]
        .filter(([value]) => Math.abs(value - percent) <= 0.5)
        .flatMap(([, holders]) => holders.filter(({ unit }) => unit === "%"))
  };
}

type Held = readonly [value: number, holder: Holder];

const held = (value: number, { id, unit }: Holder): Held => [value, { id, unit }];

const endsOf = ({ low, value, high }: Pick<QuantityRow, "low" | "value" | "high">): number[] =>
  [low, value, high].filter((end) => end !== null);

const scaledEnds = (row: QuantityRow): Held[] =>
  endsOf(row).flatMap((end) =>
    [1, 1e3, 1e6, 1e9].filter((scale) => end >= scale).map((scale) => held(end / scale, row))
  );

function byValue(numbers: readonly Held[]): Map<number, Holder[]> {
  const known = new Map<number, Holder[]>();
  for (const [value, holder] of numbers) {
    const holders = known.get(value) ?? [];
    if (!holders.some(({ id }) => id === holder.id)) known.set(value, [...holders, holder]);
  }
  return known;
}

/** Number words that no reader takes for a figure of the ledger, and why. */
const ordinaryNumbers: readonly { words: readonly string[]; why: string }[] = [
  {
    words: ["zero", "one", "two", "three", "four", "five"],
    why: "They count what a sentence itself lays out: one plant, two counts, three words."
  },
  {
    words: "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
    why: "They put things in order. A rank is written as a token, which says who ranks."
  }
];

/** What a page counts of its own, close behind a number word, and why that is no figure of the ledger. */
const ownThings: readonly { words: readonly string[]; why: string }[] = [
  { words: ["publications", "texts", "outlets", "releases"], why: "How many were read is a fact about this notebook." },
  {
    words: ["figures", "numbers", "counts", "shares", "quantities"],
    why: "How many of them a passage sets side by side."
  },
  { words: ["chapters", "pages", "sections", "tables", "topics"], why: "How the notebook is divided." },
  { words: ["words", "sentences", "paragraphs", "headlines"], why: "What a passage says of a text’s wording." }
];

const counts = ["", "a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const parts = ["", "", "", "third", "quarter|fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const fractions = parts.flatMap((part, of) =>
  part === ""
    ? []
    : counts.slice(1, of).map((count, before) => {
        const several = before > 0;
        // "A third of" is a share; "a third puts it" is the next in a row. "Half" is ordinary language.
        return {
          pattern: new RegExp(
            `\\b(?:${count})[\\s-](?:${part})${several ? "s\\b" : "(?=\\s+(?:of|more|less)\\b)"}`,
            "gi"
          ),
          value: (100 * (before + 1)) / of
        };
      })
);

/** Fractions in words ("two thirds", "a fifth of"), as per cent. */
const printedFractions = (text: string): TypedNumber[] =>
  fractions.flatMap(({ pattern, value }) =>
    [...text.matchAll(pattern)].map(({ index, 0: typed }) => ({ value, start: index, end: index + typed.length }))
  );

/** Addresses, tokens and names of blocks hold numbers that no reader takes for a figure. */
const notProse = [
  /^(?:chapter|order|bar|rests_on): .*$/gm,
  /^```.*$/gm,
  /\{\{[^}]*\}\}/g,
  /(?<=\]\()[^\s)]*/g,
  /https?:\S+/g
];

const tag = /<\/?[a-z][^>]*>/gi;
const spoken = /(?<=\s(?:alt|title|aria-label)=")[^"]*/gi;

/** A text without its tags, but for the attributes that are shown or read out. */
const withoutTags = (text: string): string =>
  text.replace(tag, (whole) => {
    const kept = [...whole.matchAll(spoken)].map(({ index, 0: words }) => ({ index, words }));
    const blank = [...whole.replace(/[^\n]/g, " ")];
    for (const { index, words } of kept) blank.splice(index, words.length, ...words.split(""));
    return blank.join("");
  });

/** The canonical units that the words at the start of a text stand for, as the vocabulary knows them; empty for none. */
function unitAfter({ units }: Notebook): (text: string) => readonly string[] {
  const known = new Map<string, Set<string>>();
  for (const { id, canonical, label, sign = "", prose = "", one = "", synonyms } of units)
    for (const word of [id, label, sign, prose, one, ...synonyms].map((form) => form.toLowerCase()))
      if (word !== "" && !/^\d/.test(word)) known.set(word, (known.get(word) ?? new Set()).add(canonical));
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const space = "[\\s\\u00a0-]";
  const pattern = new RegExp(
    `^${space}*(?:(?:thousand|million|billion)${space}*)?(${longestFirst.map(literal).join("|")})(?![\\p{L}\\d])`,
    "iu"
  );
  return (text) => [...(known.get(pattern.exec(text)?.[1]?.toLowerCase() ?? "") ?? [])];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/**
 * Numbers typed by hand that the ledger knows: numerals; with a unit after them, in that unit only. Number words count
 * where a unit follows or where they are no ordinary language: "seven tonnes" and "forty-five thousand" are figures,
 * "seven chapters" is not. So do fractions: "two thirds" is a share.
 */
export function typedNumbers(text: string, notebook: Notebook): Violation[] {
  const prose = withoutTags(blanked(withoutCode(text), notProse));
  const known = knownNumbers(notebook);
  const unitsAfter = unitAfter(notebook);
  const fractions = printedFractions(prose);
  const inFraction = ({ start }: TypedNumber) => fractions.some((one) => one.start <= start && start < one.end);
  const holders = (number: TypedNumber): Holder[] => {
    const units = unitsAfter(prose.slice(number.end));
    if (units.length > 0) return known.inUnits(number.value, units);
    const typed = prose.slice(number.start, number.end);
    return /^\d/.test(typed) || isFigure(number, prose) ? known.ofStatements(number.value) : [];
  };
  return [
    ...printedNumbers(prose)
      .filter((number) => !inFraction(number) && /^(?:plain|ordinal)$/.test(number.kind))
      .flatMap((number) => typedNumber(number, prose, holders(number))),
    ...fractions.flatMap((fraction) => typedNumber(fraction, prose, known.nearShare(fraction.value)))
  ];
}

/** Whether a number word without a unit can be a figure of the ledger. */
function isFigure({ start, end }: TypedNumber, prose: string): boolean {
  const typed = prose.slice(start, end).toLowerCase();
  const [, next = "", second = ""] = /^\W+([\w’-]+)(?:\s+([\w’-]+))?/.exec(prose.slice(end)) ?? [];
  return (
    !ordinaryNumbers.some(({ words }) => words.includes(typed)) &&
    !ownThings.some(({ words }) => words.includes(next) || words.includes(second))
  );
}

function typedNumber({ start, end }: TypedNumber, prose: string, holders: readonly Holder[]): Violation[] {
  const ids = [...new Set(holders.map(({ id }) => id))];
  if (ids.length === 0) return [];
  return [
    {
      offset: start,
      message: `"${prose.slice(start, end)}" is typed by hand, but the ledger knows it`,
      remedy: `write {{${ids[0]}}}${ids.length > 1 ? ` or another of ${ids.slice(1, 4).join(", ")}` : ""}`
    }
  ];
}
