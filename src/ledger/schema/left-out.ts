import { z } from "zod";
import { paragraph, words } from "./fields.ts";

/** What was knowingly left out of a text, and why. */
export const leftOut = z.strictObject({
  paragraph,
  printed: words.optional().describe("left out for the whole paragraph"),
  reason: words
});

export type LeftOut = z.infer<typeof leftOut>;
