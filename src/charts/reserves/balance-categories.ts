/** The quantity that sums the state balance. */
export const balanceSum = "derived.reserves-state-balance";

/** Significant digits of what the balance counts. */
export const balanceDigits = 3;

/** The categories of the state balance as its bar names them, the surest first. */
export const balanceCategories: Readonly<
  Record<string, { short: string; known: string; colour: string; ink: string }>
> = {
  abc1: { short: "A+B+C₁", known: "explored", colour: "var(--russia)", ink: "var(--paper)" },
  c2: { short: "C₂", known: "provisional", colour: "var(--russia-tint)", ink: "var(--ink)" }
};
