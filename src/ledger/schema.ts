import { z } from "zod";

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(slug, "an id is lower-case words joined by hyphens");
const recordId = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "the id of a record is `<source>.<words-with-hyphens>`");
const words = z.string().trim().min(1, "must not be empty");
const paragraph = z
  .int()
  .min(1, "paragraphs count from 1")
  .describe("1-based count of the non-empty lines of the text");

/** A field that names a record of another file; editors complete it, `check` looks it up. */
const reference = (list: ReferenceList) => z.string().meta({ references: list });

export type ReferenceList =
  | "figures"
  | "sources"
  | "speakers"
  | "places"
  | "metrics"
  | "units"
  | "bases"
  | "forms"
  | "materials"
  | "topics"
  | "kinds";

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
const precision = z.enum(["day", "month", "year"]);

const term = z.strictObject({ id, label: words, description: words });

export const vocabularySections = {
  kinds: z.strictObject({
    ...term.shape,
    state: z.boolean().describe("true where the voice is a state's: drawn filled")
  }),
  metrics: z.strictObject({
    ...term.shape,
    dimension: id.describe("what its units measure; see units"),
    quantity: id.describe("what is counted; figures of unlike quantities are never compared in silence")
  }),
  units: z.strictObject({
    id: words,
    label: z.string().describe("empty for a bare number"),
    canonical: words.describe("the unit that tables use"),
    factor: z.number().positive("a factor is above zero").describe("how many canonical units one of these is"),
    dimension: id
  }),
  bases: z.strictObject({ ...term.shape, quantity: id.describe("the quantity that this basis qualifies") }),
  forms: term,
  materials: term,
  topics: z.strictObject({ ...term.shape, short: words, matrix: z.boolean().describe("a column of the matrix") })
} as const;

export const speaker = z.strictObject({
  id,
  name: words,
  type: z.enum(["person", "organisation", "publication", "unnamed"]),
  kind: reference("kinds"),
  role: words.nullable().describe("office or standing as the publications give it; null where none is given"),
  affiliation: reference("speakers").nullable().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is its two-letter ISO code")
    .nullable(),
  name_native: words.optional().describe("the name in its own script"),
  note: words.optional()
});

export const place = z.strictObject({
  id,
  name: words,
  type: z.enum(["world", "country", "bloc", "region", "deposit", "plant", "city"]),
  within: reference("places").nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is its two-letter ISO code")
    .nullable(),
  note: words.optional()
});

const passage = z.strictObject({
  paragraph,
  printed: words.optional().describe("as printed there, where it differs")
});
const also = z
  .array(z.union([paragraph, passage], "a repeat is a paragraph, or a paragraph with what is printed there"))
  .optional()
  .describe("other paragraphs that repeat it");

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
    .array(z.strictObject({ source: reference("sources"), paragraph, printed: words.optional() }))
    .min(1, "an event has a passage that tells of it")
});

export const comparators = ["=", "~", "<", "<=", ">", ">=", "nearly", "unquantified"] as const;
export const statuses = ["stated", "estimate", "target", "forecast", "capacity", "statistic"] as const;
export const voices = ["quoted", "reported", "gloss", "authorial"] as const;
export const stances = ["favourable", "sceptical", "mixed", "describes"] as const;

const period = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4})?$/, "a period is a date or two years joined by a slash")
  .nullable();

export const figure = z.strictObject({
  id: recordId,
  paragraph,
  printed: words.describe("the figure as printed, at most eight words"),
  metric: reference("metrics"),
  subject: reference("places").describe("whose reserves, output, demand …"),
  material: reference("materials"),
  basis: reference("bases").describe("what is counted, as the publication words it; `not-stated` where it does not"),
  form: reference("forms").optional().describe("oxide or metal; left out where it is not stated"),
  low: z.number().optional(),
  value: z.number().optional(),
  high: z.number().optional(),
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
  says: words.describe("what the sentence says, in our words, at most 25 words"),
  also
});

