import { z } from "zod";
import { words } from "./fields.ts";
import { reference } from "./reference.ts";

export const derivation = z.strictObject({
  id: z.string().regex(/^derived\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a derived quantity is `derived.<words>`"),
  function: z.enum([
    "years-of-reserves",
    "ratio",
    "sum",
    "difference",
    "increase",
    "growth-per-year",
    "share-of-whole",
    "share-of-difference",
    "implied-whole",
    "implied-share",
    "output-at-share",
    "amount-at-share",
    "multiple-at-share"
  ]),
  inputs: z
    .array(reference("figures"))
    .min(2, "a calculation takes two figures or more")
    .describe("figures, in the order that the function names them"),
  explanation: words.describe("what it means and what it leaves out, in our words"),
  allowed: words.optional().describe("why quantities of unlike bases may meet here; the page says it too")
});

export type Derivation = z.infer<typeof derivation>;
