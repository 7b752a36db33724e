import type { Violation } from "../ledger/checks/violation.ts";
import type { Derivation, Ledger, Unit } from "../ledger/schema.ts";
import { derivationFunctions } from "./derivation-functions.ts";
import { compileFigures, type QuantityRow } from "./figures.ts";

/** Derivations whose figures do not fit their function, or are unlike without a reason. The ledger is otherwise sound. */
export function derivationViolations(ledger: Ledger): Violation[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  return ledger.derivations.flatMap((derivation) => {
    const inputs = derivation.inputs.flatMap((id) => figures.get(id) ?? []);
    const problem = inputsProblem(derivation, inputs, ledger.vocabulary.units);
    return problem ? [{ record: derivation, field: ["inputs"], ...problem }] : [];
  });
}

interface Problem {
  message: string;
  remedy: string;
}

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
  const { alike } = derivationFunctions[name];
  const pairs = inputs.flatMap((one, i) =>
    inputs.slice(i + 1).map((other, gap) => [one, other, i, i + 1 + gap] as const)
  );
  for (const [one, other, ...places] of pairs) {
    const compared = places.every((place) => alike.includes(place));
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

/** The first two of several figures that must not be compared in silence, and why; null where there are none. */
export function firstUnlike(members: readonly QuantityRow[], units: readonly Unit[]): string | null {
  for (const [place, one] of members.entries())
    for (const other of members.slice(place + 1)) {
      const difference = unlikeness(one, other, units);
      if (difference) return `"${one.id}" and "${other.id}", ${difference}`;
    }
  return null;
}

/** Why the material that the one measures out is not that of the other; null also where one of them measures out none. */
function unlikeAmounts(one: QuantityRow, other: QuantityRow, units: readonly Unit[]): string | null {
  const isOfMaterial = (figure: QuantityRow) => units.some(({ id, of_material }) => id === figure.unit && of_material);
  if (!isOfMaterial(one) || !isOfMaterial(other)) return null;
  if (one.material !== other.material) return `${one.material} and ${other.material}`;
  if (one.form !== other.form) return `${one.form ?? "form not stated"} and ${other.form ?? "form not stated"}`;
  return null;
}
