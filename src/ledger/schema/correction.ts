import { z } from "zod";
import { amount, words } from "./fields.ts";
import type { Comparator } from "./quantity.ts";
import { reference } from "./reference.ts";

/** The comparators that go with one number. */
const oneNumber = ["=", "~", "<", "<=", ">", ">="] as const satisfies readonly Comparator[];

export const correction = z.strictObject({
  figure: reference("figures").describe("the figure that is wrong in this edition"),
  holds: amount.describe("what holds instead, in the figure's own unit"),
  comparator: z.enum(oneNumber).optional().describe("left out for a plain value"),
  why: words.describe("why it is wrong as printed, in our words: a sentence"),
  by: words.describe("who corrected it, where and when; it reads on from “Corrected by”")
});

export type Correction = z.infer<typeof correction>;
