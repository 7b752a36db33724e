import { z } from "zod";
import { address, country, id, language, words } from "./fields.ts";
import { published } from "./published.ts";
import { reading } from "./reading.ts";
import { reference } from "./reference.ts";

export const releaseIdentity = z.strictObject({
  id,
  title: words,
  edition: words.describe("edition and version, as a source line names it"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable(),
  language,
  published,
  url: address.nullable().describe("null for a collection of many pages"),
  licence: words,
  reading: reading.describe("original: file read and kept; original-not-kept: page read; second-hand: seen elsewhere"),
  supersedes: reference("sources").nullable().describe("the earlier edition of the same tables"),
  note: words.optional()
});

export type ReleaseIdentity = z.infer<typeof releaseIdentity>;
