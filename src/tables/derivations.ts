import type { Derivation } from "../ledger/schema.ts";
import { hull, type Interval, type Operation, spread } from "./amount.ts";
import type { FigureRow } from "./figures.ts";
import { growthPerYear } from "./growth-per-year.ts";

/** A named calculation over figures: what it takes, its formula in words, its unit, and whether its inputs must be alike. */
export interface DerivationFunction {
  /** One name for each input, in order. */
  takes: readonly string[];
  /** The unit of each input; those marked `same` share one, whichever it is. */
  units: readonly string[];
  formula: string;
  unit: (inputs: readonly FigureRow[]) => string;
  /** Places of the inputs that must count the same thing; unlike ones need the record's reason. */
  alike: readonly [number, number] | null;
  calculate: (inputs: readonly Interval[]) => Interval;
}

const unitOfFirst = ([first]: readonly FigureRow[]) => first?.unit ?? "";

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
  "years-of-reserves": {
    takes: ["reserves", "production a year"],
    units: ["t", "t/yr"],
    formula: "reserves ÷ production a year",
    unit: () => "yr",
    alike: null,
    calculate: over((r, p) => r / p, "up", "down")
  },
  ratio: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: "the one ÷ the other",
    unit: () => "1",
    alike: [0, 1],
    calculate: over((a, b) => a / b, "up", "down")
  },
  sum: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: "the one + the other",
    unit: unitOfFirst,
    alike: [0, 1],
    calculate: over((a, b) => a + b, "up", "up")
  },
  difference: {
    takes: ["the larger", "the smaller"],
    units: ["same", "same"],
    formula: "the larger − the smaller",
    unit: unitOfFirst,
    alike: [0, 1],
    calculate: over((a, b) => a - b, "up", "down")
  },
  increase: {
    takes: ["from", "to"],
    units: ["same", "same"],
    formula: "(to ÷ from − 1) × 100",
    unit: () => "%",
    alike: [0, 1],
    calculate: over((a, b) => (b / a - 1) * 100, "down", "up")
  },
  "growth-per-year": {
    takes: ["from", "to", "years"],
    units: ["same", "same", "yr"],
    formula: "((to ÷ from) to the power of 1 ÷ years − 1) × 100",
    unit: () => "%",
    alike: [0, 1],
    // More years make growth slower, but also decline.
    calculate: (inputs) =>
      hull(over(growthPerYear, "down", "up", "down")(inputs), over(growthPerYear, "down", "up", "up")(inputs))
  },
  "share-of-whole": {
    takes: ["the part", "the whole"],
    units: ["same", "same"],
    formula: "the part ÷ the whole × 100",
    unit: () => "%",
    alike: [0, 1],
    calculate: over((p, w) => (p / w) * 100, "up", "down")
  },
  "share-of-difference": {
    takes: ["the part", "the larger", "the smaller"],
    units: ["same", "same", "same"],
    formula: "the part ÷ (the larger − the smaller) × 100",
    unit: () => "%",
    alike: [1, 2],
    calculate: over(shareOfDifference, "up", "down", "up")
  },
  "implied-whole": {
    takes: ["the part", "its share of the whole"],
    units: ["same", "%"],
    formula: "the part ÷ its share",
    unit: unitOfFirst,
    alike: null,
    calculate: over((p, s) => p / (s / 100), "up", "down")
  },
  "implied-share": {
    takes: ["the part", "another part", "the other part’s share"],
    units: ["same", "same", "%"],
    formula: "the part ÷ (another part ÷ that part’s share)",
    unit: () => "%",
    alike: [0, 1],
    calculate: over((p, o, s) => (p / o) * s, "up", "down", "up")
  },
  "output-at-share": {
    takes: ["the share aimed at", "today’s output", "today’s share"],
    units: ["%", "same", "%"],
    formula: "today’s output ÷ today’s share × the share aimed at",
    unit: (inputs) => inputs[1]?.unit ?? "",
    alike: [0, 2],
    calculate: over((a, o, s) => (o / s) * a, "up", "up", "down")
  },
  "amount-at-share": {
    takes: ["the share", "the whole"],
    units: ["%", "same"],
    formula: "the whole × the share",
    unit: (inputs) => inputs[1]?.unit ?? "",
    alike: null,
    calculate: over((s, w) => (s / 100) * w, "up", "up")
  },
  "multiple-at-share": {
    takes: ["the share aimed at", "the whole", "the part today"],
    units: ["%", "same", "same"],
    formula: "the whole × the share aimed at ÷ the part today",
    unit: () => "1",
    alike: [1, 2],
    calculate: over((a, w, p) => ((a / 100) * w) / p, "up", "up", "down")
  }
};
