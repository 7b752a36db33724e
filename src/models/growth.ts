import { type DisplayUnit, plainNumber, quantityInProse } from "../charts/words/format.ts";

/** An amount after so many years of steady growth in % a year. */
export const grown = (amount: number, percent: number, years: number): number => amount * (1 + percent / 100) ** years;

/** How many years a stock lasts if the yearly use of it grows by so many % a year; infinite if it shrinks fast enough. */
export function yearsOf(stock: number, use: number, percent: number): number {
  if (percent === 0) return stock / use;
  const rate = Math.log(1 + percent / 100);
  const share = 1 + (stock * rate) / use;
  return share > 0 ? Math.log(share) / rate : Number.POSITIVE_INFINITY;
}

/** A result in words, to three digits unless fewer are asked for. */
export const amountText = (value: number, unit: DisplayUnit, digits = 3): string =>
  quantityInProse({ low: null, value, high: null }, unit, { digits });

/** A growth in % a year, to two digits. */
export const paceText = (percent: number): string => `${plainNumber(percent, 2)}%`;

/** How many times as much, to two digits. */
export const timesText = (ratio: number): string => `${plainNumber(ratio, 2)}\u00a0times`;
