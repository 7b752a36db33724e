import type { Size } from "../chart.ts";
import type { SharesRow } from "./country-shares.ts";

/** How a size arranges the figure, in px. */
interface Layout {
  /** Where the axis begins. */
  left: number;
  /** From the end of the column of reserves to the right edge, where the column of output ends. */
  reserves: number;
  /** From the end of the axis to the right edge. */
  right: number;
}

export const sharesLayout: Readonly<Record<Size, Layout>> = {
  sm: { left: 76, reserves: 60, right: 134 },
  md: { left: 124, reserves: 84, right: 196 },
  lg: { left: 138, reserves: 100, right: 222 }
};

/** The room above the first country, its own, and that below the last. */
export const top = 48;
export const pitch = 34;
export const bottom = 6;

/** A country and the middle of its line. */
export interface PlacedShares {
  row: SharesRow;
  y: number;
}
