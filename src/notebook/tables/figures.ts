import { canonicalAmount, oneNumber } from "../ledger/amounts.ts";
import { relayInferred } from "../ledger/checks/relay-is-named.ts";
import { outdatedFigures } from "../ledger/editions.ts";
import {
  type Comparator,
  type Correction,
  comparators,
  type Ledger,
  type Quantity,
  type Reading,
  readings,
  type Source,
  type Status,
  statuses,
  type Voice,
  voices
} from "../ledger/schema.ts";
import { sourceNames, unitLabels, wordsOf } from "./lookups.ts";
import {
  columnsOf,
  flag,
  idIn,
  integer,
  integers,
  isoDate,
  isoPeriod,
  list,
  number,
  oneOf,
  orEmpty,
  type RowOf,
  type Table,
  text
} from "./table.ts";

/** The table of each ledger, which checks and other tables ask for again. */
const compiled = new WeakMap<Ledger, Table<QuantityRow>>();

/** One row a figure of a publication, in canonical units, with who said it and who passed it on. */
export function compileFigures(ledger: Ledger): Table<QuantityRow> {
  const table = compiled.get(ledger) ?? figuresOf(ledger);
  compiled.set(ledger, table);
  return table;
}

function figuresOf(ledger: Ledger): Table<QuantityRow> {
  const rowOf = rowMaker(ledger);
  return {
    name: "figures",
    title: "Figures",
    description,
    columns: columnsOf(columns),
    partedBy: ["metric", "subject", "material", "period"],
    rows: ledger.sources.flatMap((source) => {
      const corrections = new Map(source.corrections.map((correction) => [correction.figure, correction]));
      return source.figures.map((figure) => rowOf(figure, source, corrections.get(figure.id)));
    })
  };
}

/**
 * Makes the row of a figure, with the names of what it refers to. Every column is named and its words are looked up here: of a
 * large ledger, to join the table with each list would take longer than to read the ledger.
 */
function rowMaker(ledger: Ledger): (figure: Quantity, source: Source, correction?: Correction) => QuantityRow {
  const { speakers, vocabulary } = ledger;
  const unitOf = new Map(vocabulary.units.map((unit) => [unit.id, unit]));
  const kindOf = new Map(speakers.map(({ id, kind }) => [id, kind]));
  const nameOf = wordsOf(speakers);
  const sourceName = wordsOf(sourceNames(ledger));
  const placeName = wordsOf(ledger.places);
  const kindLabel = wordsOf(vocabulary.kinds);
  const metricLabel = wordsOf(vocabulary.metrics);
  const materialLabel = wordsOf(vocabulary.materials);
  const basisLabel = wordsOf(vocabulary.bases);
  const unitLabel = wordsOf(unitLabels(ledger));
  const markLabel = wordsOf(vocabulary.marks);
  const formLabel = wordsOf(vocabulary.forms);
  const outdated = outdatedFigures(ledger);
  return (figure, source, correction) => {
    const unit = unitOf.get(figure.unit);
    if (!unit) throw new Error(`figure ${figure.id} has unit ${figure.unit}, which a checked ledger cannot have`);
    const held = correction ? corrected(figure, correction) : figure;
    const amount = canonicalAmount(held, unit);
    const printed = correction && canonicalAmount(figure, unit);
    const marks = figure.marks.map((mark) => markLabel(mark));
    const kind = kindOf.get(figure.speaker) ?? "";
    return {
      id: figure.id,
      source: source.id,
      source_name: sourceName(source.id),
      publisher: source.publisher,
      publisher_name: nameOf(source.publisher),
      published: isUndated(figure) ? null : (figure.said ?? source.published.date),
      paragraph: figure.paragraph,
      place: figure.place,
      series: figure.series,
      marks: figure.series === null ? figure.marks : marks,
      edition: source.edition,
      edition_of: source.edition_of,
      current: !outdated.has(figure.id),
      reading: figure.reading,
      url: figure.url ?? source.url ?? null,
      also: (figure.also ?? []).map((repeat) => (typeof repeat === "number" ? repeat : repeat.paragraph)),
      // A mark in place of a number is what is printed in a cell.
      printed: figure.series !== null && held.comparator === "unquantified" ? marks.join(", ") : figure.printed,
      metric: figure.metric,
      metric_label: metricLabel(figure.metric),
      subject: figure.subject,
      subject_name: placeName(figure.subject),
      material: figure.material,
      material_label: materialLabel(figure.material),
      basis: figure.basis,
      basis_label: basisLabel(figure.basis),
      form: figure.form ?? null,
      form_label: formLabel(figure.form),
      low: amount.low,
      value: amount.value,
      high: amount.high,
      comparator: held.comparator ?? "=",
      unit: amount.unit,
      unit_label: unitLabel(amount.unit),
      corrected_from: printed ? (printed.value ?? printed.low ?? printed.high) : null,
      correction: correction ? `${correction.why} Corrected by ${correction.by}` : null,
      period: figure.period,
      period_inferred: figure.period_inferred ?? null,
      said_inferred: figure.said_inferred,
      status: figure.status,
      speaker: figure.speaker,
      speaker_name: nameOf(figure.speaker),
      speaker_kind: kind,
      speaker_kind_label: kindLabel(kind),
      chain: [...figure.chain, source.publisher],
      chain_inferred: relayInferred(source, figure),
      voice: figure.voice,
      condition: figure.condition ?? null,
      says: figure.says
    };
  };
}

