import fc from "fast-check";
import { expect, test } from "vitest";
import { changedPart } from "../../../src/notebook/page/checks/changed-part.ts";

const long = (number: string, share: string): string =>
  `Of all that was counted in the harbour of the town there were ${number} tonnes in the years that the survey knows of, which is ${share} of what the world has.`;

test("texts that have room stand whole", () => {
  expect(changedPart("It is 1 tonne.", "It is 2 tonnes.", 100)).toEqual(["It is 1 tonne.", "It is 2 tonnes."]);
});

test("of long ones the parts that change stand with the words around them", () => {
  expect(changedPart(long("2,600", "0.67%"), long("2,700", "0.64%"), 120)).toEqual([
    "… there were 2,600 tonnes in … which is 0.67% of what …",
    "… there were 2,700 tonnes in … which is 0.64% of what …"
  ]);
});

test("what changed is never left out, however little room there is", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 0, maxLength: 30 });
  fc.assert(
    fc.property(words, words, words, fc.integer({ min: 0, max: 200 }), (start, between, end, room) => {
      const text = (one: string, other: string): string => [...start, one, ...between, other, ...end].join(" ");
      const [was, is] = changedPart(text("1", "3"), text("2", "4"), room);
      expect([was, is].map((words) => words.replace(/\D/g, ""))).toEqual(["13", "24"]);
    })
  );
});
