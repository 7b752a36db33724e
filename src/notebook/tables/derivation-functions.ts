import { exact, growthPerYear } from "../ledger/amounts.ts";
import type { Derivation, Unit } from "../ledger/schema.ts";
import type { QuantityRow } from "./figures.ts";

/**
 * A quantity that may be a point, an interval or a bound. An end that is null is not known, so a result that would need
 * it is null too: an interval never gets narrower than its inputs allow. All quantities here are positive.
 */
export interface Interval {
  low: number | null;
  value: number | null;
  high: number | null;
}

/** A calculation over plain numbers. */
type Operation = (...inputs: number[]) => number;

/**
 * Applies a function that rises with each input marked `up` and falls with each marked `down`: the result's low end
 * takes the low ends of the rising inputs and the high ends of the falling ones, and the other way round. A result that
 * is not finite is not known.
 */
export function spread(operation: Operation, ...inputs: { of: Interval; as: "up" | "down" }[]): Interval {
  const apply = (ends: (number | null)[]): number | null => {
    const result = operation(...ends.map((end) => end ?? Number.NaN));
    return Number.isFinite(result) ? exact(result) : null;
  };
  return {
    low: apply(inputs.map(({ of, as }) => (as === "up" ? of.low : of.high))),
    value: apply(inputs.map(({ of }) => of.value)),
    high: apply(inputs.map(({ of, as }) => (as === "up" ? of.high : of.low)))
  };
}

/** The least interval that holds both; it has the first one's value. */
export function hull(one: Interval, other: Interval): Interval {
  const outer = (choose: (...ends: number[]) => number, a: number | null, b: number | null) =>
    a === null || b === null ? null : choose(a, b);
  return {
    low: outer(Math.min, one.low, other.low),
    value: one.value,
    high: outer(Math.max, one.high, other.high)
  };
}

/** A named calculation over figures: what it takes, its formula in words, its unit, and whether its inputs must be alike. */
interface DerivationFunction {
  /** One name for each input, in order. */
  takes: readonly string[];
  /** The unit of each input; those marked `same` share one, whichever it is; `any` is one of its own. */
  units: readonly string[];
  /** The calculation in words, with the names of what it takes or a record's own. */
  formula: (...names: string[]) => string;
  /** The canonical unit of the result; null where the vocabulary has none for it. */
  unit: (inputs: readonly QuantityRow[], units: readonly Unit[]) => string | null;
  /** Places of the inputs that must count the same thing, if any; unlike ones need the record's reason. */
  alike: readonly number[];
  calculate: (inputs: readonly Interval[]) => Interval;
}

/** The unit of the input in this place. */
const unitOfInput = (place: number) => (inputs: readonly QuantityRow[]) => inputs[place]?.unit ?? null;

/** The unit of a quotient: how long a stock lasts where the divisor is the dividend a year, else one that the vocabulary has. */
function unitOfQuotient([one, other]: readonly QuantityRow[], units: readonly Unit[]): string | null {
  const rate = units.find(({ id, per }) => id === other?.unit && per?.[0] === one?.unit);
  return rate?.per?.[1] ?? units.find(({ per }) => per?.[0] === one?.unit && per?.[1] === other?.unit)?.id ?? null;
}

/** A calculation of as many figures as there are ways: whether its result rises or falls as each of them rises. */
const over =
  (operation: Operation, ...ways: readonly ("up" | "down")[]): DerivationFunction["calculate"] =>
  (inputs) => {
    const given = ways.map((as, index) => {
      const of = inputs[index];
      if (!of) throw new Error(`a calculation of ${ways.length} figures got fewer`);
      return { of, as };
    });
    return spread(operation, ...given);
  };

const shareOfDifference = (part: number, larger: number, smaller: number): number =>
  larger > smaller ? (part / (larger - smaller)) * 100 : Number.NaN;

