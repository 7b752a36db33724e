import { isClose } from "../amounts.ts";
import type { Comparator, Ledger, Quantity } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import { expressionFinder } from "../text/expressions.ts";
import { isUnderstood, lexiconOf } from "../text/lexicons.ts";
import { printedNumbers } from "../text/numbers.ts";
import { remembering } from "../text/remembering.ts";
import { wordsOfUnits } from "../text/units.ts";
import { comparatorFitsItsAmount } from "./comparator-fits-its-amount.ts";
import { intervalRunsUpwards } from "./interval-runs-upwards.ts";
import { printedFigureContainsItsValue } from "./printed-figure-contains-its-value.ts";
import type { Violation } from "./violation.ts";

type Unit = Ledger["vocabulary"]["units"][number];

/**
 * What is printed reads as the record has it: “about” as about, kilotonnes as kilotonnes. Cells of tables print
 * numbers alone, and of languages that the reader of texts does not know nothing is said.
 */
export function printedWordsFitTheAmount(ledger: Ledger): Violation[] {
  const { units } = ledger.vocabulary;
  const reader = readersOf(units);
  // What another check finds wrong is not said twice.
  const wrong = new Set(
    [printedFigureContainsItsValue, comparatorFitsItsAmount, intervalRunsUpwards].flatMap((check) =>
      check(ledger).map(({ record }) => record)
    )
  );
  return ledger.sources.flatMap(({ figures, language }) =>
    figures.flatMap((figure) => {
      // "Environ" would read as no word for "about".
      if (figure.series !== null || wrong.has(figure) || !isUnderstood(language)) return [];
      // A statement may be kept in English words, whatever the language of its source.
      const languages = [...new Set([language, "en"])];
      const read = languages.map((one) => reader(one)(figure.printed));
      // Whichever language it is written in, the other reads less of it: in Russian, "about 2,500 tons" is a bare 2.5.
      const [said] = read
        .flatMap((found) => (found.length === 1 ? found : []))
        .sort((one, other) => other.printed.length - one.printed.length);
      if (said) return [...otherComparator(figure, said.comparator), ...otherUnit(figure, said, units)];
      // "Times seven" is no amount of anything to the reader of texts, and nothing beside it says "about".
      const isBare =
        read.every((found) => found.length === 0) &&
        languages.some((one) => printedNumbers(figure.printed, one).length > 0);
      return isBare ? otherComparator(figure, "=") : [];
    })
  );
}

type Reader = (text: string) => readonly Expression[];

/** Reads the words of texts in a language, each once while the vocabulary has the same units. */
function readersOf(units: Unit[]): (language: string) => Reader {
  const words = wordsOfUnits(units);
  const key = JSON.stringify(words);
  if (readers?.key !== key) readers = { key, known: new Map() };
  const { known } = readers;
  return (language) => {
    const before = known.get(language);
    if (before) return before;
    const reader = remembering(expressionFinder(lexiconOf(language), words));
    known.set(language, reader);
    return reader;
  };
}

/** A preview reads the same words again with each edit of the ledger. */
let readers: { key: string; known: Map<string, Reader> } | undefined;

function otherComparator(figure: Quantity, said: Comparator): Violation[] {
  const comparator = figure.comparator ?? "=";
  if (comparator === said) return [];
  return [
    {
      record: figure,
      field: [figure.comparator ? "comparator" : "id"],
      message: `"${figure.printed}" reads as "${said}", and the record says "${comparator}"`,
      remedy: `correct "comparator", or give in "printed" the words that say so`
    }
  ];
}

/** Nothing where the printed unit is not in the vocabulary: there, nothing is known of it. */
function otherUnit(figure: Quantity, said: Expression, units: readonly Unit[]): Violation[] {
  const unit = units.find(({ id }) => id === figure.unit);
  const printed = units.find(({ id }) => id === said.unit);
  if (!unit || !printed || said.unit === "1") return [];
  // What an amount is divided by often stands apart: "2,600 tonnes" of a year's output, "130 dollars" for a kilogram.
  const isSameKind =
    [printed.canonical, `${printed.canonical}/${said.per}`].includes(unit.canonical) ||
    (said.per === null && unit.canonical.startsWith(`${printed.canonical}/`));
  const ends = (["low", "value", "high"] as const).filter((end) => {
    const [own, read] = [figure[end], said[end]];
    return own !== undefined && read !== undefined && !isClose(own * unit.factor, read * printed.factor);
  });
  if (isSameKind && ends.length === 0) return [];
  return [
    {
      record: figure,
      field: ["unit"],
      message: `"${figure.printed}" is in ${printed.label || printed.id}, and the record has ${isSameKind ? "another amount, in" : "it in"} ${unit.label || "plain numbers"}`,
      remedy: `correct "unit", the amount or "printed"`
    }
  ];
}
