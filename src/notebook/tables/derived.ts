import { exact, growthPerYear } from "../ledger/amounts.ts";
import type { Violation } from "../ledger/checks/violation.ts";
import { type Comparator, comparators, type Derivation, derivation, type Ledger, type Unit } from "../ledger/schema.ts";
import { compileFigures, type QuantityRow } from "./figures.ts";
import { unitLabels, wordsOf } from "./lookups.ts";
import { possibleSpan } from "./same-quantity.ts";
import { columnsOf, idIn, integer, list, number, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

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
  /** Places of the inputs that must count the same thing; unlike ones need the record's reason. */
  alike: readonly [number, number] | null;
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
    alike: null,
    calculate: over((s, f) => s / f, "up", "down")
  },
  quotient: {
    takes: ["the one", "the other"],
    units: ["any", "any"],
    formula: (one, other) => `${one} ÷ ${other}`,
    unit: unitOfQuotient,
    alike: null,
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
    alike: null,
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
    alike: null,
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
    alike: null,
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

/**
 * One row a derived quantity. Throws where a record's inputs do not fit its function, and where unlike quantities meet
 * without a reason; `derivationViolations` finds both before.
 */
export function compileDerived(ledger: Ledger, figures: readonly QuantityRow[]): Table<DerivedRow> {
  const figureOf = new Map(figures.map((figure) => [figure.id, figure]));
  const { units } = ledger.vocabulary;
  const label = wordsOf(unitLabels(ledger));
  const rows = ledger.derivations.map((derivation) => {
    const definition = derivationFunctions[derivation.function];
    const inputs = derivation.inputs.flatMap((id) => figureOf.get(id) ?? []);
    const problem = inputsProblem(derivation, inputs, units);
    if (problem) throw new Error(`${derivation.id}: ${problem.message}`);
    const result = definition.calculate(inputs.map(asPrinted));
    const unit = definition.unit(inputs, units) ?? "";
    return {
      id: derivation.id,
      function: derivation.function,
      formula: definition.formula(...namesOf(derivation)),
      inputs: derivation.inputs,
      ...result,
      comparator: comparatorOf(inputs, result),
      unit,
      unit_label: label(unit),
      digits: Math.min(3, Math.max(2, Math.min(...inputs.flatMap(digitsOf)))),
      explanation: derivation.explanation,
      allowed: derivation.allowed ?? null
    };
  });
  return { name: "derived", title: "Derived quantities", description, columns: columnsOf(columns), rows };
}

interface Problem {
  message: string;
  remedy: string;
}

/** What the inputs of a derivation are called, in their order: the record's own names, or the function's. */
export const namesOf = ({ function: name, names }: Pick<Derivation, "function" | "names">): string[] => [
  ...(names ?? derivationFunctions[name].takes)
];

/** What is wrong with a derivation's inputs, or null. */
export function inputsProblem(
  derivation: Derivation,
  inputs: readonly QuantityRow[],
  known: readonly Unit[]
): Problem | null {
  const { takes, units, unit: unitOf, calculate } = derivationFunctions[derivation.function];
  const remedy = `list ${takes.join(", ")}, in this order`;
  if (derivation.names && derivation.names.length !== takes.length)
    return { message: `"${derivation.function}" has ${takes.length} names, not ${derivation.names.length}`, remedy };
  if (inputs.length !== takes.length)
    return { message: `"${derivation.function}" takes ${takes.length} figures, not ${inputs.length}`, remedy };
  const shared = inputs[units.indexOf("same")]?.unit;
  for (const [place, { id, unit }] of inputs.entries()) {
    const wanted = units[place] === "same" ? shared : units[place];
    if (wanted !== "any" && unit !== wanted)
      return { message: `"${id}" is in ${unit}, but ${takes[place]} is in ${wanted}`, remedy };
  }
  if (unitOf(inputs, known) === null)
    return {
      message: `${inputs.map(({ unit }) => unit).join(" ÷ ")} has no unit that "${derivation.function}" can give`,
      remedy: `choose other figures, or add to the units of data/ledger/vocabulary.yaml one with per: [${inputs.map(({ unit }) => unit).join(", ")}]`
    };
  const { low, value, high } = calculate(inputs);
  if (low === null && value === null && high === null)
    return { message: `"${derivation.id}" comes to no number`, remedy: "choose figures that have the ends it needs" };
  return derivation.allowed === undefined ? unlikeInputs(derivation, inputs, known) : null;
}

/** Two inputs that must not meet in silence: unlike where the function compares them, or amounts of unlike materials. */
function unlikeInputs(
  { function: name }: Derivation,
  inputs: readonly QuantityRow[],
  units: readonly Unit[]
): Problem | null {
  const alike = derivationFunctions[name].alike ?? [];
  const pairs = inputs.flatMap((one, i) =>
    inputs.slice(i + 1).map((other, gap) => [one, other, i, i + 1 + gap] as const)
  );
  for (const [one, other, ...places] of pairs) {
    const compared = places.every((place) => alike.some((named) => named === place));
    const difference = compared ? unlikeness(one, other, units) : unlikeAmounts(one, other, units);
    if (difference)
      return {
        message: `"${one.id}" and "${other.id}" are unlike: ${difference}`,
        remedy: 'choose like figures, or say under "allowed" why they may meet'
      };
  }
  return null;
}

/** Why two figures must not be compared in silence, or null if they count the same thing. */
export function unlikeness(one: QuantityRow, other: QuantityRow, units: readonly Unit[]): string | null {
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.metric !== other.metric) return `${one.metric_label} and ${other.metric_label}`;
  if (one.basis !== other.basis) return `${one.basis_label} and ${other.basis_label}`;
  return unlikeAmounts(one, other, units);
}

