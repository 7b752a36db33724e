import type { Expression } from "../../../../src/notebook/ledger/text/expression.ts";
import { expressionFinder } from "../../../../src/notebook/ledger/text/expressions.ts";
import { lexiconOf } from "../../../../src/notebook/ledger/text/lexicons.ts";

/** An expression in one line: what was printed, comparator, ends, unit. */
const shown = ({ printed, comparator, low, value, high, unit, perYear, per, vague }: Expression): string =>
  [
    printed,
    comparator,
    [low, value, high].map((x) => (x === undefined ? "" : Number(x.toPrecision(6)))).join("/"),
    vague ?? unit,
    perYear ? "a year" : per ? `per ${per}` : ""
  ]
    .join(" | ")
    .replace(/ \| $/, "");

/** What a text of a language says of quantities, in lines. */
export const found = (language: string, text: string): string[] =>
  expressionFinder(lexiconOf(language))(text).map(shown);
