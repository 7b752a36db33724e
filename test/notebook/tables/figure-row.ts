import { compileFigures, type QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";

const [template] = compileFigures(minimalLedger()).rows;

/** A figure's row with the given fields; a value without ends is a point. */
export function figureRow(fields: Partial<QuantityRow>): QuantityRow {
  if (!template) throw new Error("the minimal ledger has a figure");
  const { value = null } = fields;
  return { ...template, low: value, value, high: value, ...fields };
}