export const position = z.strictObject({
  id: recordId,
  paragraph,
  speaker: reference("speakers"),
  chain: z.array(reference("speakers")),
  topic: reference("topics"),
  stance: z.enum(stances),
  voice: z.enum(voices),
  paraphrase: words.describe("in our words, one or two sentences"),
  also
});

export const leftOut = z.strictObject({
  paragraph,
  printed: words.optional().describe("left out for the whole paragraph"),
  reason: words
});

export const derivation = z.strictObject({
  id: z.string().regex(/^derived\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a derived quantity is `derived.<words>`"),
  function: z.enum([
    "years-of-reserves",
    "ratio",
    "difference",
    "increase",
    "growth-per-year",
    "share-of-whole",
    "share-of-difference",
    "implied-whole",
    "implied-share",
    "output-at-share"
  ]),
  inputs: z
    .array(reference("figures"))
    .min(2, "a calculation takes two figures or more")
    .describe("figures, in the order that the function names them"),
  explanation: words.describe("what it means and what it leaves out, in our words"),
  allowed: words.optional().describe("why quantities of unlike bases may meet here; the page says it too")
});

export const sourceIdentity = z.strictObject({
  id,
  title: words.nullable(),
  title_supplied: words.optional().describe("a working title in our words, where the publication's is unknown"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is its two-letter ISO code")
    .nullable(),
  language: z.string().regex(/^[a-z]{2}$/, "a language is its two-letter ISO code"),
  translated: words.nullable().describe("from which language and by whom; null where it is no translation"),
  authors: z.array(words).nullable().describe("null where unknown"),
  author_speaker: reference("speakers").describe("whose voice the publication's own statements are"),
  published: z.strictObject({
    date,
    precision,
    qualifier: z.enum(["exact", "inferred", "not-before"]),
    reason: words.optional().describe("how the date is known, where it is not printed")
  }),
  url: z.url("an address begins with https://"),
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 has 64 hexadecimal digits"),
  text_note: words.optional().describe("what is wrong with the text as found"),
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
    .describe("paragraphs that repeat others: no second witness")
});

/** What each kind of file in `data/ledger/` lists, and the shape of a record. A publication's file also has its identity. */
export const fileSections = {
  vocabulary: vocabularySections,
  speakers: { speakers: speaker },
  places: { places: place },
  events: { events: event },
  derivations: { derivations: derivation },
  source: { figures: figure, positions: position, left_out: leftOut }
} as const;

export type Kind = z.infer<typeof vocabularySections.kinds>;
export type Metric = z.infer<typeof vocabularySections.metrics>;
export type Unit = z.infer<typeof vocabularySections.units>;
export type Basis = z.infer<typeof vocabularySections.bases>;
export type Term = z.infer<typeof term>;
export type Topic = z.infer<typeof vocabularySections.topics>;
export type Speaker = z.infer<typeof speaker>;
export type Place = z.infer<typeof place>;
export type LedgerEvent = z.infer<typeof event>;
export type Figure = z.infer<typeof figure>;
export type Position = z.infer<typeof position>;
export type LeftOut = z.infer<typeof leftOut>;
export type Derivation = z.infer<typeof derivation>;
export type SourceIdentity = z.infer<typeof sourceIdentity>;
export type Comparator = (typeof comparators)[number];
export type Status = (typeof statuses)[number];
export type Voice = (typeof voices)[number];
export type Stance = (typeof stances)[number];

export interface Vocabulary {
  kinds: Kind[];
  metrics: Metric[];
  units: Unit[];
  bases: Basis[];
  forms: Term[];
  materials: Term[];
  topics: Topic[];
}

/** A publication: who, when, where; its figures and positions; what was knowingly left out. */
export interface Source extends SourceIdentity {
  figures: Figure[];
  positions: Position[];
  left_out: LeftOut[];
}

/** Everything under `data/ledger/`, as written. Nothing in it is computed. */
export interface Ledger {
  vocabulary: Vocabulary;
  speakers: Speaker[];
  places: Place[];
  events: LedgerEvent[];
  derivations: Derivation[];
  sources: Source[];
}
