import type { Comparator } from "../schema.ts";

/** A word or phrase as the source of a regular expression, and what it means. Longer phrases stand before their parts. */
export type Meaning<T> = readonly (readonly [pattern: string, meaning: T])[];

/** What a phrase without a number says of a quantity: how large, how many times, which place. */
export type Vague = "amount" | "multiple" | "rank" | "count" | "span" | "money";

/** What a language has for numbers, units, and the words around them. A new language is one more of these. */
export interface Lexicon {
  language: string;
  /** What parts whole from fraction in numerals; the other of comma and point groups digits. */
  decimal: "." | ",";
  /** Cardinals below a hundred and in hundreds; longer ones are added up. */
  cardinals: Meaning<number>;
  scales: Meaning<number>;
  ordinals: Meaning<number>;
  /** What turns an ordinal into a rank: "largest", "place". */
  rankNouns: string;
  fractions: Meaning<number>;
  /** Verbs and adverbs that are a multiple: doubled, вдвое. */
  multiples: Meaning<number>;
  /** What stands after a number that is a multiple: times, -fold. */
  times: string;
  /** What stands before a number that is a multiple, or nothing: "в 2,5 раза". */
  before: Meaning<Comparator>;
  after: Meaning<Comparator>;
  /** Between two numbers that are the ends of an interval. */
  rangeJoin: string;
  /** Words for units, by the sign of the unit that they mean. */
  units: Meaning<string>;
  /** After an amount: that it is one of a year. */
  perYear: string;
  /** Before an amount, an adjective to the same effect. */
  annual: string;
  /** Between an amount and the unit that it is divided by: "per", "a", "за". */
  per: string;
  /** Verbs after which "to" or "up to" leads to where something arrives, not to a limit. */
  arrives: string;
  /** Nouns of what is counted in time by year although "a year" is left unsaid: output, demand. */
  flows: string;
  months: string;
  /** Before a year that dates something. */
  dated: string;
  byYear: string;
  vague: Meaning<Vague>;
  /** Verbs and phrases that lead from a statement to the one who made it. */
  accordingTo: string;
  says: string;
  /** Pronouns that stand for the one who spoke before. */
  pronouns: string;
  /** Before the agent of a passive: "estimated at 3.8 million by". */
  by: string;
  forecast: string;
  target: string;
  estimate: string;
  capacity: string;
}
