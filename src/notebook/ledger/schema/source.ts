import { z } from "zod";
import {
  address,
  amount,
  country,
  date,
  id,
  language,
  paragraph,
  precision,
  recordId,
  reference,
  review,
  words
} from "./fields.ts";

/** What the files of publications and releases hold. */

const passage = z.strictObject({
  paragraph,
  printed: words.optional().describe("as printed there, where it differs")
});
const also = z
  .array(z.union([paragraph, passage], "a repeat is a paragraph, or a paragraph with what is printed there"))
  .optional()
  .describe("other paragraphs that repeat it");

/**
 * What a cell of a table says: a number with its comparator and marks, or the mark that stands in place of one. Which marks
 * there are says the vocabulary.
 */
const cellWords =
  "a cell is a number, with a comparator before it and marks after it, or a mark alone, such as NA for not available";

const cell = z.union(
  [
    amount,
    z
      .string()
      .regex(/^(?:(?:[<>]=?|~)?\s*\d{1,15}(?:\.\d+)?(?:\s+[A-Za-z]+)*|[A-Za-z]+)$/, cellWords)
      .meta({ references: "marks" })
  ],
  cellWords
);

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
const quantity = {
  printed: words.describe("the figure as printed, at most eight words"),
  metric: reference("metrics"),
  subject: reference("places").describe("whose it is: the place that is counted"),
  material: reference("materials").default("none"),
  basis: reference("bases").default("not-stated").describe("what is counted, as the publication words it"),
  form: reference("forms")
    .optional()
    .describe("in which form the material is counted; left out where it is not stated"),
  low: amount.optional(),
  value: amount.optional(),
  high: amount.optional(),
  comparator: z.enum(comparators).optional().describe("left out for a plain value or interval"),
  unit: reference("units"),
  period: period.default(null).describe("the time it is about; left out, or null, where none is stated"),
  period_inferred: words.optional().describe("why the period is a conclusion of ours"),
  status: z.enum(statuses),
  speaker: reference("speakers"),
  chain: z
    .array(reference("speakers"))
    .default([])
    .describe("who passed it on between the speaker and this publication, first reporter first"),
  voice: z.enum(voices),
  condition: words.optional().describe("what the figure depends on, in our words"),
  says: words.describe("what the sentence says, in our words, at most 25 words")
};

/** The comparators that go with one number. */
const oneNumber = ["=", "~", "<", "<=", ">", ">="] as const satisfies readonly Comparator[];

const correction = z.strictObject({
  figure: reference("figures").describe("the figure that is wrong in this edition"),
  holds: amount.describe("what holds instead, in the figure's own unit"),
  comparator: z.enum(oneNumber).optional().describe("left out for a plain value"),
  why: words.describe("why it is wrong as printed, in our words: a sentence"),
  by: words.describe("who corrected it, where and when; it reads on from “Corrected by”")
});

export type Correction = z.infer<typeof correction>;

/** How a statement stands to another outlet's report that its paragraph passes on. */
const toRelay = {
  own: words.optional().describe("why it is the publication's own all the same"),
  named: z.literal(true).optional().describe("the sentence itself names the outlet, so that nothing is inferred")
};

/** A figure of a text, in a paragraph of it. */
const figure = z.strictObject({ id: recordId, paragraph, ...quantity, ...toRelay, also, review });

export type TextFigure = z.infer<typeof figure>;

/** What was knowingly left out of a text, and why. */
const leftOut = z.strictObject({
  paragraph,
  printed: words.optional().describe("left out for the whole paragraph"),
  reason: words
});

export type LeftOut = z.infer<typeof leftOut>;

export const stances = ["favourable", "sceptical", "mixed", "describes"] as const;
export type Stance = (typeof stances)[number];

const position = z.strictObject({
  id: recordId,
  paragraph,
  speaker: reference("speakers"),
  chain: z.array(reference("speakers")).default([]),
  topic: reference("topics"),
  subject: reference("places").describe(
    "the place whose venture the stance is towards: only positions on one are counted together"
  ),
  stance: z.enum(stances),
  obstacle: reference("obstacles")
    .optional()
    .describe("what it names as standing in the way; left out where it names nothing"),
  voice: z.enum(voices),
  ...toRelay,
  paraphrase: words.describe("in our words, one or two sentences"),
  also,
  review
});

export type Position = z.infer<typeof position>;

/** How a release was read. */
const reading = z.enum(["original", "original-not-kept", "second-hand"]);

