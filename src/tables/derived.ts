import type { Comparator, Derivation, Ledger } from "../ledger/schema.ts";
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
    return {
      id: derivation.id,
      function: derivation.function,
      formula: definition.formula,
      inputs: derivation.inputs,
      ...definition.calculate(inputs),
      comparator: comparatorOf(inputs),
      unit: definition.unit(inputs),
      digits: Math.max(2, Math.min(...inputs.flatMap(digitsOf))),
      explanation: derivation.explanation,
      allowed: derivation.allowed ?? null
    };
  });
  return { name: "derived", title: "Derived quantities", description, columns, rows };
}

/** What is wrong with a derivation's inputs, or null. */
export function inputsProblem(
  derivation: Derivation,
  inputs: readonly FigureRow[]
): { message: string; remedy: string } | null {
  const { takes, alike } = derivationFunctions[derivation.function];
  if (inputs.length !== takes.length)
    return {
      message: `"${derivation.function}" takes ${takes.length} figures, not ${inputs.length}`,
      remedy: `list ${takes.join(", ")}`
    };
  if (!alike) return null;
  const [one, other] = alike.map((place) => inputs[place]);
  if (!one || !other || derivation.allowed !== undefined) return null;
  const difference = unlikeness(one, other);
  return difference
    ? {
        message: `"${one.id}" and "${other.id}" are unlike: ${difference}`,
        remedy: 'choose like figures, or say under "allowed" why they may meet'
      }
    : null;
}

/** Why two figures must not be compared in silence, or null if they count the same thing. */
export function unlikeness(one: FigureRow, other: FigureRow): string | null {
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.metric !== other.metric) return `${one.metric_label} and ${other.metric_label}`;
  if (one.basis !== other.basis) return `${one.basis_label} and ${other.basis_label}`;
  if (one.form !== other.form) return `${one.form ?? "form not stated"} and ${other.form ?? "form not stated"}`;
  return null;
}

/** "About" and "nearly" of the inputs stay with the result; where they differ it is "about". */
function comparatorOf(inputs: readonly FigureRow[]): Comparator {
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
  "Quantities that this notebook calculates from the publications' figures, each with its formula, inputs and interval.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `derived.<words>`." },
  { name: "function", type: "string", description: "The calculation, by name." },
  { name: "formula", type: "string", description: "The calculation in words." },
  { name: "inputs", type: "list", description: "The figures that go in, in the formula's order; see table `figures`." },
  { name: "low", type: "number", description: "Lower end in `unit`; empty where an input has none." },
  { name: "value", type: "number", description: "The value in `unit`; empty where an input has none." },
  { name: "high", type: "number", description: "Upper end in `unit`; empty where an input has none." },
  { name: "comparator", type: "string", description: "= or, where an input is about or nearly, ~ or nearly." },
  { name: "unit", type: "string", description: "Canonical unit." },
  {
    name: "digits",
    type: "integer",
    description: "How many significant digits the inputs bear, at least two; more would be false precision."
  },
  { name: "explanation", type: "string", description: "What it means and what it leaves out." },
  { name: "allowed", type: "string", description: "Why unlike quantities may meet in it; empty where they do not." }
] as const satisfies Table<DerivedRow>["columns"];
