import { z } from "zod";
import { address, country, cues, date, id, paragraph, precision, reference, review, words } from "./fields.ts";

/** Records of the files that all sources share, but for the vocabulary. */

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
      material: reference("materials").default("none")
    })
    .optional()
    .describe("the disagreement found by rule that this record judges"),
  figures: z.array(reference("figures")).default([]).describe("what is compared, where no rule finds it"),
  positions: z.array(reference("positions")).default([]),
  explanation: words.describe("what explains it, in our words"),
  allowed: words.optional().describe("why unlike bases may be compared here; the page says it too")
});

export type Comparison = z.infer<typeof comparison>;

export const derivation = z.strictObject({
  id: z.string().regex(/^derived\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a derived quantity is `derived.<words>`"),
  function: z.enum([
    "stock-over-flow",
    "quotient",
    "ratio",
    "sum",
    "difference",
    "increase",
    "growth-per-year",
    "share-of-whole",
    "share-of-difference",
    "implied-whole",
    "implied-share",
    "scaled-to-share",
    "amount-at-share",
    "multiple-at-share",
    "amount-at-multiple",
    "share-at-multiple"
  ]),
  inputs: z
    .array(reference("figures"))
    .min(2, "a calculation takes two figures or more")
    .describe("figures, in the order that the function names them"),
  names: z
    .array(words)
    .optional()
    .describe("what the figures are called in the formula, where the function’s own names are too general"),
  explanation: words.describe("what it means and what it leaves out, in our words"),
  allowed: words.optional().describe("why quantities of unlike bases may meet here; the page says it too")
});

export type Derivation = z.infer<typeof derivation>;

const event = z.strictObject({
  id,
  date,
  precision,
  inferred: words
    .nullable()
    .default(null)
    .describe("why the date is a conclusion of ours; left out where it is printed"),
  title: words.describe("what happened, in our words"),
  topic: reference("topics"),
  speakers: z.array(reference("speakers")).default([]),
  places: z.array(reference("places")).default([]),
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

const place = z.strictObject({
  id,
  name: words,
  type: reference("place_types"),
  within: reference("places").nullable().default(null),
  country: country.nullable().default(null),
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
  name_native: words.optional().describe("the name in its own script"),
  colour: z.enum(["red", "blue", "ochre"]).optional().describe("what figures draw it in; grey where it is left out"),
  note: words.optional(),
  cues,
  review
});

export type Place = z.infer<typeof place>;

export const speaker = z.strictObject({
  id,
  name: words,
  type: z.enum(["person", "organisation", "publication", "unnamed"]),
  kind: reference("kinds"),
  role: words
    .nullable()
    .default(null)
    .describe("office or standing as the publications give it; left out where none is given"),
  affiliation: reference("speakers").nullable().optional(),
  country: country.nullable().default(null),
  name_short: words.optional().describe("the name where a figure or a list has little room"),
  name_native: words.optional().describe("the name in its own script"),
  abbreviation: words.optional().describe("what readers may look for in place of the name, such as its initials"),
  note: words.optional(),
  review
});

export type Speaker = z.infer<typeof speaker>;

/** A claim with a number for which no source gives anything to hold against it. */
const uncompared = z.strictObject({ figure: reference("figures"), reason: words });

export type Uncompared = z.infer<typeof uncompared>;

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
    .record(z.string(), z.number().nullable())
    .default({})
    .describe(
      "figures that the verdict rests on, each with its value when it was last reviewed, in the canonical unit; null for one without a number"
    )
});

export type Verdict = z.infer<typeof verdict>;

const term = z.strictObject({
  id: z.string().regex(/^term\.[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a term is `term.<words>`"),
  term: words.describe("the term as it heads its entry"),
  definition: words.describe("what it means, in our words, for a reader who has never met it"),
  from: z
    .array(
      z.strictObject({
        source: reference("sources"),
        place: words.optional().describe("page, chapter or appendix")
      })
    )
    .default([])
    .describe("the sources that define it so"),
  rests_on: z.array(reference("figures")).default([]).describe("figures that the definition leans on")
});

export type Term = z.infer<typeof term>;

/** What each of these files lists. */
export const sharedSections = {
  speakers: { speakers: speaker },
  places: { places: place },
  events: { events: event },
  derivations: { derivations: derivation },
  choices: { choices: choice },
  comparisons: { comparisons: comparison },
  verdicts: { verdicts: verdict, nothing_to_compare: uncompared },
  glossary: { terms: term }
} as const;
