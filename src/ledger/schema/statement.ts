import { z } from "zod";
import { address, date, recordId, words } from "./fields.ts";
import { quantity } from "./quantity.ts";

/** A statement that was read elsewhere than in one of the texts: on a page of its own, or in a release. */
export const statement = z.strictObject({
  id: recordId,
  place: words.optional().describe("page or table of the release"),
  said: date.nullable().describe("when it was said, as precisely as is known; null where no date is known"),
  said_inferred: words.optional().describe("why the date is a conclusion of ours"),
  url: address.describe("the page that carries it"),
  ...quantity
});

export type Statement = z.infer<typeof statement>;
