import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";

/** A row written out, so that a test of rows loads nothing that makes them of a ledger. */
const template: QuantityRow = {
  id: "gazette.reserves",
  source: "gazette",
  source_name: "The Gazette, 2025-03-31",
  publisher: "gazette-outlet",
  publisher_name: "The Gazette",
  published: "2025-03-31",
  paragraph: 3,
  place: null,
  series: null,
  marks: [],
  edition: null,
  edition_of: null,
  current: true,
  reading: "text",
  url: "https://gazette.example/how-much",
  also: [5, 7],
  printed: "28.5 million tons",
  metric: "reserves",
  metric_label: "reserves",
  subject: "russia",
  subject_name: "Russia",
  material: "rare-earths",
  material_label: "rare earths",
  basis: "proven",
  basis_label: "reserves called proven",
  form: null,
  form_label: null,
  low: 28_500_000,
  value: 28_500_000,
  high: 28_500_000,
  comparator: "=",
  unit: "t",
  unit_label: "tonnes",
  corrected_from: null,
  correction: null,
  period: null,
  period_inferred: null,
  said_inferred: null,
  status: "stated",
  speaker: "minister",
  speaker_name: "Anna Minister",
  speaker_kind: "official",
  speaker_kind_label: "government official",
  chain: ["gazette-outlet"],
  chain_inferred: null,
  voice: "quoted",
  condition: null,
  says: "The minister names the reserves."
};

/** A figure's row with the given fields; a value without ends is a point. */
export function figureRow(fields: Partial<QuantityRow>): QuantityRow {
  const { value = null } = fields;
  return { ...template, low: value, value, high: value, ...fields };
}

/** A record of a derivation of two figures, with the given fields. */
export const derivation = (name: Derivation["function"], rest: Partial<Derivation> = {}): Derivation => ({
  id: "derived.test",
  function: name,
  inputs: ["a.one", "b.two"],
  explanation: "What it means.",
  ...rest
});
