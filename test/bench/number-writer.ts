import type { Unit } from "../../src/notebook/ledger/schema.ts";
import type { Fact } from "../../src/notebook/page/notebook.ts";
import { numberText, type TokenForm } from "../../src/notebook/page/tokens.ts";
import type { DerivedRow } from "../../src/notebook/tables/derived.ts";
import type { QuantityRow } from "../../src/notebook/tables/figures.ts";
import { unitWords } from "../../src/notebook/words/units.ts";

/** For the page with client-side cells: writes a number of the loaded tables as `{{id|form}}` writes it at build time. */
export function numberWriter(
  vocabulary: { units: readonly Unit[]; ordinal: readonly string[] },
  figures: readonly QuantityRow[],
  derived: readonly DerivedRow[] = []
): (id: string, form: TokenForm) => string {
  const facts = new Map<string, Fact>([
    ...figures.map((row): [string, Fact] => [row.id, { kind: "figure", row }]),
    ...derived.map((row): [string, Fact] => [row.id, { kind: "derived", row }])
  ]);
  const words = {
    unit: unitWords(vocabulary.units),
    isOrdinal: (metric: string) => vocabulary.ordinal.includes(metric)
  };
  return (id, form) => {
    const fact = facts.get(id);
    if (!fact) throw new Error(`there is no number "${id}"`);
    return numberText(fact, form, words);
  };
}
