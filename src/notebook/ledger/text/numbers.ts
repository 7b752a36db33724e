import { exact } from "../amounts.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import { alternatives, bounded, matchesOf, meaningOf, pattern, plain } from "./patterns.ts";
import { remembering } from "./remembering.ts";

/** A number that stands in a text, in numerals or words, and the characters it takes. */
export interface TextNumber {
  start: number;
  end: number;
  /** Without its scale: 28.5 of "28.5 million". */
  number: number;
  /** A million of "28.5 million", 1 where there is none. */
  scale: number;
  /** Whether it is spelled out. */
  isWord: boolean;
  /** `scale` is a scale word without a number: "a million people". */
  kind: "plain" | "ordinal" | "fraction" | "multiple" | "scale";
}

/** A number of a text: its value with any scale word applied, and the characters it takes. */
export interface PrintedNumber {
  value: number;
  start: number;
  end: number;
  kind: TextNumber["kind"];
  isWord: boolean;
}

const glyphs: Readonly<Record<string, number>> = { "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3 };
const glyph = `[${Object.keys(glyphs).join("")}]`;

/**
 * The source of an expression for a number in words: hundreds, tens and ones, each once and in this order. «Три-четыре» are two
 * numbers, of which the second follows the first as its other end.
 */
function cardinalWords({ cardinals }: Lexicon): string {
  const of = (is: (value: number) => boolean): string => alternatives(cardinals.filter(([, value]) => is(value)));
  const hundreds = of((value) => value >= 100);
  const tens = of((value) => value >= 20 && value < 100);
  const ones = of((value) => value > 0 && value < 10);
  const small = `(?:${tens})(?:[\\s-]+(?:${ones})(?!\\p{L}))?|${of((value) => value === 0 || (value >= 10 && value < 20))}|${ones}`;
  const number = `(?:${hundreds})(?:[\\s-]+(?:${small})(?!\\p{L}))?|${small}`;
  return `(?:${bounded(number)}|(?<=(?<!\\p{L})(?:${alternatives(cardinals)})-)(?:${number})(?![\\p{L}\\d]))`;
}

/** Finds every number of a language's texts: numerals, cardinals, ordinals, fractions and multiples, with their scales. */
function numberFinder(lexicon: Lexicon): (text: string) => TextNumber[] {
  const [point, group] = lexicon.decimal === "." ? ["\\.", ","] : [",", "\\."];
  const numeral = String.raw`(?<!\d)(?:\d{1,3}(?:(?:[ '’]\d{3}(?!\d))+|(?:${group}\d{3}(?!\d))+)(?:${point}\d+)?|\d+(?:[.,]\d+)?${glyph}?|${glyph})`;
  const scales = alternatives(lexicon.scales);
  const words = cardinalWords(lexicon);
  // Nothing starts inside a word but numerals; to say so first spares looking for each kind at each letter.
  const begins = `(?=\\d|${glyph}|-\\d|(?<!\\p{L})\\p{L})`;
  const atoms = pattern(
    `${begins}(?:${[
      `(?<multiple>${bounded(alternatives(lexicon.multiples))})`,
      `(?<part>${bounded(alternatives(lexicon.fractions))})\\s+(?:an?\\s+|of an?\\s+)?(?<ofScale>${bounded(scales)})`,
      `(?<fraction>${bounded(alternatives(lexicon.fractions))})`,
      `(?<=${lexicon.every}\\s+)(?<nth>${bounded(alternatives(lexicon.ordinals))})`,
      `(?<ordinal>${bounded(alternatives(lexicon.ordinals))})`,
      `(?<!\\d[.,]?)(?<place>\\d{1,4})(?:${lexicon.ordinalEndings})(?!${"[\\p{L}\\d]"})`,
      `(?<!\\p{L})(?<glued>${alternatives(lexicon.glued)})(?<gluedScale>(?:${scales})(?!\\p{L}))?`,
      `(?<minus>(?:${lexicon.minus})\\s+|(?<=^|\\(|[^\\d\\s]\\s)-(?=\\d))?(?:(?<numeral>${numeral})|(?<words>${words}))(?<half>${lexicon.andHalf})?(?<scale>(?:[\\s-]*(?:${scales})(?!\\p{L}))+)?(?<halfAfter>${lexicon.andHalf})?`,
      `(?<alone>${bounded(scales)})(?=[\\s]+(?:of|\\p{L}))`
    ].join("|")})`
  );
  const fractionOf = meaningOf(lexicon.fractions);
  const multipleOf = meaningOf(lexicon.multiples);
  const ordinalOf = meaningOf(lexicon.ordinals);
  const cardinalOf = meaningOf(lexicon.cardinals);
  const scaleOf = meaningOf(lexicon.scales);
  const gluedOf = meaningOf(lexicon.glued);
  const factorOf = (names = ""): number =>
    names
      .split(/[\s-]+/)
      .filter(Boolean)
      .reduce((product, name) => product * (scaleOf(name) ?? 1), 1);
  const joinsHundreds = pattern(`^(?:[\\s-]+(?:${lexicon.and}))?[\\s-]+$`, "iu");

  function atomsOf(text: string): TextNumber[] {
    return matchesOf(text, atoms).flatMap((match): TextNumber[] => {
      const found = match.groups ?? {};
      const start = match.index;
      const end = start + match[0].length;
      const one = (number: number | undefined, kind: TextNumber["kind"], scale = 1, isWord = true): TextNumber[] =>
        number === undefined || Number.isNaN(number) ? [] : [{ start, end, number, scale, isWord, kind }];
      if (found.multiple) return one(multipleOf(found.multiple), "multiple");
      if (found.part) return one(fractionOf(found.part), "plain", factorOf(found.ofScale));
      if (found.fraction) return one(fractionOf(found.fraction), "fraction");
      if (found.nth) return one(1 / (ordinalOf(found.nth) ?? Number.NaN), "fraction");
      if (found.ordinal) return one(ordinalOf(found.ordinal), "ordinal");
      if (found.place) return one(Number(found.place), "ordinal", 1, false);
      if (found.glued) return one(gluedOf(found.glued), "plain", factorOf(found.gluedScale));
      if (found.alone) return one(1, "scale", factorOf(found.alone));
      const isWord = found.numeral === undefined;
      const whole = isWord
        ? (found.words ?? "").split(/[\s-]+/).reduce((sum, word) => sum + (cardinalOf(word) ?? 0), 0)
        : numeralValue(found.numeral ?? "", lexicon.decimal);
      const half = found.half || found.halfAfter ? 0.5 : 0;
      return one(exact(found.minus ? -(whole + half) : whole + half), "plain", factorOf(found.scale), isWord);
    });
  }

  /** "Two hundred and fifty thousand", «3 млрд 200 млн»: two numbers that are one. */
  function joined(text: string, a: TextNumber, b: TextNumber): TextNumber | undefined {
    if (a.kind !== "plain" || b.kind !== "plain" || !joinsHundreds.test(text.slice(a.end, b.start))) return undefined;
    const place = { start: a.start, end: b.end, kind: "plain", isWord: a.isWord && b.isWord } as const;
    if (a.scale === 100 && a.isWord && b.isWord && b.number < 100)
      return { ...place, number: a.number * 100 + b.number, scale: b.scale };
    const isBelow = a.scale >= 1e3 && b.number * b.scale < a.scale && (b.scale > 1 || (a.isWord && b.isWord));
    return isBelow
      ? { ...place, number: exact((a.number * a.scale + b.number * b.scale) / b.scale), scale: b.scale }
      : undefined;
  }

  return (raw) => {
    const text = plain(raw);
    return atomsOf(text).reduce<TextNumber[]>((list, atom) => {
      const last = list.at(-1);
      const whole = last && joined(text, last, atom);
      if (whole) list[list.length - 1] = whole;
      else list.push(atom);
      return list;
    }, []);
  };
}

/** The value of a numeral as a language prints it; a lone comma or point that groups no three digits is a decimal one. */
export function numeralValue(digits: string, decimal: "." | ","): number {
  const part = glyphs[digits.at(-1) ?? ""];
  if (part !== undefined) return Number(digits.slice(0, -1)) + part;
  const other = decimal === "." ? "," : ".";
  const bare = digits.replace(/[ '’]/g, "");
  const groups = bare.split(other);
  const isGrouped = groups.length > 1 && groups.slice(1).every((part) => part.split(decimal)[0]?.length === 3);
  if (isGrouped) return Number(groups.join("").replace(decimal, "."));
  return Number(bare.replace(other, ".").replace(decimal, "."));
}

/** What the numbers of a language's texts are read with. */
interface Reader {
  find(text: string): readonly TextNumber[];
  /** What stands between the ends of a range. */
  joins: RegExp;
}

const readers = new Map<Lexicon, Reader>();

function readerOf(lexicon: Lexicon): Reader {
  const before = readers.get(lexicon);
  if (before) return before;
  const joins = pattern(`^\\s*(?:-|${lexicon.range.to}|${lexicon.range.and})\\s*$`, "iu");
  const reader = { find: remembering(numberFinder(lexicon)), joins };
  readers.set(lexicon, reader);
  return reader;
}

/** Every number of a text, as it stands there. */
export const numbersIn = (text: string, lexicon: Lexicon): readonly TextNumber[] => readerOf(lexicon).find(text);

/** The number that begins at a place of a text. */
export function numberAt(text: string, place: number, lexicon: Lexicon): TextNumber | undefined {
  const [first] = numbersIn(text.slice(place, place + 60), lexicon);
  return first?.start === 0 ? { ...first, start: place, end: place + first.end } : undefined;
}

/**
 * Every number that a text prints, in the words of its language, with scale words applied: numerals, also inside words, and
 * spelled-out cardinals and ordinals. In a range whose scale word stands once ("28 to 29 million") it counts for both ends.
 */
export function printedNumbers(text: string, language = "en"): PrintedNumber[] {
  const { find, joins } = readerOf(lexiconOf(language));
  const found = find(text).filter(({ kind }) => kind !== "scale");
  return found.map(({ number, scale, start, end, kind, isWord }, i) => {
    const next = found[i + 1];
    const isOpen = scale === 1 && next !== undefined && joins.test(plain(text.slice(end, next.start)));
    return { value: exact(number * (isOpen ? next.scale : scale)), start, end, kind, isWord };
  });
}

/** The numbers of a text that a record has to account for: all but the words for one and none, first and second. */
export const countableNumbers = (text: string, language: string): PrintedNumber[] =>
  printedNumbers(text, language).filter(
    ({ value, kind, isWord }) => !isWord || (kind === "ordinal" ? value > 2 : value !== 0 && value !== 1)
  );
