import type { Derivation } from "../ledger/schema.ts";
import { hull, type Interval, spread } from "./amount.ts";
import type { FigureRow } from "./figures.ts";

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

const up = (of: Interval) => ({ of, as: "up" as const });
const down = (of: Interval) => ({ of, as: "down" as const });
const unitOfFirst = ([first]: readonly FigureRow[]) => first?.unit ?? "";

function pair(inputs: readonly Interval[]): [Interval, Interval] {
  const [a, b] = inputs;
  if (!a || !b) throw new Error("a calculation of two figures got fewer");
  return [a, b];
}

function triple(inputs: readonly Interval[]): [Interval, Interval, Interval] {
  const [a, b, c] = inputs;
  if (!a || !b || !c) throw new Error("a calculation of three figures got fewer");
  return [a, b, c];
}

/** Every calculation that a record of `data/ledger/derivations.yaml` may name. */
export const derivationFunctions: Readonly<Record<Derivation["function"], DerivationFunction>> = {
  "years-of-reserves": {
    takes: ["reserves", "production a year"],
    units: ["t", "t/yr"],
    formula: "reserves ÷ production a year",
    unit: () => "yr",
    alike: null,
    calculate: (inputs) => {
      const [reserves, production] = pair(inputs);
      return spread((r, p) => r / p, up(reserves), down(production));
    }
  },
  ratio: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: "the one ÷ the other",
    unit: () => "1",
    alike: [0, 1],
    calculate: (inputs) => {
      const [one, other] = pair(inputs);
      return spread((a, b) => a / b, up(one), down(other));
    }
  },
  sum: {
    takes: ["the one", "the other"],
    units: ["same", "same"],
    formula: "the one + the other",
    unit: unitOfFirst,
    alike: [0, 1],
    calculate: (inputs) => {
      const [one, other] = pair(inputs);
      return spread((a, b) => a + b, up(one), up(other));
    }
  },
  difference: {
    takes: ["the larger", "the smaller"],
    units: ["same", "same"],
    formula: "the larger − the smaller",
    unit: unitOfFirst,
    alike: [0, 1],
    calculate: (inputs) => {
      const [larger, smaller] = pair(inputs);
      return spread((a, b) => a - b, up(larger), down(smaller));
    }
  },
  increase: {
    takes: ["from", "to"],
    units: ["same", "same"],
    formula: "(to ÷ from − 1) × 100",
    unit: () => "%",
    alike: [0, 1],
    calculate: (inputs) => {
      const [start, end] = pair(inputs);
      return spread((a, b) => (b / a - 1) * 100, down(start), up(end));
    }
  },
  "growth-per-year": {
    takes: ["from", "to", "years"],
    units: ["same", "same", "yr"],
    formula: "((to ÷ from) to the power of 1 ÷ years − 1) × 100",
    unit: () => "%",
    alike: [0, 1],
    calculate: (inputs) => {
      const [start, end, years] = triple(inputs);
      const growth = (a: number, b: number, n: number) => ((b / a) ** (1 / n) - 1) * 100;
      // More years make growth slower, but also decline.
      return hull(spread(growth, down(start), up(end), down(years)), spread(growth, down(start), up(end), up(years)));
    }
  },
  "share-of-whole": {
    takes: ["the part", "the whole"],
    units: ["same", "same"],
    formula: "the part ÷ the whole × 100",
    unit: () => "%",
    alike: [0, 1],
    calculate: (inputs) => {
      const [part, whole] = pair(inputs);
      return spread((p, w) => (p / w) * 100, up(part), down(whole));
    }
  },
  "share-of-difference": {
    takes: ["the part", "the larger", "the smaller"],
    units: ["same", "same", "same"],
    formula: "the part ÷ (the larger − the smaller) × 100",
    unit: () => "%",
    alike: [1, 2],
    calculate: (inputs) => {
      const [part, larger, smaller] = triple(inputs);
      const share = (p: number, a: number, b: number) => (a > b ? (p / (a - b)) * 100 : Number.NaN);
      return spread(share, up(part), down(larger), up(smaller));
    }
  },
  "implied-whole": {
    takes: ["the part", "its share of the whole"],
    units: ["same", "%"],
    formula: "the part ÷ its share",
    unit: unitOfFirst,
    alike: null,
    calculate: (inputs) => {
      const [part, share] = pair(inputs);
      return spread((p, s) => p / (s / 100), up(part), down(share));
    }
  },
  "implied-share": {
    takes: ["the part", "another part", "the other part’s share"],
    units: ["same", "same", "%"],
    formula: "the part ÷ (another part ÷ that part’s share)",
    unit: () => "%",
    alike: [0, 1],
    calculate: (inputs) => {
      const [part, other, share] = triple(inputs);
      return spread((p, o, s) => (p / o) * s, up(part), down(other), up(share));
    }
  },
  "output-at-share": {
    takes: ["the share aimed at", "today’s output", "today’s share"],
    units: ["%", "same", "%"],
    formula: "today’s output ÷ today’s share × the share aimed at",
    unit: (inputs) => inputs[1]?.unit ?? "",
    alike: [0, 2],
    calculate: (inputs) => {
      const [aim, output, share] = triple(inputs);
      return spread((a, o, s) => (o / s) * a, up(aim), up(output), down(share));
    }
  },
  "amount-at-share": {
    takes: ["the share", "the whole"],
    units: ["%", "same"],
    formula: "the whole × the share",
    unit: (inputs) => inputs[1]?.unit ?? "",
    alike: null,
    calculate: (inputs) => {
      const [share, whole] = pair(inputs);
      return spread((s, w) => (s / 100) * w, up(share), up(whole));
    }
  },
  "multiple-at-share": {
    takes: ["the share aimed at", "the whole", "the part today"],
    units: ["%", "same", "same"],
    formula: "the whole × the share aimed at ÷ the part today",
    unit: () => "1",
    alike: [1, 2],
    calculate: (inputs) => {
      const [aim, whole, part] = triple(inputs);
      return spread((a, w, p) => ((a / 100) * w) / p, up(aim), up(whole), down(part));
    }
  }
};
