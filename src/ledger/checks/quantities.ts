import type { Figure, Ledger, Series, Source } from "../schema.ts";

/** Every figure of every source. */
export const allFigures = (ledger: Ledger): Figure[] => ledger.sources.flatMap((source) => source.figures);

/** What says which quantity is meant: single figures, and tables once for all their cells. */
export const quantities = (source: Source): (Figure | Series)[] => [
  ...source.figures.filter(({ series }) => series === null),
  ...source.series
];

/** The same of every source. */
export const allQuantities = (ledger: Ledger): (Figure | Series)[] => ledger.sources.flatMap(quantities);