/** Every calculation that a record of `data/ledger/derivations.yaml` may name. */
export const derivationFunctions: Readonly<Record<Derivation["function"], DerivationFunction>> = {
  "stock-over-flow": {
    takes: ["the stock", "the flow a year"],
    units: ["any", "any"],
    formula: (stock, flow) => `${stock} ÷ ${flow}`,
    unit: (inputs, units) => (unitOfQuotient(inputs, units) === "yr" ? "yr" : null),
    alike: [],
    calculate: over((s, f) => s / f, "up", "down")
  },
  quotient: {
    takes: ["the one", "the other"],
    units: ["any", "any"],
    formula: (one, other) => `${one} ÷ ${other}`,
    unit: unitOfQuotient,
    alike: [],
    calculate: over((a, b) => a / b, "up", "down")
  },
  ratio: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: (one, other) => `${one} ÷ ${other}`,
    unit: () => "1",
    alike: [0, 1],
    calculate: over((a, b) => a / b, "up", "down")
  },
  sum: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: (one, other) => `${one} + ${other}`,
    unit: unitOfInput(0),
    alike: [0, 1],
    calculate: over((a, b) => a + b, "up", "up")
  },
  difference: {
    takes: ["the larger", "the smaller"],
    units: ["same", "same"],
    formula: (larger, smaller) => `${larger} − ${smaller}`,
    unit: unitOfInput(0),
    alike: [0, 1],
    calculate: over((a, b) => a - b, "up", "down")
  },
  increase: {
    takes: ["from", "to"],
    units: ["same", "same"],
    formula: (from, to) => `(${to} ÷ ${from} − 1) × 100`,
    unit: () => "%",
    alike: [0, 1],
    calculate: over((a, b) => (b / a - 1) * 100, "down", "up")
  },
  "growth-per-year": {
    takes: ["from", "to", "years"],
    units: ["same", "same", "yr"],
    formula: (from, to, years) => `((${to} ÷ ${from}) to the power of 1 ÷ ${years} − 1) × 100`,
    unit: () => "%",
    alike: [0, 1],
    // More years make growth slower, but also decline.
    calculate: (inputs) =>
      hull(over(growthPerYear, "down", "up", "down")(inputs), over(growthPerYear, "down", "up", "up")(inputs))
  },
  "share-of-whole": {
    takes: ["the part", "the whole"],
    units: ["same", "same"],
    formula: (part, whole) => `${part} ÷ ${whole} × 100`,
    unit: () => "%",
    alike: [0, 1],
    calculate: over((p, w) => (p / w) * 100, "up", "down")
  },
  "share-of-difference": {
    takes: ["the part", "the larger", "the smaller"],
    units: ["same", "same", "same"],
    formula: (part, larger, smaller) => `${part} ÷ (${larger} − ${smaller}) × 100`,
    unit: () => "%",
    alike: [1, 2],
    calculate: over(shareOfDifference, "up", "down", "up")
  },
  "implied-whole": {
    takes: ["the part", "its share of the whole"],
    units: ["same", "%"],
    formula: (part) => `${part} ÷ its share`,
    unit: unitOfInput(0),
    alike: [],
    calculate: over((p, s) => p / (s / 100), "up", "down")
  },
  "implied-share": {
    takes: ["the part", "another part", "the other part’s share"],
    units: ["same", "same", "%"],
    formula: (part, other) => `${part} ÷ (${other} ÷ that part’s share)`,
    unit: () => "%",
    alike: [0, 1],
    calculate: over((p, o, s) => (p / o) * s, "up", "down", "up")
  },
  "scaled-to-share": {
    takes: ["the share aimed at", "the part today", "its share today"],
    units: ["%", "same", "%"],
    formula: (aim, part, share) => `${part} ÷ ${share} × ${aim}`,
    unit: unitOfInput(1),
    alike: [0, 2],
    calculate: over((a, o, s) => (o / s) * a, "up", "up", "down")
  },
  "amount-at-share": {
    takes: ["the share", "the whole"],
    units: ["%", "same"],
    formula: (share, whole) => `${whole} × ${share}`,
    unit: unitOfInput(1),
    alike: [],
    calculate: over((s, w) => (s / 100) * w, "up", "up")
  },
  "multiple-at-share": {
    takes: ["the share aimed at", "the whole", "the part today"],
    units: ["%", "same", "same"],
    formula: (aim, whole, part) => `${whole} × ${aim} ÷ ${part}`,
    unit: () => "1",
    alike: [1, 2],
    calculate: over((a, w, p) => ((a / 100) * w) / p, "up", "up", "down")
  },
  "amount-at-multiple": {
    takes: ["the multiple aimed at", "the amount today"],
    units: ["1", "same"],
    formula: (multiple, amount) => `${amount} × ${multiple}`,
    unit: unitOfInput(1),
    alike: [],
    calculate: over((m, a) => m * a, "up", "up")
  },
  "share-at-multiple": {
    takes: ["the multiple aimed at", "the part today", "the whole"],
    units: ["1", "same", "same"],
    formula: (multiple, part, whole) => `${part} × ${multiple} ÷ ${whole} × 100`,
    unit: () => "%",
    alike: [1, 2],
    calculate: over((m, p, w) => ((m * p) / w) * 100, "up", "up", "down")
  }
};

/** What the inputs of a derivation are called, in their order: the record's own names, or the function's. */
export const namesOf = ({ function: name, names }: Pick<Derivation, "function" | "names">): string[] => [
  ...(names ?? derivationFunctions[name].takes)
];
