import type { Comparator } from "../../ledger/schema.ts";
import type { DerivedRow } from "../../tables/derived.ts";
import type { FigureRow } from "../../tables/figures.ts";
import type { SourceRow } from "../../tables/sources.ts";
import type { Tables } from "../../tables/tables.ts";
import type { ChartColumn, ChartRow } from "../chart.ts";
import { type DisplayUnit, periodText, quantityInProse } from "../words/format.ts";
import { publishedText } from "../words/published-text.ts";
import { attribution } from "./attribution.ts";

/** A figure of a publication, or our arithmetic on such figures, as a chart and its table view need it. */
export interface StatementRow extends ChartRow {
  /** What is drawn: a statement's number, the arithmetic of this notebook, or nothing, for a statement without number. */
  role: "statement" | "arithmetic" | "without-number";
  speaker: string;
  /** "in Izvestia"; for arithmetic, its formula. */
  where: string;
  /** Whether the publication speaks for itself. */
  own: boolean;
  /** When the publication came out, in words. */
  published: string;
  kind: string;
  /** The speaker's country. */
  country: string | null;
  publication: string;
  paragraph: number | null;
  printed: string | null;
  subject: string;
  metric: string;
  measure: string;
  basis: string;
  /** Oxide or metal; null where it is not stated. */
  form: string | null;
  condition: string | null;
  period: string | null;
  period_inferred: boolean;
  low: number | null;
  value: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string;
  /** Significant digits to show; a source's own number shows all of its digits. */
  digits: number;
}

const allDigits = 12;

/** A publication's figure as a row. */
export function statementRow(figure: FigureRow, tables: Tables): StatementRow {
  const { speaker, where } = attribution(figure, tables);
  const source = tables.sources.rows.find(({ id }) => id === figure.source);
  return {
    evidence: [figure.id],
    role: figure.comparator === "unquantified" ? "without-number" : "statement",
    speaker,
    where,
    own: figure.speaker === figure.publisher,
    published: source ? publishedText(source) : "",
    kind: figure.speaker_kind,
    country: tables.speakers.rows.find(({ id }) => id === figure.speaker)?.country ?? null,
    publication: source ? publicationText(source) : figure.source,
    paragraph: figure.paragraph,
    printed: figure.printed,
    subject: figure.subject_name,
    metric: figure.metric,
    measure: figure.metric_label,
    basis: figure.basis_label,
    form: figure.form,
    condition: figure.condition,
    period: figure.period,
    period_inferred: figure.period_inferred !== null,
    low: figure.low,
    value: figure.value,
    high: figure.high,
    comparator: figure.comparator,
    unit: figure.unit,
    digits: allDigits
  };
}

/** A title of ours stands without quotation marks. */
const publicationText = ({ publisher_name, title, title_known }: SourceRow) =>
  `${publisher_name}, ${title_known ? `“${title}”` : title}`;

/** A derived quantity as a row; "about" and "nearly" of its inputs stay with it. */
export function arithmeticRow(derived: DerivedRow, measure: string): StatementRow {
  return {
    evidence: [derived.id, ...derived.inputs],
    role: "arithmetic",
    speaker: "This notebook’s arithmetic",
    where: derived.formula,
    own: false,
    published: "",
    kind: "derived",
    country: null,
    publication: "",
    paragraph: null,
    printed: null,
    subject: "",
    metric: derived.function,
    measure,
    basis: derived.explanation,
    form: null,
    condition: null,
    period: null,
    period_inferred: false,
    low: derived.low,
    value: derived.value,
    high: derived.high,
    comparator: derived.comparator,
    unit: derived.unit,
    digits: derived.digits
  };
}

/** "28.5 million tonnes, Ministry of Natural Resources, in Izvestia": a mark's name for those who do not see it. */
export function statementLabel(row: StatementRow, unit: DisplayUnit, per = ""): string {
  return [quantityInProse(row, unit, { digits: row.digits }) + per, row.speaker, row.where].filter(Boolean).join(", ");
}

/** Columns of a table view of statements; `unitOf` says in which unit a row's figure is shown. */
export function statementColumns<Row extends StatementRow>(unitOf: (row: Row) => DisplayUnit): ChartColumn<Row>[] {
  return [
    { label: "Source", align: "start", text: ({ speaker }) => speaker },
    { label: "Where", align: "start", text: ({ where }) => where },
    { label: "What", align: "start", text: ({ measure }) => measure },
    {
      label: "Figure",
      align: "end",
      text: (row) => quantityInProse(row, unitOf(row), { signs: true, digits: row.digits })
    },
    { label: "As printed", align: "start", text: ({ printed }) => printed ?? "" },
    { label: "Basis", align: "start", text: ({ basis }) => basis },
    { label: "Period", align: "start", text: forWhen },
    { label: "Publication", align: "start", text: ({ publication }) => publication },
    { label: "Published", align: "start", text: ({ published }) => published },
    { label: "Paragraph", align: "end", text: ({ paragraph }) => (paragraph === null ? "" : `¶${paragraph}`) }
  ];
}

function forWhen({ role, period, period_inferred }: StatementRow): string {
  if (period === null) return role === "arithmetic" ? "" : "not stated";
  return periodText(period) + (period_inferred ? " (inferred)" : "");
}
