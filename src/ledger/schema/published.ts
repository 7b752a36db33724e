import { z } from "zod";
import { date, precision, words } from "./fields.ts";

/** When a publication or release appeared, and how that is known. */
export const published = z.strictObject({
  date,
  precision,
  qualifier: z.enum(["exact", "inferred", "not-before"]),
  reason: words.optional().describe("how the date is known, where it is not printed")
});
