import type { Comparator, Derivation, Ledger } from "../ledger/schema.ts";
import type { Interval } from "./amount.ts";
import { derivationFunctions } from "./derivations.ts";
import type { FigureRow } from "./figures.ts";
import type { Table } from "./table.ts";

export interface DerivedRow {
  id: string;
  function: Derivation["function"];
  formula: string;
  inputs: string[];
  low: number | null;
  value: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string;
  digits: number;
  explanation: string;
  allowed: string | null;
}

/**
 * One row a derived quantity. Throws where a record's inputs do not fit its function, and where unlike quantities meet
 * without a reason; `derivationFaults` finds both before.
 */
export function compileDerived(ledger: Ledger, figures: readonly FigureRow[]): Table<DerivedRow> {
  const figureOf = new Map(figures.map((figure) => [figure.id, figure]));
  const rows = ledger.derivations.map((derivation) => {
    const definition = derivationFunctions[derivation.function];
    const inputs = derivation.inputs.flatMap((id) => figureOf.get(id) ?? []);
    const problem = inputsProblem(derivation, inputs);
    if (problem) throw new Error(`${derivation.id}: ${problem.message}`);
    const result = definition.calculate(inputs);
    return {
      id: derivation.id,
      function: derivation.function,
      formula: definition.formula,
      inputs: derivation.inputs,
      ...result,
      comparator: comparatorOf(inputs, result),
      unit: definition.unit(inputs),
      digits: Math.min(3, Math.max(2, Math.min(...inputs.flatMap(digitsOf)))),
      explanation: derivation.explanation,
      allowed: derivation.allowed ?? null
    };
  });
  return { name: "derived", title: "Derived quantities", description, columns, rows };
}

interface Problem {
  message: string;
  remedy: string;
}

/** What is wrong with a derivation's inputs, or null. */
export function inputsProblem(derivation: Derivation, inputs: readonly FigureRow[]): Problem | null {
  const { takes, units, calculate } = derivationFunctions[derivation.function];
  const remedy = `list ${takes.join(", ")}, in this order`;
  if (inputs.length !== takes.length)
    return { message: `"${derivation.function}" takes ${takes.length} figures, not ${inputs.length}`, remedy };
  const shared = inputs[units.indexOf("same")]?.unit;
  for (const [place, { id, unit }] of inputs.entries()) {
    const wanted = units[place] === "same" ? shared : units[place];
    if (unit !== wanted) return { message: `"${id}" is in ${unit}, but ${takes[place]} is in ${wanted}`, remedy };
  }
  const { low, value, high } = calculate(inputs);
  if (low === null && value === null && high === null)
    return { message: `"${derivation.id}" comes to no number`, remedy: "choose figures that have the ends it needs" };
  return derivation.allowed === undefined ? unlikeInputs(derivation, inputs) : null;
}

/** Two inputs that must not meet in silence: unlike where the function compares them, or tonnes of unlike things. */
function unlikeInputs({ function: name }: Derivation, inputs: readonly FigureRow[]): Problem | null {
  const alike = derivationFunctions[name].alike ?? [];
  const pairs = inputs.flatMap((one, i) =>
    inputs.slice(i + 1).map((other, gap) => [one, other, i, i + 1 + gap] as const)
  );
  for (const [one, other, ...places] of pairs) {
    const compared = places.every((place) => alike.some((named) => named === place));
    const difference = compared ? unlikeness(one, other) : unlikeTonnes(one, other);
    if (difference)
      return {
        message: `"${one.id}" and "${other.id}" are unlike: ${difference}`,
        remedy: 'choose like figures, or say under "allowed" why they may meet'
      };
  }
  return null;
}

/** Why two figures must not be compared in silence, or null if they count the same thing. */
export function unlikeness(one: FigureRow, other: FigureRow): string | null {
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.metric !== other.metric) return `${one.metric_label} and ${other.metric_label}`;
  if (one.basis !== other.basis) return `${one.basis_label} and ${other.basis_label}`;
  return unlikeTonnes(one, other);
}

/** Why tonnes of the one are not tonnes of the other; null also where one of them is no tonnage. */
function unlikeTonnes(one: FigureRow, other: FigureRow): string | null {
  if (![one, other].every(({ unit }) => unit === "t" || unit === "t/yr")) return null;
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.form !== other.form) return `${one.form ?? "form not stated"} and ${other.form ?? "form not stated"}`;
  return null;
}

/**
 * "About" and "nearly" of the inputs stay with the result; where they differ it is "about". A result with one end only is
 * a bound.
 */
function comparatorOf(inputs: readonly FigureRow[], { low, value, high }: Interval): Comparator {
  if (value === null && low === null) return "<=";
  if (value === null && high === null) return ">=";
  const kept = inputs.map(({ comparator }) => comparator).filter((comparator) => comparator !== "=");
  if (kept.length === 0) return "=";
  return kept.every((comparator) => comparator === "nearly") && inputs[0]?.comparator === "nearly" ? "nearly" : "~";
}

/** How many digits a figure's ends bear: 28.5 million has three, 2,500 two. */
function digitsOf({ low, value, high }: FigureRow): number[] {
  return [low, value, high].flatMap((end) => {
    if (end === null) return [];
    const [mantissa = ""] = end.toExponential().split("e");
    return [mantissa.replace(".", "").length];
  });
}

const description =
  "Quantities that this notebook calculates from the publications’ figures, each with its formula, inputs and interval.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `derived.<words>`." },
  { name: "function", type: "string", description: "The calculation, by name." },
  { name: "formula", type: "string", description: "The calculation in words." },
  { name: "inputs", type: "list", description: "The figures that go in, in the formula’s order; see table `figures`." },
  { name: "low", type: "number", description: "Lower end in `unit`; empty where an input has none." },
  { name: "value", type: "number", description: "The value in `unit`; empty where an input has none." },
  { name: "high", type: "number", description: "Upper end in `unit`; empty where an input has none." },
  {
    name: "comparator",
    type: "string",
    description: "=; ~ or nearly where an input is that; <= or >= where only one end is known."
  },
  { name: "unit", type: "string", description: "Canonical unit." },
  {
    name: "digits",
    type: "integer",
    description:
      "How many significant digits the inputs bear, at least two and at most three; more would be false precision."
  },
  { name: "explanation", type: "string", description: "What it means and what it leaves out." },
  { name: "allowed", type: "string", description: "Why unlike quantities may meet in it; empty where they do not." }
] as const satisfies Table<DerivedRow>["columns"];
