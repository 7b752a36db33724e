import { z } from "zod";
import { amount, words } from "./fields.ts";
import { reference } from "./reference.ts";

export const comparators = ["=", "~", "<", "<=", ">", ">=", "nearly", "unquantified"] as const;
export const statuses = ["stated", "estimate", "target", "forecast", "capacity", "statistic"] as const;
export const voices = ["quoted", "reported", "gloss", "authorial"] as const;

export type Comparator = (typeof comparators)[number];
export type Status = (typeof statuses)[number];
export type Voice = (typeof voices)[number];

const period = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4})?$/, "a period is a date or two years joined by a slash")
  .nullable();

/** What every figure says, wherever it was read. */
export const quantity = {
  printed: words.describe("the figure as printed, at most eight words"),
  metric: reference("metrics"),
  subject: reference("places").describe("whose reserves, output, demand …"),
  material: reference("materials"),
  basis: reference("bases").describe("what is counted, as the publication words it; `not-stated` where it does not"),
  form: reference("forms").optional().describe("oxide or metal; left out where it is not stated"),
  low: amount.optional(),
  value: amount.optional(),
  high: amount.optional(),
  comparator: z.enum(comparators).optional().describe("left out for a plain value or interval"),
  unit: reference("units"),
  period,
  period_inferred: words.optional().describe("why the period is a conclusion of ours"),
  status: z.enum(statuses),
  speaker: reference("speakers"),
  chain: z
    .array(reference("speakers"))
    .describe("who passed it on between the speaker and this publication, first reporter first"),
  voice: z.enum(voices),
  condition: words.optional().describe("what the figure depends on, in our words"),
  says: words.describe("what the sentence says, in our words, at most 25 words")
};
