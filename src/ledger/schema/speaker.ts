import { z } from "zod";
import { country, id, words } from "./fields.ts";
import { reference } from "./reference.ts";

export const speaker = z.strictObject({
  id,
  name: words,
  type: z.enum(["person", "organisation", "publication", "unnamed"]),
  kind: reference("kinds"),
  role: words.nullable().describe("office or standing as the publications give it; null where none is given"),
  affiliation: reference("speakers").nullable().optional(),
  country: country.nullable(),
  name_native: words.optional().describe("the name in its own script"),
  note: words.optional()
});

export type Speaker = z.infer<typeof speaker>;
