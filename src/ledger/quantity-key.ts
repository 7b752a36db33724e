import type { Figure } from "./schema.ts";

/**
 * What two editions of a table give anew: metric, subject, material, basis and period. Reserves are a stock: each edition
 * counts them anew, whatever date it gives.
 */
export const quantityKey = ({ metric, subject, material, basis, period }: Figure): string =>
  [metric, subject, material, basis, metric === "reserves" ? "" : period].join(" ");
