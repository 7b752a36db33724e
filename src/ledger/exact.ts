/** Removes the dust of binary fractions: 28.5 × 1e6 and 2.6 × 1e3 become whole again. No source prints twelve digits. */
export const exact = (value: number): number => Number(value.toPrecision(12));
