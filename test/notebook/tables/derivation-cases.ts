import type { Derivation } from "../../../src/notebook/ledger/schema.ts";

type Name = Derivation["function"];
export type Ends = [low: number | null, value: number | null, high: number | null];

interface Case {
  /** The same sum in the test's own words. */
  sum: (...inputs: number[]) => number;
  /** Inputs as points, worked out by hand. */
  points: { inputs: number[]; result: number };
  /** Inputs as intervals, worked out by hand. */
  intervals: { inputs: Ends[]; result: Ends };
  /** The units of the inputs and of the result; "any" for an amount that is held against no other. */
  units: string[];
  unit: string;
  /** The places of the inputs that must count the same thing. */
  compared: number[];
}

export const at = (value: number): Ends => [value, value, value];

/** Of every function one case, worked out by hand. */
export const cases: Readonly<Record<Name, Case>> = {
  "stock-over-flow": {
    sum: (stock, flow) => stock / flow,
    points: { inputs: [28_500_000, 2500], result: 11_400 },
    intervals: { inputs: [at(3000), [200, null, 300]], result: [10, null, 15] },
    units: ["t", "t/yr"],
    unit: "yr",
    compared: []
  },
  quotient: {
    sum: (one, other) => one / other,
    points: { inputs: [500_000, 40_000], result: 12.5 },
    intervals: { inputs: [[10, null, 20], at(2)], result: [5, null, 10] },
    units: ["t", "t/yr"],
    unit: "yr",
    compared: []
  },
  ratio: {
    sum: (one, other) => one / other,
    points: { inputs: [28.5, 3.8], result: 7.5 },
    intervals: { inputs: [[null, 29, 29], at(3.8)], result: [null, 7.63157894737, 7.63157894737] },
    units: ["t", "t"],
    unit: "1",
    compared: [0, 1]
  },
  sum: {
    sum: (one, other) => other + one,
    points: { inputs: [16_887_100, 11_893_500], result: 28_780_600 },
    intervals: { inputs: [[1, null, 2], at(3)], result: [4, null, 5] },
    units: ["t/yr", "t/yr"],
    unit: "t/yr",
    compared: [0, 1]
  },
  difference: {
    sum: (larger, smaller) => larger - smaller,
    points: { inputs: [75_000, 45_000], result: 30_000 },
    intervals: {
      inputs: [
        [70, 75, 80],
        [40, 45, 50]
      ],
      result: [20, 30, 40]
    },
    units: ["t/yr", "t/yr"],
    unit: "t/yr",
    compared: [0, 1]
  },
  increase: {
    sum: (start, end) => ((end - start) / start) * 100,
    points: { inputs: [40, 50], result: 25 },
    intervals: { inputs: [[40, null, 50], at(100)], result: [100, null, 150] },
    units: ["t/yr", "t/yr"],
    unit: "%",
    compared: [0, 1]
  },
  "growth-per-year": {
    sum: (start, end, years) => (Math.exp(Math.log(end / start) / years) - 1) * 100,
    points: { inputs: [100, 121, 2], result: 10 },
    intervals: { inputs: [at(100), at(121), [1, 2, 2]], result: [10, 10, 21] },
    units: ["t/yr", "t/yr", "yr"],
    unit: "%",
    compared: [0, 1]
  },
  "share-of-whole": {
    sum: (part, whole) => (100 * part) / whole,
    points: { inputs: [5, 40], result: 12.5 },
    intervals: {
      inputs: [
        [5, null, 10],
        [20, null, 50]
      ],
      result: [10, null, 50]
    },
    units: ["t/yr", "t/yr"],
    unit: "%",
    compared: [0, 1]
  },
  "share-of-difference": {
    sum: (part, larger, smaller) => (100 * part) / (larger - smaller),
    points: { inputs: [2500, 75_000, 45_000], result: 8.33333333333 },
    intervals: { inputs: [at(6), [70, null, 80], [20, null, 50]], result: [10, null, 30] },
    units: ["t/yr", "t/yr", "t/yr"],
    unit: "%",
    compared: [1, 2]
  },
  "implied-whole": {
    sum: (part, share) => (part * 100) / share,
    points: { inputs: [2600, 1], result: 260_000 },
    intervals: { inputs: [at(2600), [null, null, 2]], result: [130_000, null, null] },
    units: ["any", "%"],
    unit: "t/yr",
    compared: []
  },
  "implied-share": {
    sum: (part, other, share) => (part * share) / other,
    points: { inputs: [2500, 2600, 1], result: 0.961538461538 },
    intervals: { inputs: [at(10), [20, null, 40], at(2)], result: [0.5, null, 1] },
    units: ["t/yr", "t/yr", "%"],
    unit: "%",
    compared: [0, 1]
  },
  "scaled-to-share": {
    sum: (aim, output, share) => (output * aim) / share,
    points: { inputs: [12, 2600, 1], result: 31_200 },
    intervals: { inputs: [at(12), at(2600), [1, null, 1.5]], result: [20_800, null, 31_200] },
    units: ["%", "any", "%"],
    unit: "t/yr",
    compared: [0, 2]
  },
  "amount-at-share": {
    sum: (share, whole) => (whole * share) / 100,
    points: { inputs: [12, 390_000], result: 46_800 },
    intervals: { inputs: [[9, null, 12], at(250_000)], result: [22_500, null, 30_000] },
    units: ["%", "any"],
    unit: "t/yr",
    compared: []
  },
  "multiple-at-share": {
    sum: (aim, whole, part) => (whole / part) * (aim / 100),
    points: { inputs: [12, 390_000, 2600], result: 18 },
    intervals: { inputs: [at(10), at(100_000), [2000, null, 2500]], result: [4, null, 5] },
    units: ["%", "t/yr", "t/yr"],
    unit: "1",
    compared: [1, 2]
  },
  "amount-at-multiple": {
    sum: (multiple, amount) => multiple * amount,
    points: { inputs: [7, 2600], result: 18_200 },
    intervals: { inputs: [at(7), [2500, null, 2600]], result: [17_500, null, 18_200] },
    units: ["1", "any"],
    unit: "t/yr",
    compared: []
  },
  "share-at-multiple": {
    sum: (multiple, part, whole) => ((multiple * part) / whole) * 100,
    points: { inputs: [7, 2000, 400_000], result: 3.5 },
    intervals: { inputs: [at(5), at(2000), [200_000, null, 400_000]], result: [2.5, null, 5] },
    units: ["1", "t/yr", "t/yr"],
    unit: "%",
    compared: [1, 2]
  }
};
