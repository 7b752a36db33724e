import { expect, test } from "vitest";
import { search } from "./failures.ts";
import { casesOf } from "./input.ts";

// The same slips each time; `npm run fuzz` tries others, and many more.

test("a notebook with slips is sound or has located faults, and nothing is written", async () => {
  const { tried, outcomes, failures } = await search(200, 20_260_131, { among: casesOf("small") });
  expect(failures).toEqual([]);
  expect(tried).toBe(200);
  // Both ends are reached, or the slips would be too small or too large to show anything.
  expect(outcomes.faults).toBeGreaterThan(100);
  expect(outcomes.sound).toBeGreaterThan(5);
});
