import { expect, test } from "vitest";
import { bothSides, jointStance } from "../../../src/notebook/kit/stances.ts";

test.each([
  [["favourable", "describes"], "favourable"],
  [["sceptical", "sceptical"], "sceptical"],
  [["favourable", "sceptical"], "mixed"],
  [["mixed"], "mixed"],
  [["describes"], "describes"]
] as const)("%s are together %s", (stances, joint) => {
  expect(jointStance(stances)).toBe(joint);
});

test("mixed statements count on both sides, describing ones on neither", () => {
  expect(bothSides(["favourable", "mixed", "sceptical", "mixed", "describes"])).toEqual({ up: 3, down: 3 });
});
