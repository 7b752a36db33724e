/** The steady growth in % a year that leads from one amount to another. */
export const growthPerYear = (from: number, to: number, years: number): number =>
  ((to / from) ** (1 / years) - 1) * 100;
