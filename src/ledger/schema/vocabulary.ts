import { z } from "zod";
import { id, words } from "./fields.ts";

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
export type Metric = z.infer<typeof vocabularySections.metrics>;
export type Unit = z.infer<typeof vocabularySections.units>;
export type Basis = z.infer<typeof vocabularySections.bases>;
export type Term = z.infer<typeof term>;
export type Topic = z.infer<typeof vocabularySections.topics>;

export interface Vocabulary {
  kinds: Kind[];
  metrics: Metric[];
  units: Unit[];
  bases: Basis[];
  forms: Term[];
  materials: Term[];
  topics: Topic[];
  obstacles: Term[];
}
