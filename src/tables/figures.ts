import { from } from "arquero";
import type { Comparator, Figure, Ledger, Source, Status, Voice } from "../ledger/schema.ts";
import { canonicalAmount } from "../ledger/units.ts";
import { namesOf } from "./names-of.ts";
import type { Table } from "./table.ts";

export interface FigureRow {
  id: string;
  source: string;
  publisher: string;
  published: string;
  paragraph: number;
  also: number[];
  printed: string;
  metric: string;
  metric_label: string;
  subject: string;
  subject_name: string;
  material: string;
  basis: string;
  basis_label: string;
  form: string | null;
  low: number | null;
  value: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string;
  period: string | null;
  period_inferred: string | null;
  status: Status;
  speaker: string;
  speaker_name: string;
  speaker_kind: string;
  chain: string[];
  voice: Voice;
  condition: string | null;
  says: string;
}

/** One row a figure of a publication, in canonical units, with who said it and who passed it on. */
export function compileFigures(ledger: Ledger): Table<FigureRow> {
  const unitOf = new Map(ledger.vocabulary.units.map((unit) => [unit.id, unit]));
  const rows = ledger.sources.flatMap((source) =>
    source.figures.map((figure) => {
      const unit = unitOf.get(figure.unit);
      if (!unit) throw new Error(`figure ${figure.id} has unit ${figure.unit}, which a checked ledger cannot have`);
      return { ...plainRow(figure, source), ...canonicalAmount(figure, unit) };
    })
  );
  return {
    name: "figures",
    title: "Figures",
    description,
    columns,
    rows: rows.length === 0 ? [] : named(rows, ledger)
  };
}

/** Rows with the names of what they refer to. */
function named(rows: readonly object[], { speakers, places, vocabulary }: Ledger): FigureRow[] {
  return from([...rows])
    .lookup(namesOf(speakers, { name: "speaker_name", kind: "speaker_kind" }), ["speaker", "id"])
    .lookup(namesOf(places, { name: "subject_name" }), ["subject", "id"])
    .lookup(namesOf(vocabulary.metrics, { label: "metric_label" }), ["metric", "id"])
    .lookup(namesOf(vocabulary.bases, { label: "basis_label" }), ["basis", "id"])
    .select(...columns.map(({ name }) => name))
    .objects() as FigureRow[];
}

function plainRow(figure: Figure, source: Source) {
  return {
    id: figure.id,
    source: source.id,
    publisher: source.publisher,
    published: source.published.date,
    paragraph: figure.paragraph,
    also: (figure.also ?? []).map((repeat) => (typeof repeat === "number" ? repeat : repeat.paragraph)),
    printed: figure.printed,
    metric: figure.metric,
    subject: figure.subject,
    material: figure.material,
    basis: figure.basis,
    form: figure.form ?? null,
    comparator: figure.comparator ?? "=",
    period: figure.period,
    period_inferred: figure.period_inferred ?? null,
    status: figure.status,
    speaker: figure.speaker,
    chain: [...figure.chain, source.publisher],
    voice: figure.voice,
    condition: figure.condition ?? null,
    says: figure.says
  };
}

const description =
  "Every quantity that the publications print: a number, range, share, rank, multiple, count, sum of money or span of time, with who said it.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `<source>.<words>`." },
  { name: "source", type: "string", description: "The publication that prints it; see table `sources`." },
  { name: "publisher", type: "string", description: "Who published it; see table `speakers`." },
  { name: "published", type: "string", description: "When it was published, as precisely as is known." },
  { name: "paragraph", type: "integer", description: "1-based count of the non-empty lines of the text." },
  { name: "also", type: "list", description: "Other paragraphs of the same text that repeat it." },
  { name: "printed", type: "string", description: "The figure as printed." },
  { name: "metric", type: "string", description: "What is measured, from the vocabulary." },
  { name: "metric_label", type: "string", description: "The metric in words." },
  { name: "subject", type: "string", description: "Whose it is; see table `places`." },
  { name: "subject_name", type: "string", description: "The subject's name." },
  { name: "material", type: "string", description: "Rare earths, rare metals, gallium, or none." },
  { name: "basis", type: "string", description: "What is counted, as the publication words it." },
  { name: "basis_label", type: "string", description: "The basis in words." },
  { name: "form", type: "string", description: "Oxide or metal; empty where it is not stated." },
  { name: "low", type: "number", description: "Lower end in `unit`; empty where none is given." },
  { name: "value", type: "number", description: "The value in `unit`; empty for an interval or a bound." },
  { name: "high", type: "number", description: "Upper end in `unit`; empty where none is given." },
  {
    name: "comparator",
    type: "string",
    description: "=, ~ (about), <, <=, >, >=, nearly, or unquantified, as the words before the number say."
  },
  { name: "unit", type: "string", description: "Canonical unit: t, t/yr, %, USD, yr, h, or 1 for a bare number." },
  { name: "period", type: "string", description: "The time it is about; empty where it is not stated." },
  {
    name: "period_inferred",
    type: "string",
    description: "Why the period is an inference; empty where it is printed."
  },
  { name: "status", type: "string", description: "stated, estimate, target, forecast, capacity or statistic." },
  { name: "speaker", type: "string", description: "Who said it; see table `speakers`." },
  { name: "speaker_name", type: "string", description: "The speaker's name." },
  { name: "speaker_kind", type: "string", description: "The kind of voice that the speaker is." },
  { name: "chain", type: "list", description: "Who passed it on after the speaker, ending with the publisher." },
  { name: "voice", type: "string", description: "quoted, reported, gloss (the outlet's addition) or authorial." },
  { name: "condition", type: "string", description: "What it depends on; empty where it is unconditional." },
  { name: "says", type: "string", description: "What the sentence says, in this notebook's words." }
] as const satisfies Table<FigureRow>["columns"];
