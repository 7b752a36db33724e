import { z } from "zod";
import { cell } from "./cell.ts";
import { address, date, recordId, words } from "./fields.ts";
import { statuses } from "./quantity.ts";
import { reading } from "./reading.ts";
import { reference } from "./reference.ts";

/** A table of a release: one quantity, many places and years. Each cell becomes a figure. */
export const series = z.strictObject({
  id: recordId,
  table: words.describe("page and table, enough to find it again"),
  metric: reference("metrics"),
  material: reference("materials"),
  basis: reference("bases"),
  form: reference("forms").optional(),
  unit: reference("units"),
  status: z.enum(statuses),
  speaker: reference("speakers"),
  says: words.describe("what the table says, in our words, at most 25 words"),
  period_inferred: words.optional().describe("why the years are a conclusion of ours"),
  reading: reading.optional().describe("where it differs from the release's"),
  published: date.optional().describe("where it differs from the release's"),
  url: address.optional().describe("where it differs from the release's"),
  values: z.record(
    z.string(),
    z.record(
      z.string().regex(/^\d{4}(-\d{2}(-\d{2})?|\/\d{4})?$/, "a cell stands under a year, a date or two years"),
      cell
    )
  )
});

export type Series = z.infer<typeof series>;
