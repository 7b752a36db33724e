import { printedNumbers } from "../../ledger/text/numbers.ts";
import type { QuantityRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import type { Notebook } from "../notebook.ts";
import { countedBy, countOf } from "../tokens.ts";
import { fitFinder, type Holder } from "./best-fit.ts";
import { isOrdinary, type TypedNumber } from "./ordinary-numbers.ts";
import { blanked, type Violation, withoutCode } from "./violation.ts";

/** The numbers of the ledger, by value, also in thousands and millions. */
interface KnownNumbers {
  /** In one of these units; the cells of tables count too. */
  inUnits(value: number, units: readonly string[]): Holder[];
  /** In any unit. The cells of tables are so many that any number would be one of them. */
  ofStatements(value: number): Holder[];
  /** A share that rounds to the same whole per cent, or to the same as it is printed. */
  nearShare(percent: number): Holder[];
}

/** Every number that a figure or derived quantity holds; of the very same tables, the very same. */
function knownNumbers({ tables }: Notebook): KnownNumbers {
  const known = numbersOf.get(tables) ?? findNumbers(tables);
  numbersOf.set(tables, known);
  return known;
}

const numbersOf = new WeakMap<Tables, KnownNumbers>();

function findNumbers(tables: Tables): KnownNumbers {
  const figures = tables.figures.rows;
  const statements = byValue([
    ...figures.filter(({ series }) => series === null).flatMap(scaledEnds),
    ...tables.derived.rows.flatMap((row) =>
      endsOf(row).map((end) => held(Number(end.toPrecision(row.digits)), { ...row, says: row.explanation }))
    )
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

const held = (value: number, { id, unit, says }: Holder): Held => [value, { id, unit, says }];

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

/** Addresses, tokens, expressions, names of blocks and marks of lists hold numbers that no reader takes for a figure. */
const notProse = [
  /(?<!\\)\$\{(?:[^{}]|\{[^{}]*\})*\}/g,
  /^[ \t>]*\d{1,9}[.)](?=[ \t])/gm,
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
 * Numbers typed by hand that the ledger knows: numerals, number words, fractions ("two thirds" is a share); with a unit after
 * them, in that unit only. A numeral with a unit in which the ledger counts is one even where no record has it: it is told
 * without evidence. What ordinary prose counts, orders and labels is let through (ordinary-numbers.ts).
 */
export function typedNumbers(text: string, notebook: Notebook): Violation[] {
  const prose = withoutTags(blanked(withoutCode(text), notProse));
  const known = knownNumbers(notebook);
  const unitsAfter = unitAfter(notebook);
  const fractions = printedFractions(prose);
  const inFraction = ({ start }: TypedNumber) => fractions.some((one) => one.start <= start && start < one.end);
  const best = fitFinder(text, prose, notebook);
  const told = (number: TypedNumber): Violation[] => {
    const units = unitsAfter(prose.slice(number.end));
    const holders =
      units.length > 0
        ? known.inUnits(number.value, units)
        : known.ofStatements(number.value).filter(({ says }) => !isOrdinary(number, prose, says));
    return holders.length === 0 && units.some((unit) => !isTime.test(unit))
      ? unknownNumber(number, prose)
      : typedNumber(number, prose, best(number.start, holders));
  };
  return [
    ...typedCounts(prose, notebook),
    ...printedNumbers(prose)
      .filter((number) => !inFraction(number) && /^(?:plain|ordinal)$/.test(number.kind))
      .flatMap(told),
    ...fractions.flatMap((fraction) =>
      typedNumber(fraction, prose, best(fraction.start, known.nearShare(fraction.value)))
    )
  ];
}

/** Counts of what the ledger holds, typed as they are now: the next article would make them false. */
function typedCounts(prose: string, { tables }: Pick<Notebook, "tables">): Violation[] {
  return printedNumbers(prose).flatMap(({ value, start, end, kind }) => {
    const [, thing = ""] = /^[\s-]+(?:\p{Ll}+\s+)?(\p{Ll}+)/u.exec(prose.slice(end)) ?? [];
    const [, next = ""] = /^\s+(\p{Ll}+)/u.exec(prose.slice(end)) ?? [];
    const token = countedBy(next) ?? countedBy(thing);
    if (token === undefined || kind !== "plain" || value !== countOf(token, { tables })) return [];
    const typed = prose.slice(start, end);
    const form = /^\p{Lu}/u.test(typed) ? "|capitalised" : "";
    return [
      {
        offset: start,
        message: `"${typed}" counts what the ledger holds, and the next source makes it another`,
        remedy: `write {{${token}${form}}}`
      }
    ];
  });
}

/** Hours and years are told of in any prose. */
const isTime = /^(?:yr|month|week|day|h|min|s)$/;

/** A numeral with a unit that no record has. Words with one are how prose names units: "a tonne", "one per cent". */
function unknownNumber({ start, end }: TypedNumber, prose: string): Violation[] {
  const typed = prose.slice(start, end);
  if (!/^\d/.test(typed)) return [];
  const own = /^[\d.,]+$/.test(typed) ? `{{own.${typed}|why}}` : "{{own.<number>|why}}";
  return [
    {
      offset: start,
      message: `"${typed}" is typed by hand, and no record has it in this unit`,
      remedy: `write a record of it and its token, or ${own} if it is the page’s own`
    }
  ];
}

function typedNumber({ start, end }: TypedNumber, prose: string, holders: readonly Holder[]): Violation[] {
  const ids = [...new Set(holders.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const typed = prose.slice(start, end);
  const others = ids.length > 2 ? ` or one of ${ids.slice(1, 4).join(", ")}` : ids.length > 1 ? ` or ${ids[1]}` : "";
  const own = /^[\d.,]+$/.test(typed) ? `, or {{own.${typed}|why}} if it is another number` : "";
  return [
    {
      offset: start,
      message: `"${typed}" is typed by hand, but the ledger knows it`,
      remedy: `write {{${ids[0]}}}${others}${own}`
    }
  ];
}
