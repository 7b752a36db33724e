import { expect, it } from "vitest";
import { sizeFor, staticWidth } from "../../../src/notebook/kit/figure.ts";

it("follows the container's width with three sizes", () => {
  expect([320, 519, 520, 799, 800, 1134].map(sizeFor)).toEqual(["sm", "sm", "md", "md", "lg", "lg"]);
  expect(Object.entries(staticWidth).every(([size, width]) => sizeFor(width) === size)).toBe(true);
});