/** A figure with the amount that holds in place of the printed one, which stays in `printed`. */
function corrected({ low, value, high, ...figure }: Quantity, { holds, comparator }: Correction): Quantity {
  return { ...figure, comparator, ...oneNumber(holds, comparator) };
}

/** A statement on a page without a date is not as old as the collection that keeps it. */
const isUndated = ({ paragraph, series, said }: Quantity): boolean =>
  paragraph === null && series === null && said === null;

const description =
  "Every quantity that a publication or a release prints: a number, range, share, rank, multiple, count, sum of money or span of time, with its speaker.";

const columns = {
  id: text("Stable name, `<source>.<words>`."),
  source: idIn("sources", text("The publication that prints it; see table `sources`.")),
  source_name: text("Its publisher and edition or date."),
  publisher: idIn("speakers", text("Who published it; see table `speakers`.")),
  publisher_name: text("The publisher’s name."),
  published: orEmpty(
    text("When it was published or said, as precisely as is known; empty where no date is known.", isoDate)
  ),
  paragraph: orEmpty(integer("1-based count of the non-empty lines of the text; empty for a release.", { minimum: 1 })),
  place: orEmpty(text("Page and table, for a figure of a release.")),
  series: orEmpty(text("The table that it is a cell of; empty where it stands alone.")),
  marks: list("What the table marks it as: estimated, revised, corrected and the like."),
  edition: orEmpty(text("Edition and version of the release.")),
  edition_of: orEmpty(text("The release that its source is an edition of; empty for others.")),
  current: flag("False where a later edition gives the same quantity anew."),
  reading: oneOf<Reading>(readings, "text, original, original-not-kept or second-hand: how it was read."),
  url: orEmpty(text("Where it was published; empty where no address is known.")),
  also: integers("Other paragraphs of the same text that repeat it."),
  printed: text("The figure as printed."),
  metric: text("What is measured, from the vocabulary."),
  metric_label: text("The metric in words."),
  subject: idIn("places", text("Whose it is; see table `places`.")),
  subject_name: text("The subject’s name."),
  material: text("What material it is of, from the vocabulary; none where it is of none."),
  material_label: text("The material in words."),
  basis: text("What is counted, as the publication words it."),
  basis_label: text("The basis in words."),
  form: orEmpty(text("In which form the material is counted; empty where it is not stated.")),
  form_label: orEmpty(text("The form in words.")),
  low: orEmpty(number("Lower end in `unit`; empty where none is given.")),
  value: orEmpty(number("The value in `unit`; empty for an interval or a bound.")),
  high: orEmpty(number("Upper end in `unit`; empty where none is given.")),
  comparator: oneOf<Comparator>(
    comparators,
    "=, ~ (about), <, <=, >, >=, nearly, or unquantified, as the words before the number say."
  ),
  unit: text("Canonical unit, from the vocabulary; 1 for a bare number."),
  unit_label: text("The unit in words."),
  corrected_from: orEmpty(number("What the edition printed, in `unit`, where a correction holds instead; else empty.")),
  correction: orEmpty(text("Why it was corrected, and by whom; empty where it was not.")),
  period: orEmpty(text("The time it is about; empty where it is not stated.", isoPeriod)),
  period_inferred: orEmpty(text("Why the period is an inference; empty where it is printed.")),
  said_inferred: orEmpty(
    text("Why the date in `published` is an inference, for a statement of its own; empty where it is given.")
  ),
  status: oneOf<Status>(statuses, "stated, estimate, target, forecast, capacity or statistic."),
  speaker: idIn("speakers", text("Who said it; see table `speakers`.")),
  speaker_name: text("The speaker’s name."),
  speaker_kind: text("The kind of voice that the speaker is."),
  speaker_kind_label: text("The kind of voice in words."),
  chain: idIn("speakers", list("Who passed it on after the speaker, ending with the publisher.")),
  chain_inferred: orEmpty(
    text("Why it is an inference that another outlet said it or passed it on; empty where the sentence names that one.")
  ),
  voice: oneOf<Voice>(voices, "quoted, reported, gloss (the outlet’s addition) or authorial."),
  condition: orEmpty(text("What it depends on; empty where it is unconditional.")),
  says: text("What the sentence says, in this notebook’s words.")
};

export type QuantityRow = RowOf<typeof columns>;
