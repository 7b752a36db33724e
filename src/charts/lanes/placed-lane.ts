import type { Lane } from "./lane-layout.ts";

/** A lane with its line's place in px. */
export interface PlacedLane extends Lane {
  y: number;
}

/** From a value to the x scale and to px, and from px to the x scale. */
export interface LaneScale {
  value: (value: number) => number;
  place: (value: number) => number;
  pixel: (pixel: number) => number;
  width: number;
}

/** Half the height of a bar. */
export const barHalf = 9;