/** A table of a release: one quantity, many places and years. Each cell becomes a figure. */
const series = z.strictObject({
  id: recordId,
  table: words.describe("page and table, enough to find it again"),
  metric: reference("metrics"),
  material: reference("materials").default("none"),
  basis: reference("bases").default("not-stated"),
  form: reference("forms").optional(),
  unit: reference("units"),
  status: z.enum(statuses),
  speaker: reference("speakers"),
  says: words.describe("what the table says, in our words, at most 25 words"),
  period_inferred: words.optional().describe("why the years are a conclusion of ours"),
  reading: reading.optional().describe("where it differs from the release's"),
  published: date.optional().describe("where it differs from the release's"),
  url: address.optional().describe("where it differs from the release's"),
  checksum: z
    .string()
    .regex(/^[0-9a-f]{8}$/, "a checksum is eight hexadecimal digits in quotation marks, as `check` gives it")
    .optional()
    .describe("of the table as it was held against the release: a cell that changes afterwards is a fault"),
  values: z.record(
    z.string(),
    z.record(
      z.string().regex(/^\d{4}(-\d{2}(-\d{2})?|\/\d{4})?$/, "a cell stands under a year, a date or two years"),
      cell
    )
  )
});

export type Series = z.infer<typeof series>;

/** A statement that was read elsewhere than in one of the texts: on a page of its own, or in a release. */
const statement = z.strictObject({
  id: recordId,
  place: words.optional().describe("page or table of the release"),
  said: date
    .nullable()
    .default(null)
    .describe("when it was said, as precisely as is known; null where no date is known"),
  said_inferred: words.optional().describe("why the date is a conclusion of ours"),
  url: address.describe("the page that carries it"),
  ...quantity
});

/** When a publication or release appeared, and how that is known. */
export const published = z.strictObject({
  date,
  precision,
  qualifier: z.enum(["exact", "inferred", "not-before"]),
  reason: words.optional().describe("how the date is known, where it is not printed")
});

export const releaseIdentity = z.strictObject({
  id,
  title: words,
  edition: words.describe("edition and version, as a source line names it"),
  edition_short: words.optional().describe("the edition where room is short, such as “2026 edition”"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable().default(null),
  language,
  published,
  url: address.nullable().default(null).describe("left out for a collection of many pages"),
  licence: words,
  reading: reading.describe("original: file read and kept; original-not-kept: page read; second-hand: seen elsewhere"),
  edition_of: id
    .nullable()
    .default(null)
    .describe("the release that it is an edition of, by which `release@latest` finds it; its id begins with it"),
  supersedes: reference("sources").nullable().default(null).describe("the earlier edition of the same tables"),
  next: z
    .strictObject({
      due: date.describe("when the next edition is due, as precisely as is known"),
      says: words.describe("who says so, in our words: a sentence"),
      url: address
    })
    .optional()
    .describe("left out where nobody says when the next edition is due"),
  note: words.optional()
});

export type ReleaseIdentity = z.infer<typeof releaseIdentity>;

export const sourceIdentity = z.strictObject({
  id,
  title: words.nullable(),
  title_supplied: words.optional().describe("a working title in our words, where the publication's is unknown"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable().default(null),
  language,
  translated: words
    .nullable()
    .default(null)
    .describe("from which language and by whom; left out where it is no translation"),
  authors: z.array(words).nullable().default(null).describe("left out where unknown"),
  author_speaker: reference("speakers")
    .optional()
    .describe("whose voice the publication's own statements are; its publisher's where it is left out"),
  published,
  url: address.nullable().default(null).describe("left out where it is not on the web"),
  text_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "a SHA-256 has 64 hexadecimal digits")
    .nullable()
    .default(null)
    .describe("by which `verify` finds the text; left out where nobody keeps it"),
  text_note: words.optional().describe("what is wrong with the text as found"),
  relay: z
    .strictObject({
      of: reference("speakers").describe("the outlet whose report it passes on"),
      paragraphs: z.array(paragraph).min(1, "a relay names the paragraphs that hold the report"),
      reason: words.describe("why these paragraphs are taken to come from it, though they do not name it")
    })
    .optional()
    .describe("a report of another outlet that the text names once, for all that follows"),
  damaged_character: z
    .string()
    .length(1, "it is one character")
    .optional()
    .describe("a character that stands in the text where an apostrophe or a dash was printed"),
  duplicates: z
    .array(
      z.strictObject({
        paragraph,
        of: z.array(paragraph).min(1, "a copy names the paragraphs that it repeats"),
        reason: words
      })
    )
    .optional()
    .describe("paragraphs that repeat others: no second witness"),
  review
});

export type TextIdentity = z.infer<typeof sourceIdentity>;

/** What the file of a publication lists, and what that of a release does; each also has its identity. */
export const sourceSections = { figures: figure, positions: position, left_out: leftOut } as const;
export const releaseSections = { series, statements: statement, corrections: correction } as const;
