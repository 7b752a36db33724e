import { z } from "zod";
import { address, country, id, language, paragraph, words } from "./fields.ts";
import { published } from "./published.ts";
import { reference } from "./reference.ts";

export const sourceIdentity = z.strictObject({
  id,
  title: words.nullable(),
  title_supplied: words.optional().describe("a working title in our words, where the publication's is unknown"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable(),
  language,
  translated: words.nullable().describe("from which language and by whom; null where it is no translation"),
  authors: z.array(words).nullable().describe("null where unknown"),
  author_speaker: reference("speakers").describe("whose voice the publication's own statements are"),
  published,
  url: address,
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 has 64 hexadecimal digits"),
  text_note: words.optional().describe("what is wrong with the text as found"),
  damaged_character: z
    .string()
    .length(1, "it is one character")
    .optional()
    .describe("a character that stands in the text where an apostrophe or a dash was printed"),
  duplicates: z
    .array(
      z.strictObject({
        paragraph,
        of: z.array(paragraph).min(1, "a copy names the paragraphs that it repeats"),
        reason: words
      })
    )
    .optional()
    .describe("paragraphs that repeat others: no second witness")
});

export type TextIdentity = z.infer<typeof sourceIdentity>;
