import type { Unit } from "../ledger/schema.ts";
import type { DisplayUnit, Quantity } from "./words.ts";

/** How amounts in a canonical unit are written, as the vocabulary says. */
export interface UnitWords {
  /** In full, as tables and axes name it: "tonnes a year". */
  label: string;
  /** Whether it measures out a material, so that its forms differ. */
  ofMaterial: boolean;
  /** What is written after a number: the unit itself, then larger ones, each from where an amount reaches it. */
  shown: readonly [DisplayUnit, ...DisplayUnit[]];
}

/** Looks up how a canonical unit is written; one that the vocabulary does not have is written as its id. */
export function unitWords(units: readonly Unit[]): (canonical: string) => UnitWords {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map(units.map((unit) => [unit.id, wordsOf(unit, byId)]));
  return (canonical) =>
    known.get(canonical) ?? {
      label: canonical,
      ofMaterial: false,
      shown: [{ factor: 1, sign: canonical, name: canonical }]
    };
}

function wordsOf(unit: Unit, byId: ReadonlyMap<string, Unit>): UnitWords {
  const larger = unit.large.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.factor - b.factor);
  return {
    label: unit.label,
    ofMaterial: unit.of_material,
    shown: [displayOf(unit), ...larger.map(displayOf)]
  };
}

const displayOf = ({ factor, label, sign = label, prose = label, one }: Unit): DisplayUnit => ({
  factor,
  sign,
  name: prose,
  ...(one === undefined ? {} : { one })
});

/** The unit that an amount is shown in: the largest that it reaches. */
export function displayUnit({ low, value, high }: Quantity, { shown }: UnitWords): DisplayUnit {
  const size = Math.abs(value ?? low ?? high ?? 0);
  return shown.findLast(({ factor }) => size >= factor) ?? shown[0];
}

const scaleNames: readonly [factor: number, name: string][] = [
  [1e3, "thousand"],
  [1e6, "million"],
  [1e9, "billion"],
  [1e12, "trillion"]
];

/** "million", for a unit that is a million of another; empty where no word says how many it is. */
export const scaleWord = ({ factor }: DisplayUnit, { shown: [base] }: UnitWords): string =>
  scaleNames.find(([scale]) => scale === factor / base.factor)?.[1] ?? "";
