import { type Comparator, comparators, derivation, type Ledger } from "../ledger/schema.ts";
import { derivationFunctions, type Interval, namesOf } from "./derivation-functions.ts";
import { inputsProblem } from "./derivation-inputs.ts";
import type { QuantityRow } from "./figures.ts";
import { unitLabels, wordsOf } from "./lookups.ts";
import { possibleSpan } from "./same-quantity.ts";
import { columnsOf, idIn, integer, list, number, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

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
