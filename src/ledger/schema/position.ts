import { z } from "zod";
import { also } from "./also.ts";
import { paragraph, recordId, words } from "./fields.ts";
import { voices } from "./quantity.ts";
import { reference } from "./reference.ts";

export const stances = ["favourable", "sceptical", "mixed", "describes"] as const;
export type Stance = (typeof stances)[number];

export const position = z.strictObject({
  id: recordId,
  paragraph,
  speaker: reference("speakers"),
  chain: z.array(reference("speakers")),
  topic: reference("topics"),
  stance: z.enum(stances),
  obstacle: reference("obstacles")
    .optional()
    .describe("what it names as standing between ore and magnet; left out where it names nothing"),
  voice: z.enum(voices),
  paraphrase: words.describe("in our words, one or two sentences"),
  also
});

export type Position = z.infer<typeof position>;
