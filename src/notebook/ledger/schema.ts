import { z } from "zod";

/** The shapes of the ledger's records, a file each under `schema/`, for those who read the ledger. */

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const id = z.string().regex(slug, "an id is lower-case words joined by hyphens");
const recordId = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "the id of a record is `<source>.<words-with-hyphens>`");
const words = z.string().trim().min(1, "must not be empty");
const paragraph = z
  .int()
  .min(1, "paragraphs count from 1")
  .describe("1-based count of the non-empty lines of the text");
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
const precision = z.enum(["day", "month", "year"]);
const country = z.string().regex(/^[A-Z]{2}$/, "a country is its two-letter ISO code");
const language = z.string().regex(/^[a-z]{2}$/, "a language is its two-letter ISO code");
const address = z.url("an address begins with https://");
/** No quantity of the ledger comes near a thousand million million; such a number is a slip of the hand. */
const amount = z.number().min(-1e15, "no quantity here is so large").max(1e15, "no quantity here is so large");

const passage = z.strictObject({
  paragraph,
  printed: words.optional().describe("as printed there, where it differs")
});
const also = z
  .array(z.union([paragraph, passage], "a repeat is a paragraph, or a paragraph with what is printed there"))
  .optional()
  .describe("other paragraphs that repeat it");

/** What a table says of a number by a letter or a footnote; see `docs/ledger.md`. */
export const cellMarks = {
  e: "estimated",
  r: "revised",
  x: "corrected",
  i: "interpolated",
  incl: "includes estimates",
  trade: "from trade records",
  part: "download incomplete"
} as const;

const cellWords = `a cell is a number, with a comparator before it and marks (${Object.keys(cellMarks).join(" ")}) after it, or NA, W or net`;

/** What a cell of a table says: a number with its comparator and marks, or why there is none. */
const cell = z.union(
  [
    amount,
    z
      .string()
      .regex(
        new RegExp(
          `^(?:(?:[<>]=?|~)?\\s*\\d{1,15}(?:\\.\\d+)?(?:\\s+(?:${Object.keys(cellMarks).join("|")}))*|NA|W|net)$`
        ),
        cellWords
      )
  ],
  cellWords
);

export type ReferenceList =
  | "figures"
  | "positions"
  | "derivations"
  | "sources"
  | "speakers"
  | "places"
  | "metrics"
  | "units"
  | "bases"
  | "forms"
  | "materials"
  | "topics"
  | "obstacles"
  | "kinds";

/** A field that names a record of another file; editors complete it, `check` looks it up. */
const reference = (list: ReferenceList) => z.string().meta({ references: list });

const option = z.strictObject({
  id,
  label: words.describe("whose number it is, in our words"),
  stands_in: z
    .record(reference("figures"), reference("figures"))
    .default({})
    .describe("figures that go into derived quantities, each with the one that takes its place"),
  keeps: z.array(reference("derivations")).default([]).describe("derived quantities that stay as they are"),
  allowed: words.optional().describe("why quantities of unlike bases may meet under this option; the page says it too")
});

/** A number that sources contest, and whose a reader may prefer. The first option is how the pages are written. */
const choice = z.strictObject({
  id: id.describe("as the address of a page names it"),
  question: words.describe("what is chosen, in our words"),
  options: z.array(option).min(2, "a choice has two options or more")
});

export type Choice = z.infer<typeof choice>;

