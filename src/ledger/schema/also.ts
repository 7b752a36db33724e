import { z } from "zod";
import { paragraph, words } from "./fields.ts";

const passage = z.strictObject({
  paragraph,
  printed: words.optional().describe("as printed there, where it differs")
});
export const also = z
  .array(z.union([paragraph, passage], "a repeat is a paragraph, or a paragraph with what is printed there"))
  .optional()
  .describe("other paragraphs that repeat it");
