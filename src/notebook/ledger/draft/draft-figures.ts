import { exact } from "../amounts.ts";
import type { TextFigure } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import { expressionFinder } from "../text/expressions.ts";
import { isMoney, wordsOfUnits } from "../text/units.ts";
import type { Known, Reading } from "./reading.ts";
import { sentenceAt } from "./sentences.ts";
import type { Terms } from "./terms.ts";
import { currencyMeant } from "./unit-meant.ts";

export type DraftFigure = Omit<TextFigure, "basis" | "material" | "form"> & { material: string; review: string[] };

/** Stands where the vocabulary has no metric for what is measured so, until somebody adds one or leaves the figure out. */
export const noMetric = "unknown";

/** Drafts a figure of each quantity that an article states. `stated` are these, for each paragraph, printed again or not. */
export function draftFigures(reading: Reading, anywhere: string): { figures: DraftFigure[]; stated: Expression[][] } {
  const { id, paragraphs, lexicon, known, terms } = reading;
  const find = expressionFinder(lexicon, wordsOfUnits(known.vocabulary.units));
  const currencyOf = currencyMeant(lexicon);
  const whole = paragraphs.join("\n");
  const figures: DraftFigure[] = [];
  const seen = new Map<string, DraftFigure>();
  const stated = paragraphs.map((): Expression[] => []);
  const read = paragraphs.map((text, i) => (reading.isOutside(i) ? [] : find(text)));
  const isSum = ({ unit }: Expression): boolean => unit !== null && isMoney(unit);
  const firstCurrency = read.flat().find(isSum)?.unit ?? null;
  paragraphs.forEach((text, i) => {
    for (const one of read[i] ?? []) {
      if (isHeading(one, text, paragraphs[i + 1])) continue;
      const { expression, found } = meant(one, i, text);
      stated[i]?.push(expression);
      const figure = figureOf(expression, i, found);
      const key = keyOf(expression, i, found);
      const first = seen.get(key);
      const isSmallCount = expression.unit === "1" && expression.scale === 1;
      // A number printed again is the same statement in another place.
      if (first && !isSmallCount && first.paragraph !== i + 1) {
        const { printed } = expression;
        first.also = [...(first.also ?? []), first.printed === printed ? i + 1 : { paragraph: i + 1, printed }];
        continue;
      }
      figures.push(figure);
      seen.set(key, figure);
    }
  });
  numberIds(figures);
  return { figures, stated };

  /** An expression with what it is the price of, and its terms. Terms are looked for in the sentence alone, speakers around it too. */
  function meant(said: Expression, i: number, text: string): { expression: Expression; found: Terms } {
    const named = stated.slice(0, i + 1).findLast((list) => list.some(isSum));
    const currency = named?.findLast(isSum)?.unit ?? firstCurrency;
    const open = currencyOf(said, text, { currency, whole });
    const one = open === null ? said : { ...said, unit: open, isGoneOnWith: true };
    const { start: from, words } = sentenceAt(text, one.start);
    const own = one.per ?? terms.pricedPer({ ...one, start: one.start - from }, words);
    const before = [...(stated[i - 1] ?? []), ...(stated[i] ?? []).filter(({ start }) => start < one.start)];
    const expression = { ...one, per: own ?? pricedAs(one, before) };
    const inSentence = { ...expression, start: one.start - from, end: one.end - from };
    // What a sentence is about and does not name again was named in those before it, or in the question that it answers.
    const asked = /\?\s*$/.test(paragraphs[i - 1] ?? "") ? `${paragraphs[i - 1]} ` : "";
    const told = asked + text.slice(0, from);
    const earlier = terms.onlySubject(told);
    const found = terms.find(inSentence, words, {
      subject: earlier ?? reading.subject,
      material: terms.lastMaterial(told) ?? reading.material,
      earlier: earlier ?? terms.onlySubject(paragraphs[i - 1] ?? ""),
      isPriced: expression.per !== own
    });
    return { expression, found };
  }

  function figureOf(expression: Expression, i: number, found: Terms): DraftFigure {
    const { printed, comparator } = expression;
    const { material, period, status } = found;
    const { speaker, chain, voice, isGuess } = reading.sayer(i, expression.start, expression.end);
    // Kilometres where nothing is counted in them are no amount of what is counted most.
    const metric = found.metric ?? noMetric;
    const subject = found.subject ?? anywhere;
    return {
      id: `${id}.${[metric, subject].filter(Boolean).join("-")}`,
      paragraph: i + 1,
      printed,
      metric,
      subject,
      material,
      ...amountsIn(expression, found.divisor),
      ...(comparator === "=" ? {} : { comparator }),
      unit: unitOf(expression, found.unit),
      period,
      status,
      speaker,
      chain,
      voice,
      says: says(known, { metric, subject, printed, status }),
      review: [...found.guessed, ...(isGuess ? ["speaker"] : []), "says"]
    };
  }
}

