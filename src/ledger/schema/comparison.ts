import { z } from "zod";
import { words } from "./fields.ts";
import { reference } from "./reference.ts";

export const comparison = z.strictObject({
  id: z.string().regex(/^comparison\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a comparison is `comparison.<words>`"),
  title: words.describe("which quantity, of whom, in our words"),
  kind: z.enum(["conflict", "near-match", "qualifier", "misreading", "not-comparable", "implied"]),
  word: z
    .enum([
      "Agrees",
      "Rounded",
      "Revised",
      "Same quantity, unresolved",
      "Different definition",
      "Different basis",
      "Not comparable"
    ])
    .describe("the verdict on the disagreement"),
  finds: z
    .strictObject({
      metric: reference("metrics"),
      subject: reference("places"),
      material: reference("materials")
    })
    .optional()
    .describe("the disagreement found by rule that this record judges"),
  figures: z.array(reference("figures")).default([]).describe("what is compared, where no rule finds it"),
  positions: z.array(reference("positions")).default([]),
  explanation: words.describe("what explains it, in our words"),
  allowed: words.optional().describe("why unlike bases may be compared here; the page says it too")
});

export type Comparison = z.infer<typeof comparison>;
