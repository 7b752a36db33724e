import { type PrintedNumber, printedNumbers } from "../../ledger/printed-numbers.ts";
import type { Notebook } from "../notebook.ts";
import { blanked, withoutCode } from "./blanked.ts";
import type { Finding } from "./finding.ts";
import { type Holder, knownNumbers } from "./known-numbers.ts";
import { ordinaryNumbers, ownThings } from "./ordinary-words.ts";
import { printedFractions } from "./printed-fractions.ts";

/** Addresses, tokens and names of blocks hold numbers that no reader takes for a figure. */
const notProse = [/^```.*$/gm, /\{\{[^}]*\}\}/g, /(?<=\]\()[^\s)]*/g, /https?:\S+/g];

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

/** The unit that a word after a number stands for. */
const unitsAfter: readonly { word: RegExp; units: readonly string[] }[] = [
  { word: /^[\s\u00a0-]*(?:%|per cent\b|percent\b)/i, units: ["%"] },
  { word: /^[\s\u00a0-]*times\b/i, units: ["1"] },
  { word: /^[\s\u00a0-]*years?\b/i, units: ["yr"] },
  {
    word: /^[\s\u00a0-]*(?:(?:thousand|million|billion)[\s\u00a0-]*)?(?:tonnes?|tons?|t|kt|Mt)\b/i,
    units: ["t", "t/yr"]
  }
];

/**
 * Numbers typed by hand that the ledger knows: numerals; with a unit after them, in that unit only. Number words count
 * where a unit follows or where they are no ordinary language: "seven tonnes" and "forty-five thousand" are figures,
 * "seven chapters" is not. So do fractions: "two thirds" is a share.
 */
export function typedNumbers(text: string, notebook: Notebook): Finding[] {
  const prose = withoutTags(blanked(withoutCode(text), notProse));
  const known = knownNumbers(notebook);
  const fractions = printedFractions(prose);
  const inFraction = ({ start }: PrintedNumber) => fractions.some((one) => one.start <= start && start < one.end);
  const holders = (number: PrintedNumber): Holder[] => {
    const units = unitsAfter.find(({ word }) => word.test(prose.slice(number.end)))?.units;
    if (units) return known.inUnits(number.value, units);
    const typed = prose.slice(number.start, number.end);
    return /^\d/.test(typed) || isFigure(number, prose) ? known.ofStatements(number.value) : [];
  };
  return [
    ...printedNumbers(prose)
      .filter((number) => !inFraction(number))
      .flatMap((number) => finding(number, prose, holders(number))),
    ...fractions.flatMap((fraction) => finding(fraction, prose, known.nearShare(fraction.value)))
  ];
}

/** Whether a number word without a unit can be a figure of the ledger. */
function isFigure({ start, end }: PrintedNumber, prose: string): boolean {
  const typed = prose.slice(start, end).toLowerCase();
  const [, next = "", second = ""] = /^\W+([\w’-]+)(?:\s+([\w’-]+))?/.exec(prose.slice(end)) ?? [];
  return (
    !ordinaryNumbers.some(({ words }) => words.includes(typed)) &&
    !ownThings.some(({ words }) => words.includes(next) || words.includes(second))
  );
}

function finding({ start, end }: PrintedNumber, prose: string, holders: readonly Holder[]): Finding[] {
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
