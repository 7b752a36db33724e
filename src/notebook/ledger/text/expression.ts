import type { Comparator } from "../schema.ts";
import type { Vague } from "./lexicon.ts";

/** What a phrase of a text says of a quantity, in the words of the text: nothing of it is yet a term of the vocabulary. */
export interface Expression {
  start: number;
  end: number;
  printed: string;
  /** The numbers with their scale applied: in tonnes where the text says "million tonnes". */
  low?: number;
  value?: number;
  high?: number;
  comparator: Comparator;
  /** The scale that the text names once for it: a million for "28.5 million tonnes". */
  scale: number;
  /** The sign of a unit; `1` for a count, `occasions` for how often, `rank`, `times`; null for a phrase without a number. */
  unit: string | null;
  perYear: boolean;
  /** The sign of the unit that the amount is divided by, where that is no year: dollars per kilogram. */
  per: string | null;
  vague?: Vague;
  /** Whether its unit is that of an expression before it, of which it says no more. */
  isGoneOnWith?: boolean;
}
