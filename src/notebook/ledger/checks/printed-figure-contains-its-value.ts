import { exact, isClose } from "../amounts.ts";
import type { Ledger } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import { expressionFinder } from "../text/expressions.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { lexiconOf } from "../text/lexicons.ts";
import { printedNumbers } from "../text/numbers.ts";
import { remembering } from "../text/remembering.ts";
import type { Violation } from "./violation.ts";

/**
 * What is told by more than a number: shares, "one in five", «каждый пятый», "1/3", and multiples, "a hundred times". A numeral
 * alone tells neither, and most of a table's cells are one: looking for it takes longer than the rest of the check.
 */
const toldIn = (printed: string, language: string, units: readonly string[]): Expression[] =>
  /^[<>=~\s\d.,%–-]*$/.test(printed)
    ? []
    : languagesOf(language)
        .flatMap((one) => expressionsIn(one)(printed))
        .filter(({ unit }) => units.some((one) => one === unit));

const endsOf = (told: readonly Expression[]): number[] =>
  told.flatMap(({ low, value, high }) => [low, value, high].filter((number) => number !== undefined));

/** The cells of a table are written down as English prints them, whatever the language of the table. */
const languagesOf = (language: string): string[] => [...new Set([language, "en"])];

function expressionsIn(language: string): (text: string) => readonly Expression[] {
  const lexicon = lexiconOf(language);
  const read = readers.get(lexicon) ?? remembering(expressionFinder(lexicon));
  readers.set(lexicon, read);
  return read;
}

const readers = new Map<Lexicon, (text: string) => readonly Expression[]>();

/** The violations of each ledger: another check asks for them again. */
const found = new WeakMap<Ledger, Violation[]>();

/** The numbers of a record stand in what it says was printed. */
export function printedFigureContainsItsValue(ledger: Ledger): Violation[] {
  const violations = found.get(ledger) ?? violationsIn(ledger);
  found.set(ledger, violations);
  return violations;
}

function violationsIn(ledger: Ledger): Violation[] {
  const { units } = ledger.vocabulary;
  return ledger.sources.flatMap(({ figures, language }) =>
    figures.flatMap((figure) => {
      const unit = units.find(({ id }) => id === figure.unit);
      if (!unit) return [];
      const shares = unit.id === "%" ? toldIn(figure.printed, language, ["fraction"]) : [];
      // "One in five" is 20 %, and neither its one nor its five is a number of its own.
      const printed = languagesOf(language)
        .flatMap((one) => printedNumbers(figure.printed, one))
        .filter((number) => !shares.some(({ start, end }) => start <= number.start && number.end <= end))
        .map(({ value }) => value);
      // A printed unit may already carry the scale ("2.6 kt"), so the bare number counts as well; "half" is 50 %.
      const contains = (x: number) =>
        printed.some((p) => isClose(p, x * unit.factor) || isClose(p, x) || (unit.id === "%" && isClose(p * 100, x))) ||
        endsOf(shares).some((share) => isClose(share * 100, x)) ||
        // «29 рублей 40 копеек», "20 degrees below zero": so much of a unit by more than one number, or by a word after it.
        endsOf(toldIn(figure.printed, language, ["occasions", "times", figure.unit.replace(/\/.*/s, "")])).some(
          (told) => isClose(told, x)
        );
      return (["low", "value", "high"] as const).flatMap((end) => {
        const x = figure[end];
        if (x === undefined || contains(x)) return [];
        return [
          {
            record: figure,
            field: [end],
            message: `"${figure.printed}" does not contain ${x} ${unit.id}`,
            remedy: `correct "${end}", "unit" or "printed"; it holds ${[...new Set([...printed, ...endsOf(shares).map((share) => `${exact(share * 100)} %`)])].join(", ") || "no number"}`
          }
        ];
      });
    })
  );
}
