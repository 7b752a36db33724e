import { z } from "zod";
import { words } from "./fields.ts";
import { reference } from "./reference.ts";

export const verdict = z.strictObject({
  id: z.string().regex(/^verdict\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a verdict is `verdict.<words>`"),
  claim: words.describe("what is claimed, in our words"),
  figures: z.array(reference("figures")).default([]),
  positions: z.array(reference("positions")).default([]),
  verdict: z.enum([
    "supported",
    "roughly-right",
    "outdated",
    "disputed",
    "not-comparable",
    "unsupported",
    "contradicted"
  ]),
  reasoning: words,
  rests_on: z
    .record(z.string(), z.number())
    .describe("figures that the verdict rests on, each with its value when it was last reviewed, in the canonical unit")
});

export type Verdict = z.infer<typeof verdict>;
