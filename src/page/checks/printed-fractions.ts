import type { PrintedNumber } from "../../ledger/printed-numbers.ts";

const counts = ["", "a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const parts = ["", "", "", "third", "quarter|fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const fractions = parts.flatMap((part, of) =>
  part === ""
    ? []
    : counts.slice(1, of).map((count, before) => {
        const several = before > 0;
        // "A third of" is a share; "a third puts it" is the next in a row. "Half" is ordinary language.
        return {
          pattern: new RegExp(
            `\\b(?:${count})[\\s-](?:${part})${several ? "s\\b" : "(?=\\s+(?:of|more|less)\\b)"}`,
            "gi"
          ),
          value: (100 * (before + 1)) / of
        };
      })
);

/** Fractions in words ("two thirds", "a fifth of"), as per cent. */
export const printedFractions = (text: string): PrintedNumber[] =>
  fractions.flatMap(({ pattern, value }) =>
    [...text.matchAll(pattern)].map(({ index, 0: typed }) => ({ value, start: index, end: index + typed.length }))
  );
