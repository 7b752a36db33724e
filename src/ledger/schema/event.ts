import { z } from "zod";
import { address, date, id, paragraph, precision, words } from "./fields.ts";
import { reference } from "./reference.ts";

export const event = z.strictObject({
  id,
  date,
  precision,
  inferred: words.nullable().describe("why the date is a conclusion of ours; null where it is printed"),
  title: words.describe("what happened, in our words"),
  topic: reference("topics"),
  speakers: z.array(reference("speakers")),
  places: z.array(reference("places")),
  passages: z
    .array(
      z.strictObject({
        source: reference("sources"),
        paragraph: paragraph.optional(),
        printed: words.optional().describe("the date as printed in that paragraph"),
        statement: reference("figures").optional().describe("in a release: the statement that tells of it"),
        place: words
          .optional()
          .describe("in a release: page, table or what carries it, where no statement tells of it"),
        url: address.optional().describe("where it differs from the release's")
      })
    )
    .min(1, "an event has a passage that tells of it")
    .describe("a paragraph of a text; a statement or a place in a release")
});

export type LedgerEvent = z.infer<typeof event>;
