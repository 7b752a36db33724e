import { isClose } from "../amounts.ts";
import type { Ledger } from "../schema.ts";
import { type Expression, expressionFinder } from "../text/expressions.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { lexiconOf } from "../text/lexicons.ts";
import { printedNumbers } from "../text/numbers.ts";
import { remembering } from "../text/remembering.ts";
import type { Violation } from "./violation.ts";

/** What is told by more than a number: shares, "one in five", «каждый пятый», and multiples, "a hundred times". */
function toldIn(printed: string, language: string, units: readonly string[]): number[] {
  return [...new Set([language, "en"])]
    .flatMap((one) => expressionsIn(one)(printed))
    .flatMap(({ unit, low, value, high }) => (units.includes(unit ?? "") ? [low, value, high] : []))
    .filter((number) => number !== undefined);
}

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
      // The cells of a table are written down as English prints them, whatever the language of the table.
      const printed = [...new Set([language, "en"])].flatMap((one) =>
        printedNumbers(figure.printed, one).map(({ value }) => value)
      );
      // A printed unit may already carry the scale ("2.6 kt"), so the bare number counts as well; "half" is 50 %.
      const contains = (x: number) =>
        printed.some((p) => isClose(p, x * unit.factor) || isClose(p, x) || (unit.id === "%" && isClose(p * 100, x))) ||
        (unit.id === "%" && toldIn(figure.printed, language, ["fraction"]).some((share) => isClose(share * 100, x))) ||
        toldIn(figure.printed, language, ["occasions", "times"]).some((multiple) => isClose(multiple, x));
      return (["low", "value", "high"] as const).flatMap((end) => {
        const x = figure[end];
        if (x === undefined || contains(x)) return [];
        return [
          {
            record: figure,
            field: [end],
            message: `"${figure.printed}" does not contain ${x} ${unit.id}`,
            remedy: `correct "${end}", "unit" or "printed"; it holds ${[...new Set(printed)].join(", ") || "no number"}`
          }
        ];
      });
    })
  );
}
