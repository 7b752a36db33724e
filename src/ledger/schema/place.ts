import { z } from "zod";
import { country, id, words } from "./fields.ts";
import { reference } from "./reference.ts";

export const place = z.strictObject({
  id,
  name: words,
  type: z
    .enum(["world", "country", "bloc", "group", "region", "deposit", "plant", "city"])
    .describe("a group is what a table counts together: other countries, listed partners"),
  within: reference("places").nullable(),
  country: country.nullable(),
  coordinates: z
    .strictObject({
      latitude: z.number().min(-90, "a latitude lies between -90 and 90").max(90, "a latitude lies between -90 and 90"),
      longitude: z
        .number()
        .min(-180, "a longitude lies between -180 and 180")
        .max(180, "a longitude lies between -180 and 180"),
      source: words.describe("who gives them, with the credit they ask for, and what they mark")
    })
    .optional()
    .describe("degrees north and east; left out where no source gives them"),
  note: words.optional()
});

export type Place = z.infer<typeof place>;
