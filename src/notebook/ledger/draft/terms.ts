import type { Ledger, Status } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { alternatives, pattern } from "../text/patterns.ts";
import { cuedTerms, cueReader } from "./cues-in-text.ts";
import { metricMeant } from "./metric-meant.ts";
import { placeMeant } from "./place-meant.ts";
import { priceFinder, unitMeant } from "./unit-meant.ts";

/** What the vocabulary of a ledger has for an expression of a text, and which of it is a guess. */
export interface Terms {
  metric: string | null;
  unit: string | null;
  /** By what the numbers of the expression are divided to stand in the unit. */
  divisor: number;
  subject: string | null;
  material: string;
  status: Status;
  period: string | null;
  /** Fields that a person has to look at, because more than one answer was possible. */
  guessed: string[];
}

/** What terms are found among; `sources` tell which of them are usual. */
type Known = Pick<Ledger, "vocabulary" | "places"> & { sources?: Ledger["sources"] };

/** What a sentence goes on with where it does not say so itself. */
export interface Context {
  subject: string | null;
  material: string | null;
  /** The one place that was spoken of before the sentence. */
  earlier: string | null;
  /** Whether what an amount is the price of was found in another one. */
  isPriced: boolean;
}

/** Finds the terms of a ledger in texts of a language. `year` is the year of publication. */
export function termFinder(lexicon: Lexicon, { vocabulary, places, sources = [] }: Known, year: number | null) {
  const cues = cueReader(lexicon);
  const units = unitMeant(vocabulary);
  const metricOf = metricMeant(lexicon, vocabulary, sources, cues, units);
  const place = placeMeant(lexicon, places, cues);
  const told = periodAndStatus(lexicon, year);
  const materials = cuedTerms(vocabulary.materials);
  const comparators = pattern(`^(?:${alternatives(lexicon.before)})\\s+`, "iu");

  return {
    pricedPer: priceFinder(lexicon),
    topSubject: place.mostIn,
    onlySubject: place.onlyIn,
    topMaterial: (text: string) => cues.mostIn(materials, text),
    /** The material that a text names last, of which what follows goes on. */
    lastMaterial: (text: string) => cues.lastIn(materials, text),
    /** The terms of an expression in its sentence, `text`. */
    find(whole: Expression, text: string, context: Context): Terms {
      // "More than" says how much, and not of what.
      const start = whole.start + (comparators.exec(whole.printed)?.[0].length ?? 0);
      const expression = { ...whole, start };
      const { metric, isGuess } = metricOf(expression, text);
      const unit = units.find(expression, metric);
      const { subject, isGuess: isGuessedPlace } = place.find(expression, text, context);
      const byMaterial = cues.nearest(materials, text, expression);
      const { period, status } = told(expression, text);
      const guesses: [string, boolean][] = [
        ["metric", isGuess],
        ["unit", unit.isGuess || context.isPriced || whole.isGoneOnWith === true],
        ["subject", isGuessedPlace],
        ["material", byMaterial.length !== 1],
        ["period", period !== null],
        ["status", status !== undefined]
      ];
      return {
        metric: metric?.id ?? null,
        unit: unit.id,
        divisor: unit.divisor,
        subject,
        material: byMaterial[0]?.id ?? context.material ?? "none",
        status: status ?? "stated",
        period,
        guessed: guesses.filter(([, isGuessed]) => isGuessed).map(([field]) => field)
      };
    }
  };
}

/** Of which period an expression is said, and as what; undefined and null where its sentence does not say. */
interface Told {
  period: string | null;
  status: Status | undefined;
}

/** Finds of which year an expression in a sentence is said, and whether as a forecast, a target, an estimate. */
function periodAndStatus(lexicon: Lexicon, year: number | null): (expression: Expression, text: string) => Told {
  const years = pattern(
    `(?<!\\p{L})(${lexicon.dated}|${lexicon.byYear})\\s+(?:${lexicon.months})?\\s*((?:19|20)\\d\\d)(?!\\d)`
  );
  const thisYear = pattern(`(?<!\\p{L})(?:${lexicon.thisYear})(?!\\p{L})`, "iu");
  const lastYear = pattern(`(?<!\\p{L})(?:${lexicon.lastYear})(?!\\p{L})`, "iu");
  const statuses = (["capacity", "target", "forecast", "estimate"] as const).map(
    (status) => [status, pattern(`(?<!\\p{L})(?:${lexicon[status]})`, "iu")] as const
  );

  /** The year that stands nearest to a place. */
  const yearNear = (text: string, start: number): string | undefined =>
    [...text.matchAll(years)].sort((a, b) => Math.abs(a.index - start) - Math.abs(b.index - start))[0]?.[2];

  /** "Last year" beside the amount, as of the year of publication. */
  function relativeYear(near: string): string | undefined {
    if (year === null) return undefined;
    if (thisYear.test(near)) return String(year);
    return lastYear.test(near) ? String(year - 1) : undefined;
  }

  return ({ start, end }, text) => {
    const near = text.slice(Math.max(0, start - 90), end + 60);
    const told = statuses.find(([, cues]) => cues.test(near))?.[0];
    const period = yearNear(text, start) ?? relativeYear(near) ?? null;
    // What is said of a year that had not come is no statement of what is, whatever its words.
    const isAhead = year !== null && period !== null && Number(period) > year;
    return { period, status: told ?? (isAhead ? "forecast" : undefined) };
  };
}
