import { printedNumbers } from "../printed-numbers.ts";
import type { Ledger } from "../schema.ts";
import { expressionFinder } from "../text/expressions.ts";
import { lexiconOf } from "../text/lexicons.ts";
import type { Violation } from "./violation.ts";

/** The numbers of a record stand in what it says was printed. */
export function printedFigureContainsItsValue(ledger: Ledger): Violation[] {
  const { units } = ledger.vocabulary;
  return ledger.sources.flatMap(({ figures, language }) =>
    figures.flatMap((figure) => {
      const unit = units.find(({ id }) => id === figure.unit);
      if (!unit) return [];
      const printed = printedNumbers(figure.printed).map(({ value }) => value);
      // A printed unit may already carry the scale ("2.6 kt"), so the bare number counts as well.
      const contains = (x: number) =>
        [() => printed, () => inItsLanguage(figure.printed, language)].some((numbers) =>
          numbers().some((p) => isClose(p, x * unit.factor) || isClose(p, x))
        );
      return (["low", "value", "high"] as const).flatMap((end) => {
        const x = figure[end];
        if (x === undefined || contains(x)) return [];
        return [
          {
            record: figure,
            field: [end],
            message: `"${figure.printed}" does not contain ${x} ${unit.id}`,
            remedy: `correct "${end}", "unit" or "printed"; it holds ${printed.join(", ") || "no number"}`
          }
        ];
      });
    })
  );
}

/** The numbers of a phrase in another language than English, as that writes them: decimal commas, scales, words. */
function inItsLanguage(phrase: string, language: string): number[] {
  if (language === "en") return [];
  const find = finders.get(language) ?? expressionFinder(lexiconOf(language));
  finders.set(language, find);
  return find(phrase).flatMap(({ low, value, high, unit }) =>
    [low, value, high].filter((end) => end !== undefined).map((end) => (unit === "fraction" ? end * 100 : end))
  );
}

const finders = new Map<string, ReturnType<typeof expressionFinder>>();

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
