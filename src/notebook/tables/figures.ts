import { from } from "arquero";
import { canonicalAmount, editionKey, oneNumber } from "../ledger/amounts.ts";
import type { Comparator, Correction, Ledger, Quantity, Reading, Source, Status, Voice } from "../ledger/schema.ts";
import { namesOf, sourceNames, type Table, unitLabels, wordsOf } from "./lookups.ts";

export interface QuantityRow {
  id: string;
  source: string;
  source_name: string;
  publisher: string;
  publisher_name: string;
  published: string | null;
  paragraph: number | null;
  place: string | null;
  series: string | null;
  marks: string[];
  edition: string | null;
  current: boolean;
  reading: Reading;
  url: string;
  also: number[];
  printed: string;
  metric: string;
  metric_label: string;
  subject: string;
  subject_name: string;
  material: string;
  material_label: string;
  basis: string;
  basis_label: string;
  form: string | null;
  form_label: string | null;
  low: number | null;
  value: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string;
  unit_label: string;
  corrected_from: number | null;
  correction: string | null;
  period: string | null;
  period_inferred: string | null;
  said_inferred: string | null;
  status: Status;
  speaker: string;
  speaker_name: string;
  speaker_kind: string;
  speaker_kind_label: string;
  chain: string[];
  voice: Voice;
  condition: string | null;
  says: string;
}

/** The table of each ledger, which checks and other tables ask for again. */
const compiled = new WeakMap<Ledger, Table<QuantityRow>>();

/** One row a figure of a publication, in canonical units, with who said it and who passed it on. */
export function compileFigures(ledger: Ledger): Table<QuantityRow> {
  const table = compiled.get(ledger) ?? figuresOf(ledger);
  compiled.set(ledger, table);
  return table;
}

function figuresOf(ledger: Ledger): Table<QuantityRow> {
  const unitOf = new Map(ledger.vocabulary.units.map((unit) => [unit.id, unit]));
  const formLabel = wordsOf(ledger.vocabulary.forms);
  const markLabel = wordsOf(ledger.vocabulary.marks);
  const outdated = outdatedFigures(ledger);
  const rows = ledger.sources.flatMap((source) => {
    const corrections = new Map(source.corrections.map((correction) => [correction.figure, correction]));
    return source.figures.map((figure) => {
      const unit = unitOf.get(figure.unit);
      if (!unit) throw new Error(`figure ${figure.id} has unit ${figure.unit}, which a checked ledger cannot have`);
      const correction = corrections.get(figure.id);
      const held = correction ? corrected(figure, correction) : figure;
      const printed = canonicalAmount(figure, unit);
      return {
        ...plainRow(held, source),
        ...(figure.series === null ? {} : inCell(figure, markLabel)),
        form_label: formLabel(held.form),
        current: !outdated.has(figure.id),
        ...canonicalAmount(held, unit),
        corrected_from: correction ? (printed.value ?? printed.low ?? printed.high) : null,
        correction: correction ? `${correction.why} Corrected by ${correction.by}` : null
      };
    });
  });
  return {
    name: "figures",
    title: "Figures",
    description,
    columns,
    rows: rows.length === 0 ? [] : named(rows, ledger)
  };
}

/** A figure with the amount that holds in place of the printed one, which stays in `printed`. */
function corrected({ low, value, high, ...figure }: Quantity, { holds, comparator }: Correction): Quantity {
  return { ...figure, comparator, ...oneNumber(holds, comparator) };
}

/** A cell's marks in words; one that stands in place of a number is also what is printed there. */
function inCell({ marks, printed, comparator }: Quantity, label: (mark: string) => string | null) {
  const words = marks.map((mark) => label(mark) ?? mark);
  return { marks: words, printed: comparator === "unquantified" ? words.join(", ") : printed };
}

/** Ids of figures that a later edition of the same tables gives anew: same quantity, place and period. */
function outdatedFigures({ sources, vocabulary }: Ledger): Set<string> {
  const keyOf = editionKey(vocabulary.metrics);
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const outdated = new Set<string>();
  for (const source of sources) {
    const given = new Set(source.figures.map(keyOf));
    for (let id = source.supersedes; id !== null; id = bySource.get(id)?.supersedes ?? null)
      for (const figure of bySource.get(id)?.figures ?? []) if (given.has(keyOf(figure))) outdated.add(figure.id);
  }
  return outdated;
}

/** Rows with the names of what they refer to. */
function named(rows: readonly object[], ledger: Ledger): QuantityRow[] {
  const { speakers, places, vocabulary } = ledger;
  return from([...rows])
    .lookup(namesOf(speakers, { name: "speaker_name", kind: "speaker_kind" }), ["speaker", "id"])
    .lookup(namesOf(vocabulary.kinds, { label: "speaker_kind_label" }), ["speaker_kind", "id"])
    .lookup(namesOf(sourceNames(ledger), { name: "source_name" }), ["source", "id"])
    .lookup(namesOf(speakers, { name: "publisher_name" }), ["publisher", "id"])
    .lookup(namesOf(places, { name: "subject_name" }), ["subject", "id"])
    .lookup(namesOf(vocabulary.metrics, { label: "metric_label" }), ["metric", "id"])
    .lookup(namesOf(vocabulary.materials, { label: "material_label" }), ["material", "id"])
    .lookup(namesOf(vocabulary.bases, { label: "basis_label" }), ["basis", "id"])
    .lookup(namesOf(unitLabels(ledger), { label: "unit_label" }), ["unit", "id"])
    .select(...columns.map(({ name }) => name))
    .objects() as QuantityRow[];
}

