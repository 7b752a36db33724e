import { z } from "zod";
import { amount } from "./fields.ts";

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
export const cell = z.union(
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
