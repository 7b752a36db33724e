import {
  type DisplayUnit,
  displayUnits,
  noBreakSpace,
  type Quantity,
  quantityInProse,
  quantityText,
  quantityWithUnit
} from "../charts/words/format.ts";
import type { FigureRow } from "../tables/figures.ts";
import type { Fact } from "./notebook.ts";
import type { TokenForm } from "./token.ts";

/**
 * A fact's number in a form. A figure without an amount is written as printed, in quotation marks, and so is a rank, which
 * would read as a count; a derived quantity with no more digits than its inputs bear. Throws for a position, which has no
 * number.
 */
export function numberText(fact: Fact, form: TokenForm): string {
  if (fact.kind === "position") throw new Error(`${fact.row.id} is a position and has no number`);
  if (fact.kind === "derived") return inForm(fact.row, fact.row.unit, form, fact.row.digits);
  const { row } = fact;
  if (form === "printed") return row.printed;
  const asPrinted = row.comparator === "unquantified" || (row.metric === "rank" && form !== "number");
  if (asPrinted) return `“${row.printed}”`;
  return inForm(row, row.unit, form);
}

/** What a figure's words come to as a number, if to any. */
export const asData = (row: FigureRow): string =>
  row.comparator === "unquantified"
    ? "no number"
    : numberText({ kind: "figure", row }, row.metric === "rank" ? "number" : "full");

function inForm(quantity: Quantity, canonicalUnit: string, form: TokenForm, digits?: number): string {
  const unit = displayUnit(quantity, canonicalUnit);
  const options = digits === undefined ? {} : { digits };
  // A bound without its comparator would be another number.
  const bare: Quantity = quantity.value === null ? quantity : { ...quantity, comparator: "=" };
  switch (form) {
    case "thousands":
      return quantityText(bare, displayUnits.kt, options);
    case "number": {
      const number = quantityText(bare, unit, options);
      const [scale = ""] = /^(?:million|billion)/.exec(unit.name) ?? [];
      return scale ? `${number}${noBreakSpace}${scale}` : number;
    }
    case "short":
      return quantityWithUnit(quantity, unit, options);
    default:
      return quantityInProse(quantity, unit, options);
  }
}

/** Millions and billions are named; everything smaller is written out. */
function displayUnit({ low, value, high }: Quantity, canonicalUnit: string): DisplayUnit {
  const size = value ?? low ?? high ?? 0;
  switch (canonicalUnit) {
    case "t":
    case "t/yr":
      return size >= displayUnits.Mt.factor ? displayUnits.Mt : displayUnits.t;
    case "%":
      return displayUnits.percent;
    case "yr":
      return displayUnits.years;
    case "h":
      return { factor: 1, sign: "h", name: "hours" };
    case "USD":
      return { factor: 1e9, sign: "bn US$", name: "billion US dollars" };
    case "USD/kg":
      return { factor: 1, sign: "US$/kg", name: "US dollars a kilogram" };
    case "1":
      return displayUnits.one;
    default:
      return { factor: 1, sign: canonicalUnit, name: canonicalUnit };
  }
}