/** A statement on a page without a date is not as old as the collection that keeps it. */
const isUndated = ({ paragraph, series, said }: Quantity): boolean =>
  paragraph === null && series === null && said === null;

function plainRow(figure: Quantity, source: Source) {
  return {
    id: figure.id,
    source: source.id,
    publisher: source.publisher,
    published: isUndated(figure) ? null : (figure.said ?? source.published.date),
    paragraph: figure.paragraph,
    place: figure.place,
    series: figure.series,
    marks: figure.marks,
    edition: source.edition,
    reading: figure.reading,
    url: figure.url ?? source.url ?? "",
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
    said_inferred: figure.said_inferred,
    status: figure.status,
    speaker: figure.speaker,
    chain: [...figure.chain, source.publisher],
    voice: figure.voice,
    condition: figure.condition ?? null,
    says: figure.says
  };
}

const description =
  "Every quantity that a publication or a release prints: a number, range, share, rank, multiple, count, sum of money or span of time, with its speaker.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `<source>.<words>`." },
  { name: "source", type: "string", description: "The publication that prints it; see table `sources`." },
  { name: "source_name", type: "string", description: "Its publisher and edition or date." },
  { name: "publisher", type: "string", description: "Who published it; see table `speakers`." },
  { name: "publisher_name", type: "string", description: "The publisher’s name." },
  {
    name: "published",
    type: "string",
    description: "When it was published or said, as precisely as is known; empty where no date is known."
  },
  {
    name: "paragraph",
    type: "integer",
    description: "1-based count of the non-empty lines of the text; empty for a release."
  },
  { name: "place", type: "string", description: "Page and table, for a figure of a release." },
  { name: "series", type: "string", description: "The table that it is a cell of; empty where it stands alone." },
  {
    name: "marks",
    type: "list",
    description: "What the table marks it as: estimated, revised, corrected and the like."
  },
  { name: "edition", type: "string", description: "Edition and version of the release." },
  { name: "current", type: "boolean", description: "False where a later edition gives the same quantity anew." },
  {
    name: "reading",
    type: "string",
    description: "text, original, original-not-kept or second-hand: how it was read."
  },
  { name: "url", type: "string", description: "Where it was published." },
  { name: "also", type: "list", description: "Other paragraphs of the same text that repeat it." },
  { name: "printed", type: "string", description: "The figure as printed." },
  { name: "metric", type: "string", description: "What is measured, from the vocabulary." },
  { name: "metric_label", type: "string", description: "The metric in words." },
  { name: "subject", type: "string", description: "Whose it is; see table `places`." },
  { name: "subject_name", type: "string", description: "The subject’s name." },
  {
    name: "material",
    type: "string",
    description: "What material it is of, from the vocabulary; none where it is of none."
  },
  { name: "material_label", type: "string", description: "The material in words." },
  { name: "basis", type: "string", description: "What is counted, as the publication words it." },
  { name: "basis_label", type: "string", description: "The basis in words." },
  { name: "form", type: "string", description: "In which form the material is counted; empty where it is not stated." },
  { name: "form_label", type: "string", description: "The form in words." },
  { name: "low", type: "number", description: "Lower end in `unit`; empty where none is given." },
  { name: "value", type: "number", description: "The value in `unit`; empty for an interval or a bound." },
  { name: "high", type: "number", description: "Upper end in `unit`; empty where none is given." },
  {
    name: "comparator",
    type: "string",
    description: "=, ~ (about), <, <=, >, >=, nearly, or unquantified, as the words before the number say."
  },
  { name: "unit", type: "string", description: "Canonical unit, from the vocabulary; 1 for a bare number." },
  { name: "unit_label", type: "string", description: "The unit in words." },
  {
    name: "corrected_from",
    type: "number",
    description: "What the edition printed, in `unit`, where a correction holds instead; else empty."
  },
  { name: "correction", type: "string", description: "Why it was corrected, and by whom; empty where it was not." },
  { name: "period", type: "string", description: "The time it is about; empty where it is not stated." },
  {
    name: "period_inferred",
    type: "string",
    description: "Why the period is an inference; empty where it is printed."
  },
  {
    name: "said_inferred",
    type: "string",
    description: "Why the date in `published` is an inference, for a statement of its own; empty where it is given."
  },
  { name: "status", type: "string", description: "stated, estimate, target, forecast, capacity or statistic." },
  { name: "speaker", type: "string", description: "Who said it; see table `speakers`." },
  { name: "speaker_name", type: "string", description: "The speaker’s name." },
  { name: "speaker_kind", type: "string", description: "The kind of voice that the speaker is." },
  { name: "speaker_kind_label", type: "string", description: "The kind of voice in words." },
  { name: "chain", type: "list", description: "Who passed it on after the speaker, ending with the publisher." },
  { name: "voice", type: "string", description: "quoted, reported, gloss (the outlet’s addition) or authorial." },
  { name: "condition", type: "string", description: "What it depends on; empty where it is unconditional." },
  { name: "says", type: "string", description: "What the sentence says, in this notebook’s words." }
] as const satisfies Table<QuantityRow>["columns"];
