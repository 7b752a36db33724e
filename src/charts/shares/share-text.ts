import { displayUnits, type Quantity, quantityText, quantityWithUnit } from "../words/format.ts";

const { percent } = displayUnits;

/** The totals bear two digits, so shares do. */
const digits = { digits: 2 } as const;

/** "at most 5.1%", "0.67%". */
export const shareText = (quantity: Quantity | null): string =>
  quantity === null ? "no share" : quantityWithUnit(quantity, percent, digits).replace(/^up to /, "at most ");

/** A share as the table says it. */
export const tableShare = (quantity: Quantity | null): string =>
  quantity === null ? "not given" : quantityWithUnit(quantity, percent, { ...digits, signs: true });

/** The number of a column whose head says what it is; bounds keep their sign. */
export const columnShare = (quantity: Quantity): string => quantityText(quantity, percent, { ...digits, signs: true });
