/** A rim in the paper's colour that keeps words readable on lines, as options of a mark. */
export const halo = { stroke: "var(--paper)", strokeWidth: 6 } as const;

/** The same as attributes of a node. */
export const haloAttributes = {
  stroke: "var(--paper)",
  "stroke-width": 6,
  "paint-order": "stroke",
  "stroke-linejoin": "round"
} as const;