/** Whether a count stands in a heading, where it states nothing. */
const isHeading = ({ vague, unit, scale }: Expression, text: string, next = ""): boolean =>
  (vague !== undefined || (unit === "1" && scale === 1)) &&
  !/[.!?:”"»)]\s*$/.test(text) &&
  text.split(/\s+/).length < 9 &&
  !/^\s*\p{Ll}/u.test(next);

/** What an amount of money is the price of by another one shortly before it: "$410 a tonne … he needs $550". */
function pricedAs(one: Expression, before: readonly Expression[]): string | null {
  const amountOf = ({ low, value, high }: Expression): number => value ?? low ?? high ?? 0;
  const priced = before.findLast(({ per, unit }) => per !== null && unit === one.unit);
  const ratio = priced ? amountOf(one) / amountOf(priced) : 0;
  return priced && one.unit !== null && one.unit !== "1" && one.scale < 1e6 && ratio > 0.1 && ratio < 10
    ? priced.per
    : null;
}

/** What two expressions have in common that are the same statement. Whatever is counted twice by the same small number need not be the same. */
function keyOf(expression: Expression, i: number, { metric, subject }: Terms): string {
  const { low, value, high, comparator, unit, scale } = expression;
  if (expression.vague) return expression.printed.toLowerCase();
  const isMeasured = !/^(?:1|times|occasions|rank|fraction)$/.test(unit ?? "");
  return [low, value, high, comparator, unit, ...(isMeasured ? [] : [scale, metric ?? i, subject])].join(" ");
}

/** The numbers of an expression in the unit that the vocabulary has for it. */
function amountsIn(
  { low, value, high, unit }: Expression,
  divisor: number
): Pick<TextFigure, "low" | "value" | "high"> {
  const divide = (x: number): number => exact((unit === "fraction" ? x * 100 : x) / divisor);
  return {
    ...(low === undefined ? {} : { low: divide(low) }),
    ...(value === undefined ? {} : { value: divide(value) }),
    ...(high === undefined ? {} : { high: divide(high) })
  };
}

/** The unit as the vocabulary has it, else as the text does. */
function unitOf({ unit, perYear, per }: Expression, known: string | null): string {
  if (known !== null) return known;
  if (unit === "fraction") return "%";
  if (unit === null || /^(?:times|occasions|rank)$/.test(unit)) return "1";
  return `${unit}${perYear ? "/yr" : per ? `/${per}` : ""}`;
}

/** How a sentence says that what it tells is no plain fact. */
const told: Partial<Record<DraftFigure["status"], string>> = {
  forecast: ", as expected",
  target: ", as planned",
  estimate: ", as estimated"
};

/** The record in a plain sentence of ours, to be said better by whoever reviews it. */
function says(
  { vocabulary, places }: Known,
  { metric, subject, printed, status }: Pick<DraftFigure, "metric" | "subject" | "printed" | "status">
): string {
  const label = vocabulary.metrics.find(({ id }) => id === metric)?.label ?? metric;
  const name = places.find(({ id }) => id === subject)?.name ?? subject;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}, ${name}${told[status] ?? ""}: ${printed}.`;
}

function numberIds(figures: DraftFigure[]): void {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const count = (counts.get(figure.id) ?? 0) + 1;
    counts.set(figure.id, count);
    if (count > 1) figure.id = `${figure.id}-${count}`;
  }
}
