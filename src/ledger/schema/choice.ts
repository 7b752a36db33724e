import { z } from "zod";
import { id, words } from "./fields.ts";
import { reference } from "./reference.ts";

const option = z.strictObject({
  id,
  label: words.describe("whose number it is, in our words"),
  stands_in: z
    .record(reference("figures"), reference("figures"))
    .default({})
    .describe("figures that go into derived quantities, each with the one that takes its place"),
  keeps: z.array(reference("derivations")).default([]).describe("derived quantities that stay as they are"),
  allowed: words.optional().describe("why quantities of unlike bases may meet under this option; the page says it too")
});

/** A number that sources contest, and whose a reader may prefer. The first option is how the pages are written. */
export const choice = z.strictObject({
  id: id.describe("as the address of a page names it"),
  question: words.describe("what is chosen, in our words"),
  options: z.array(option).min(2, "a choice has two options or more")
});

export type Choice = z.infer<typeof choice>;