export const comparison = z.strictObject({
  id: z.string().regex(/^comparison\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a comparison is `comparison.<words>`"),
  title: words.describe("which quantity, of whom, in our words"),
  kind: z.enum(["conflict", "near-match", "qualifier", "misreading", "not-comparable", "implied"]),
  word: z
    .enum([
      "Agrees",
      "Rounded",
      "Revised",
      "Same quantity, unresolved",
      "Different definition",
      "Different basis",
      "Not comparable"
    ])
    .describe("the verdict on the disagreement"),
  finds: z
    .strictObject({
      metric: reference("metrics"),
      subject: reference("places"),
      material: reference("materials")
    })
    .optional()
    .describe("the disagreement found by rule that this record judges"),
  figures: z.array(reference("figures")).default([]).describe("what is compared, where no rule finds it"),
  positions: z.array(reference("positions")).default([]),
  explanation: words.describe("what explains it, in our words"),
  allowed: words.optional().describe("why unlike bases may be compared here; the page says it too")
});

export type Comparison = z.infer<typeof comparison>;

export const comparators = ["=", "~", "<", "<=", ">", ">=", "nearly", "unquantified"] as const;
const statuses = ["stated", "estimate", "target", "forecast", "capacity", "statistic"] as const;
const voices = ["quoted", "reported", "gloss", "authorial"] as const;

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

const derivation = z.strictObject({
  id: z.string().regex(/^derived\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a derived quantity is `derived.<words>`"),
  function: z.enum([
    "years-of-reserves",
    "ratio",
    "sum",
    "difference",
    "increase",
    "growth-per-year",
    "share-of-whole",
    "share-of-difference",
    "implied-whole",
    "implied-share",
    "output-at-share",
    "amount-at-share",
    "multiple-at-share"
  ]),
  inputs: z
    .array(reference("figures"))
    .min(2, "a calculation takes two figures or more")
    .describe("figures, in the order that the function names them"),
  explanation: words.describe("what it means and what it leaves out, in our words"),
  allowed: words.optional().describe("why quantities of unlike bases may meet here; the page says it too")
});

export type Derivation = z.infer<typeof derivation>;

const event = z.strictObject({
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

/** A figure of a text, in a paragraph of it. */
const figure = z.strictObject({ id: recordId, paragraph, ...quantity, also });

type TextFigure = z.infer<typeof figure>;

/** What was knowingly left out of a text, and why. */
const leftOut = z.strictObject({
  paragraph,
  printed: words.optional().describe("left out for the whole paragraph"),
  reason: words
});

type LeftOut = z.infer<typeof leftOut>;

const place = z.strictObject({
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

const stances = ["favourable", "sceptical", "mixed", "describes"] as const;
export type Stance = (typeof stances)[number];

const position = z.strictObject({
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

/** How a release was read. */
const reading = z.enum(["original", "original-not-kept", "second-hand"]);

/** A table of a release: one quantity, many places and years. Each cell becomes a figure. */
const series = z.strictObject({
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

const speaker = z.strictObject({
  id,
  name: words,
  type: z.enum(["person", "organisation", "publication", "unnamed"]),
  kind: reference("kinds"),
  role: words.nullable().describe("office or standing as the publications give it; null where none is given"),
  affiliation: reference("speakers").nullable().optional(),
  country: country.nullable(),
  name_native: words.optional().describe("the name in its own script"),
  note: words.optional()
});

export type Speaker = z.infer<typeof speaker>;

/** A statement that was read elsewhere than in one of the texts: on a page of its own, or in a release. */
const statement = z.strictObject({
  id: recordId,
  place: words.optional().describe("page or table of the release"),
  said: date.nullable().describe("when it was said, as precisely as is known; null where no date is known"),
  said_inferred: words.optional().describe("why the date is a conclusion of ours"),
  url: address.describe("the page that carries it"),
  ...quantity
});

/** A claim with a number for which no source gives anything to hold against it. */
const uncompared = z.strictObject({ figure: reference("figures"), reason: words });

type Uncompared = z.infer<typeof uncompared>;

export const verdict = z.strictObject({
  id: z.string().regex(/^verdict\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a verdict is `verdict.<words>`"),
  claim: words.describe("what is claimed, in our words"),
  figures: z.array(reference("figures")).default([]),
  positions: z.array(reference("positions")).default([]),
  verdict: z.enum([
    "supported",
    "roughly-right",
    "outdated",
    "disputed",
    "not-comparable",
    "unsupported",
    "contradicted"
  ]),
  reasoning: words,
  rests_on: z
    .record(z.string(), z.number())
    .describe("figures that the verdict rests on, each with its value when it was last reviewed, in the canonical unit")
});

export type Verdict = z.infer<typeof verdict>;

const term = z.strictObject({ id, label: words, description: words });

/** The shapes that symbols of kinds have; filled for a state's voice, open for any other. */
export const symbolShapes = ["square", "diamond", "triangle", "circle", "triangle-down", "cross"] as const;

const vocabularySections = {
  kinds: z.strictObject({
    ...term.shape,
    state: z.boolean().describe("true where the voice is a state's: drawn filled"),
    symbol: z.enum(symbolShapes).describe("the shape that stands for it in every figure and list"),
    group: words
      .optional()
      .describe("the heading under which its speakers stand together; those without one stand last, under one heading")
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
  bases: z.strictObject({
    ...term.shape,
    quantity: z
      .union([id, z.array(id).min(2, "a list names two quantities or more")], "it is one quantity, or a list of them")
      .describe("the quantity that this basis qualifies, or several; `any` for all")
  }),
  forms: term,
  materials: term,
  topics: z.strictObject({ ...term.shape, short: words, matrix: z.boolean().describe("a column of the matrix") }),
  obstacles: term
} as const;

export type Kind = z.infer<typeof vocabularySections.kinds>;
type Metric = z.infer<typeof vocabularySections.metrics>;
export type Unit = z.infer<typeof vocabularySections.units>;
export type Basis = z.infer<typeof vocabularySections.bases>;
type Term = z.infer<typeof term>;
export type Topic = z.infer<typeof vocabularySections.topics>;

interface Vocabulary {
  kinds: Kind[];
  metrics: Metric[];
  units: Unit[];
  bases: Basis[];
  forms: Term[];
  materials: Term[];
  topics: Topic[];
  obstacles: Term[];
}

/** What each kind of file in `data/ledger/` lists, and the shape of a record. A publication's file also has its identity. */
export const fileSections = {
  vocabulary: vocabularySections,
  speakers: { speakers: speaker },
  places: { places: place },
  events: { events: event },
  derivations: { derivations: derivation },
  choices: { choices: choice },
  comparisons: { comparisons: comparison },
  verdicts: { verdicts: verdict, nothing_to_compare: uncompared },
  source: { figures: figure, positions: position, left_out: leftOut },
  release: { series, statements: statement, corrections: correction }
} as const;

/** When a publication or release appeared, and how that is known. */
const published = z.strictObject({
  date,
  precision,
  qualifier: z.enum(["exact", "inferred", "not-before"]),
  reason: words.optional().describe("how the date is known, where it is not printed")
});

export const releaseIdentity = z.strictObject({
  id,
  title: words,
  edition: words.describe("edition and version, as a source line names it"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable(),
  language,
  published,
  url: address.nullable().describe("null for a collection of many pages"),
  licence: words,
  reading: reading.describe("original: file read and kept; original-not-kept: page read; second-hand: seen elsewhere"),
  supersedes: reference("sources").nullable().describe("the earlier edition of the same tables"),
  note: words.optional()
});

export type ReleaseIdentity = z.infer<typeof releaseIdentity>;

export const sourceIdentity = z.strictObject({
  id,
  title: words.nullable(),
  title_supplied: words.optional().describe("a working title in our words, where the publication's is unknown"),
  publisher: reference("speakers"),
  kind: reference("kinds"),
  country: country.nullable(),
  language,
  translated: words.nullable().describe("from which language and by whom; null where it is no translation"),
  authors: z.array(words).nullable().describe("null where unknown"),
  author_speaker: reference("speakers").describe("whose voice the publication's own statements are"),
  published,
  url: address,
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

export type TextIdentity = z.infer<typeof sourceIdentity>;

/** A figure, wherever it was read: in a paragraph of a text, in a cell of a table, or in a statement on a page. */
export interface Quantity extends Omit<TextFigure, "paragraph"> {
  paragraph: number | null;
  /** Page and table, for figures that are in no text. */
  place: string | null;
  /** The series that it is a cell of. */
  series: string | null;
  /** Estimated, revised, corrected, interpolated: what the table marks it as. */
  marks: string[];
  /** When it was said and where it is carried, where that differs from its source. */
  said: string | null;
  /** Why the date of a statement is a conclusion of ours. */
  said_inferred: string | null;
  url: string | null;
  reading: Reading;
}

/** How a source was read: as a text that was transcribed, as an original, or second-hand. */
export type Reading = "text" | ReleaseIdentity["reading"];

/** A publication: who, when, where; its figures and positions; what was knowingly left out. */
export interface Source {
  id: string;
  title: string | null;
  title_supplied?: string | undefined;
  edition: string | null;
  publisher: string;
  kind: string;
  country: string | null;
  language: string;
  translated: string | null;
  authors: string[] | null;
  author_speaker: string;
  published: TextIdentity["published"];
  /** Null for a collection of statements, each of which has an address of its own. */
  url: string | null;
  licence: string | null;
  reading: Reading;
  supersedes: string | null;
  text_sha256: string | null;
  text_note?: string | undefined;
  damaged_character?: string | undefined;
  duplicates?: TextIdentity["duplicates"];
  /** The tables as written; their cells are among the figures. */
  series: Series[];
  figures: Quantity[];
  positions: Position[];
  left_out: LeftOut[];
  corrections: Correction[];
}

/** Everything under `data/ledger/`, as written. Nothing in it is computed. */
export interface Ledger {
  vocabulary: Vocabulary;
  speakers: Speaker[];
  places: Place[];
  events: LedgerEvent[];
  derivations: Derivation[];
  choices: Choice[];
  comparisons: Comparison[];
  verdicts: Verdict[];
  nothing_to_compare: Uncompared[];
  sources: Source[];
}
