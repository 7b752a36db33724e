import { z } from "zod";
import { cues, id, reference, text, words } from "./fields.ts";

/** The words that records may use: `data/ledger/vocabulary.yaml`. */

const term = z.strictObject({ id, label: words, description: words });

/** The shapes that symbols of kinds have; filled for a state's voice, open for any other. */
const symbolShapes = ["square", "diamond", "triangle", "circle", "triangle-down", "cross"] as const;

const kind = z.strictObject({
  ...term.shape,
  state: z.boolean().default(false).describe("true where the voice is a state's: drawn filled"),
  symbol: z.enum(symbolShapes).describe("the shape that stands for it in every figure and list"),
  group: words
    .optional()
    .describe("the heading under which its speakers stand together; those without one stand last, under one heading")
});

const metric = z.strictObject({
  ...term.shape,
  cues,
  dimension: id.describe("what its units measure; see units"),
  quantity: id.describe("what is counted; figures of unlike quantities are never compared in silence"),
  counts: z
    .array(words)
    .default([])
    .describe(
      "of a bare number that is no place in an order: the thing that it counts, in the words by which records name it"
    ),
  stock: z
    .boolean()
    .default(false)
    .describe("true where each edition counts it anew, whatever date it gives: the period tells no two apart"),
  ordinal: z
    .boolean()
    .default(false)
    .describe("true for a place in an order: written as printed, and no multiple of another"),
  part: z.boolean().default(false).describe("true for a part of a whole, which is never more than 100%"),
  years_apart: z
    .int()
    .min(0, "a span of years is not below zero")
    .default(1)
    .describe("how many years may lie between two figures that are still held against each other")
});

const unit = z.strictObject({
  id: words,
  label: text.describe("the unit in full, as tables and axes name it; empty for a bare number"),
  canonical: words.describe("the unit that tables use"),
  factor: z.number().positive("a factor is above zero").describe("how many canonical units one of these is"),
  dimension: id,
  sign: text.optional().describe("what follows a number where room is short; its label where it is left out"),
  prose: text.optional().describe("what follows a number in a sentence; its label where it is left out"),
  one: words.optional().describe("the same after a number that is exactly one"),
  synonyms: z.array(words).default([]).describe("other words for it, by which a number typed in a page is known"),
  large: z
    .array(reference("units"))
    .default([])
    .describe("of a canonical unit: larger ones in which pages write amounts that reach one of them"),
  per: z
    .tuple([words, words])
    .optional()
    .describe("of a canonical unit that is a quotient: the canonical units that it divides"),
  of_material: z
    .boolean()
    .default(false)
    .describe("of a canonical unit: true where it measures out a material, so that unlike forms differ")
});

const basis = z.strictObject({
  ...term.shape,
  quantity: z
    .union([id, z.array(id).min(2, "a list names two quantities or more")], "it is one quantity, or a list of them")
    .describe("the quantity that this basis qualifies, or several; `any` for all")
});

const material = z.strictObject({
  ...term.shape,
  cues,
  forms: z
    .array(reference("forms"))
    .default([])
    .describe("the forms between which a figure leaves one in doubt where it states none")
});

const form = z.strictObject({
  ...term.shape,
  abbreviation: words.optional().describe("what readers may look for in place of the label")
});

const topic = z.strictObject({
  ...term.shape,
  cues,
  short: words,
  matrix: z.boolean().describe("a column of the matrix")
});

const mark = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z]+$/, "a mark is a letter or a word")
    .describe("what stands after a cell’s number"),
  label: words,
  letter: words.optional().describe("what pages print after the number; its id where it is left out"),
  number: z.boolean().default(true).describe("false where it stands in place of a number")
});

export const vocabularySections = {
  kinds: kind,
  metrics: metric,
  units: unit,
  bases: basis,
  forms: form,
  materials: material,
  topics: topic,
  obstacles: term,
  place_types: term,
  marks: mark
} as const;

export type Kind = z.infer<typeof kind>;
export type Metric = z.infer<typeof metric>;
export type Unit = z.infer<typeof unit>;
export type Basis = z.infer<typeof basis>;
export type Topic = z.infer<typeof topic>;
export type Mark = z.infer<typeof mark>;

export type Vocabulary = {
  [List in keyof typeof vocabularySections]: z.infer<(typeof vocabularySections)[List]>[];
};

/**
 * Terms that every notebook has without saying so: what a figure is of and counted as where it states nothing, bare numbers,
 * shares and years, common kinds of place, and the marks that statistics share. A vocabulary may word them anew.
 */
export const commonTerms: Partial<Vocabulary> = {
  bases: [
    {
      id: "not-stated",
      label: "basis not stated",
      quantity: "any",
      description: "The publication does not say what is counted."
    }
  ],
  materials: [
    {
      id: "none",
      label: "no material",
      forms: [],
      description: "The statement is about something other than a material."
    }
  ],
  units: [
    bare({ id: "1", label: "", dimension: "count", synonyms: ["times"] }),
    bare({ id: "%", label: "%", prose: "per cent", dimension: "share", synonyms: ["percent"] }),
    bare({ id: "yr", label: "years", one: "year", dimension: "time", synonyms: [] })
  ],
  place_types: ["world", "country", "bloc", "group", "region", "city"].map((name) => ({
    id: name,
    label: name,
    description: name === "group" ? "What a table counts together: other countries, listed partners." : name
  })),
  marks: [
    { id: "e", label: "estimated", number: true },
    { id: "r", label: "revised", number: true },
    { id: "x", label: "corrected", number: true },
    { id: "i", label: "interpolated", number: true },
    { id: "incl", label: "includes estimates", number: true },
    { id: "NA", label: "not available", number: false },
    { id: "W", label: "withheld", number: false }
  ]
};

function bare(unit: Pick<Unit, "id" | "label" | "dimension" | "prose" | "one" | "synonyms">): Unit {
  return { ...unit, canonical: unit.id, factor: 1, large: [], of_material: false };
}
