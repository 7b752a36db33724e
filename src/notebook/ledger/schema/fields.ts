import { z } from "zod";
import { unseen } from "../fault.ts";

/** The fields that records of all kinds are made of. */

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const id = z.string().regex(slug, "an id is lower-case words joined by hyphens");
export const recordId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "the id of a record is `<source>.<words-with-hyphens>`");
const isSeen = (given: string): boolean => given.search(unseen) < 0;
const unseenIn = "must be one line without control characters: take out what is not seen there";

/** Words, or none. */
export const text = z.string().refine(isSeen, unseenIn);
export const words = z
  .string()
  .trim()
  .refine(isSeen, unseenIn)
  .min(1, "must not be empty")
  .regex(
    /^(?![=@]|[+-][\s\S]*[(!|])/,
    "must not begin as a formula does: spreadsheets would run it; begin with a word"
  );
export const paragraph = z
  .int()
  .min(1, "paragraphs count from 1")
  .describe("1-based count of the non-empty lines of the text");
export const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
export const precision = z.enum(["day", "month", "year"]);
export const country = z.string().regex(/^[A-Z]{2}$/, "a country is its two-letter ISO code");
export const language = z.string().regex(/^[a-z]{2}$/, "a language is its two-letter ISO code");
export const address = z.url({ protocol: /^https?$/, error: "an address begins with https://" });

/** No quantity of a ledger comes near a thousand million million; such a number is a slip of the hand. */
export const amount = z.number().min(-1e15, "no quantity here is so large").max(1e15, "no quantity here is so large");

/** The lists of records that a field can name one of. */
export type ReferenceList =
  | "figures"
  | "positions"
  | "derivations"
  | "sources"
  | "speakers"
  | "places"
  | "kinds"
  | "metrics"
  | "units"
  | "bases"
  | "forms"
  | "materials"
  | "topics"
  | "obstacles"
  | "place_types"
  | "marks";

/** A field that names a record of another file; editors complete it, `check` looks it up. */
export const reference = (list: ReferenceList) => z.string().meta({ references: list });

/** Words by which texts name a term; with them `ingest` finds it. */
export const cues = z
  .array(words)
  .optional()
  .describe("words, or their beginnings, by which texts speak of it: `ingest` finds it by them");

/** Which fields of a drafted record are a guess; a build takes none before it has been looked at. */
export const review = z
  .array(words)
  .optional()
  .describe("fields that `ingest` guessed: take the line out when you have looked at them");
