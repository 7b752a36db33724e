import type { Ledger, Vocabulary } from "../schema.ts";
import { cued, cueSource, cuesOf, stemOf } from "../text/cues.ts";
import type { Expression } from "../text/expression.ts";
import type { Lexicon, Vague } from "../text/lexicon.ts";
import { lexicons } from "../text/lexicons.ts";
import { alternatives, pattern } from "../text/patterns.ts";
import type { CueReader } from "./cues-in-text.ts";
import { isYearly, type UnitReader } from "./unit-meant.ts";

/** In which dimensions a phrase without a number can be. */
const vague: Record<Vague, string[]> = {
  amount: ["mass", "mass-per-year"],
  money: ["money"],
  span: ["time"],
  count: ["count"],
  rank: ["count"],
  multiple: ["count"]
};

interface MetricMeant {
  metric: { id: string; dimension: string } | undefined;
  isGuess: boolean;
}

/** How often figures of texts have each metric. */
function usesOf(sources: Ledger["sources"]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { figures } of sources)
    for (const { metric, series } of figures) if (series === null) used.set(metric, (used.get(metric) ?? 0) + 1);
  return used;
}

/** Finds which metric of a vocabulary an expression in a sentence is one of; `sources` tell which are usual. */
export function metricMeant(
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  sources: Ledger["sources"],
  { nearness, nearest }: CueReader,
  { fitting }: UnitReader
): (expression: Expression, text: string) => MetricMeant {
  const used = usesOf(sources);
  // A vocabulary is written in one language, whatever that of the text.
  const multiplying = lexicons.map((one) =>
    pattern(`^(?:${one.often}|${alternatives(one.multiples)}|doubl\\w*|multipl\\w*)$`, "iu")
  );
  const often = pattern(`^(?:${lexicon.often})$`, "iu");
  const metrics = vocabulary.metrics.map((metric) => {
    const words = [...(metric.cues ?? []), ...(metric.counts ?? [])];
    return {
      ...metric,
      isListed: (metric.cues?.length ?? 0) > 0,
      isMultiple: words.some((cue) => multiplying.some((one) => one.test(cue))),
      multiplies: words.some((cue) => often.test(cue)),
      cues: cuesOf(metric)
    };
  });
  type Metric = (typeof metrics)[number];
  const metricOf = (id: string | undefined): Metric | undefined => metrics.find((one) => one.id === id);
  const parts = vocabulary.metrics
    .filter(({ part }) => part)
    .map(({ id, label, cues = [] }) => ({
      id,
      words: label.toLowerCase().match(/\p{L}{4,}|\bus\b/gu) ?? [],
      cues: cues.length > 0 ? cued(cues.map(cueSource)) : null
    }));
  const ofWhole = pattern(`^\\s*(?:${lexicon.ofWhole})`, "iu");
  const flows = pattern(`(?<!\\p{L})(?:${lexicon.flows})`, "iu");
  const joins = pattern(`\\s(?:${lexicon.joins})\\s`, "iu");

  /** The share whose label or cues name the whole that follows a part: "of the world's output". */
  function wholeOf(after: string): string | null {
    const joined = joins.exec(after)?.index ?? after.length;
    const phrase = (/^[^.,;:!?]{0,80}/.exec(after.slice(0, joined))?.[0] ?? "").toLowerCase();
    // "Of all output at home", in whatever language: what another metric is known by is what its label says.
    const met = metrics
      .filter(({ part, isListed, cues }) => !part && isListed && phrase.match(cues))
      .map(({ label }) => label.toLowerCase())
      .join(" ");
    const named = (word: string): boolean => phrase.includes(stemOf(word)) || met.includes(stemOf(word));
    const scores = parts
      .map(({ id, words, cues }) => {
        const own = words.filter((word) => word !== "share");
        const met = own.filter(named).length;
        return { id, score: met - (own.length - met) + (cues && phrase.match(cues) ? 2 : 0) };
      })
      .sort((a, b) => b.score - a.score);
    const [first, second] = scores;
    return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.id : null;
  }

  /** The metrics that can be meant by an expression's unit and by what it says of how much; `isPart` of some whole. */
  function candidatesFor(expression: Expression, isFlow: boolean, isPart: boolean): Metric[] {
    const { unit: sign } = expression;
    const fits = fitting(expression);
    const meant = expression.vague === undefined ? undefined : vague[expression.vague];
    const hasMeant = meant && metrics.some(({ dimension }) => meant.includes(dimension));
    return metrics.filter(({ dimension, ordinal, part, multiplies, isMultiple }) => {
      if (hasMeant && !meant.includes(dimension)) return false;
      if ((sign === "rank" || expression.vague === "rank") !== ordinal && dimension === "count") return false;
      // "A third of the world's" is a part of a whole, and no growth; "three times" that count events are no multiple.
      if (isPart && !part && parts.length > 0) return false;
      if (sign === "occasions" && multiplies) return false;
      if (sign === "times" && !isMultiple && metrics.some((one) => one.isMultiple)) return false;
      // What is no flow and is not said to be of a year is counted once: a reserve, a sum of money.
      if (!isYearly(expression) && !isFlow && /-per-year$/.test(dimension)) return false;
      return fits(dimension);
    });
  }

  return (expression, text) => {
    const { start, end, unit: sign } = expression;
    const isFlow = flows.test(text.slice(Math.max(0, start - 90), end + 60));
    const isPart = (sign === "fraction" || sign === "%") && ofWhole.test(text.slice(end));
    const candidates = candidatesFor(expression, isFlow, isPart);
    // Words of a label point less surely than cues that somebody chose.
    const sure = (id: string): number => (metricOf(id)?.isListed ? 1 : 0.7);
    // Tonnes that are not said to be of a year are more likely a stock than a flow.
    const weight = (id: string): number =>
      !isYearly(expression) && /-per-year$/.test(metricOf(id)?.dimension ?? "") ? (isFlow ? 0.9 : 0.5) : 1;
    const ranked = nearest(candidates, text, expression)
      .map(({ id, score }) => ({ id, score: score * weight(id) * sure(id) }))
      .sort((a, b) => b.score - a.score);
    const whole = isPart ? wholeOf(text.slice(end)) : null;
    if (whole) ranked.unshift({ id: whole, score: 1 });
    // A metric is sure where a cue that somebody chose for it stands near, and not only in the amount's own words.
    const isSureOf = (id: string): boolean => {
      const cues = sure(id) === 1 ? metricOf(id)?.cues : undefined;
      const around = `${text.slice(0, start)}${" ".repeat(end - start)}${text.slice(end)}`;
      return cues !== undefined && nearness(cues, around, expression) >= 0.35;
    };
    // What the ledger counts most is what a new article most likely counts.
    const usual = [...candidates].sort((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0));
    const fallback =
      usual.find(({ dimension }) => (sign === "t" ? dimension.endsWith("-per-year") === isFlow : true)) ?? usual[0];
    // Jobs are no elements because elements are counted most.
    const isCount = sign === "1" && expression.vague === undefined;
    const [first, second] = ranked;
    return {
      metric: first || isCount ? metricOf(first?.id) : fallback,
      isGuess: !first || (second !== undefined && second.score > first.score * 0.8) || !isSureOf(first.id)
    };
  };
}