/** Why the material that the one measures out is not that of the other; null also where one of them measures out none. */
function unlikeAmounts(one: QuantityRow, other: QuantityRow, units: readonly Unit[]): string | null {
  const isOfMaterial = (figure: QuantityRow) => units.some(({ id, of_material }) => id === figure.unit && of_material);
  if (!isOfMaterial(one) || !isOfMaterial(other)) return null;
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.form !== other.form) return `${one.form ?? "form not stated"} and ${other.form ?? "form not stated"}`;
  return null;
}

/**
 * "About" and "nearly" of the inputs stay with the result; where they differ it is "about". A result with one end only is
 * a bound.
 */
function comparatorOf(inputs: readonly QuantityRow[], { low, value, high }: Interval): Comparator {
  if (value === null && low === null) return "<=";
  if (value === null && high === null) return ">=";
  const kept = inputs.map(({ comparator }) => comparator).filter((comparator) => comparator !== "=");
  if (kept.length === 0) return "=";
  return kept.every((comparator) => comparator === "nearly") && inputs[0]?.comparator === "nearly" ? "nearly" : "~";
}

/**
 * What a figure brings into a calculation. A share that is printed in one digit, such as 1%, is anything that rounds to it:
 * half as much or half as much again, and a result that took it for a point would pretend to know. Whatever is printed in
 * more digits, and every amount, counts as it stands.
 */
function asPrinted({ low, value, high, comparator, unit }: QuantityRow): Interval {
  const isRough = unit === "%" && value !== null && value < 10 && plainDigits(value) === 1 && comparator !== "nearly";
  const span = isRough ? possibleSpan({ low, value, high, comparator, unit }) : null;
  return span ? { low: span.from, value: null, high: span.to } : { low, value, high };
}

/** How many digits a figure's ends bear: 28.5 million has three, 2,500 two. */
function digitsOf({ low, value, high }: QuantityRow): number[] {
  return [low, value, high].flatMap((end) => {
    if (end === null) return [];
    return [plainDigits(end)];
  });
}

const plainDigits = (amount: number): number => amount.toExponential().replace(/\.|e.*/g, "").length;

const description =
  "Quantities that this notebook calculates from the publications’ figures, each with its formula, inputs and interval.";

const columns = {
  id: text("Stable name, `derived.<words>`."),
  function: oneOf(derivation.shape.function.options, "The calculation, by name."),
  formula: text("The calculation in words."),
  inputs: idIn("figures", list("The figures that go in, in the formula’s order; see table `figures`.")),
  low: orEmpty(number("Lower end in `unit`; empty where an input has none.")),
  value: orEmpty(number("The value in `unit`; empty where an input has none.")),
  high: orEmpty(number("Upper end in `unit`; empty where an input has none.")),
  comparator: oneOf<Comparator>(
    comparators,
    "=; ~ or nearly where an input is that; <= or >= where only one end is known."
  ),
  unit: text("Canonical unit."),
  unit_label: text("The unit in words."),
  digits: integer(
    "How many significant digits the inputs bear, at least two and at most three; more would be false precision."
  ),
  explanation: text("What it means and what it leaves out."),
  allowed: orEmpty(text("Why unlike quantities may meet in it; empty where they do not."))
};

export type DerivedRow = RowOf<typeof columns>;

/** Derivations whose figures do not fit their function, or are unlike without a reason. The ledger is otherwise sound. */
export function derivationViolations(ledger: Ledger): Violation[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  return ledger.derivations.flatMap((derivation) => {
    const inputs = derivation.inputs.flatMap((id) => figures.get(id) ?? []);
    const problem = inputsProblem(derivation, inputs, ledger.vocabulary.units);
    return problem ? [{ record: derivation, field: ["inputs"], ...problem }] : [];
  });
}
