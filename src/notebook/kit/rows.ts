import type { Comparator } from "../ledger/schema.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { SourceRow } from "../tables/sources.ts";
import type { Tables } from "../tables/tables.ts";
import { type DisplayUnit, dateText, periodText, publishedText, quantityInProse } from "../words/words.ts";
import { attribution, symbolOfKind } from "./attribution.ts";
import type { FigureColumn, FigureRow } from "./figure.ts";
import { oneValue } from "./needs.ts";

/** Figures that the publications print: figures of what is said leave out the cells of official tables. */
export const saidFigures = ({ figures }: Pick<Tables, "figures">): QuantityRow[] =>
  figures.rows.filter(({ reading }) => reading === "text");

/** A figure of a publication, or our arithmetic on such figures, as a figure and its table view need it. */
export interface StatementRow extends FigureRow {
  /** What is drawn: a statement's number, the arithmetic of this notebook, or nothing, for a statement without number. */
  role: "statement" | "arithmetic" | "without-number";
  speaker: string;
  /** "in The Gazette"; for arithmetic, its formula. */
  where: string;
  /** Whether the publication speaks for itself. */
  own: boolean;
  /** When the publication came out, in words. */
  published: string;
  /** The same as an ISO date. */
  published_on: string | null;
  kind: string;
  /** The symbol of the speaker's kind; see kit/symbols.ts. */
  symbol: string;
  /** The speaker's country. */
  country: string | null;
  publication: string;
  paragraph: number | null;
  printed: string | null;
  subject: string;
  metric: string;
  measure: string;
  basis: string;
  /** In which form the material is counted; null where it is not stated. */
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
export function statementRow(figure: QuantityRow, tables: Tables): StatementRow {
  const { speaker, where } = attribution(figure, tables);
  const source = tables.sources.rows.find(({ id }) => id === figure.source);
  return {
    evidence: [figure.id],
    role: figure.comparator === "unquantified" ? "without-number" : "statement",
    speaker,
    where,
    own: figure.speaker === figure.publisher,
    published: source ? publishedText(source) : "",
    published_on: source?.published ?? null,
    kind: figure.speaker_kind,
    symbol: symbolOfKind(figure.speaker_kind, tables),
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
    published_on: null,
    kind: "derived",
    symbol: "equals",
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

/** "28.5 million tonnes, Mining Agency, in The Gazette": a mark's name for those who do not see it. */
export function statementLabel(row: StatementRow, unit: DisplayUnit, per = ""): string {
  return [quantityInProse(row, unit, { digits: row.digits }) + per, row.speaker, row.where].filter(Boolean).join(", ");
}

/** The number that an amount is sorted by: its value, or the end that is given. */
export const sortNumber = ({ low, value, high }: Pick<StatementRow, "low" | "value" | "high">): number | null =>
  value ?? low ?? high;

/** Columns of a table view of statements; `unitOf` says in which unit a row's figure is shown. */
export function statementColumns<Row extends StatementRow>(unitOf: (row: Row) => DisplayUnit): FigureColumn<Row>[] {
  return [
    { label: "Source", align: "start", text: ({ speaker }) => speaker },
    { label: "Where", align: "start", text: ({ where }) => where },
    { label: "What", align: "start", text: ({ measure }) => measure },
    { label: "Period", align: "start", text: forWhen, value: ({ period }) => period },
    {
      label: "Figure",
      align: "end",
      text: (row) => quantityInProse(row, unitOf(row), { signs: true, digits: row.digits }),
      amount: (row) => row
    },
    { label: "As printed", align: "start", text: ({ printed }) => printed ?? "" },
    { label: "Basis", align: "start", text: ({ basis }) => basis },
    { label: "Publication", align: "start", text: ({ publication }) => publication },
    {
      label: "Published",
      align: "start",
      text: ({ published }) => published,
      value: ({ published_on }) => published_on
    },
    {
      label: "Paragraph",
      align: "end",
      text: ({ paragraph }) => (paragraph === null ? "" : `¶${paragraph}`),
      value: ({ paragraph }) => paragraph
    }
  ];
}

function forWhen({ role, period, period_inferred }: StatementRow): string {
  if (period === null) return role === "arithmetic" ? "" : "not stated";
  return periodText(period) + (period_inferred ? " (inferred)" : "");
}

/** A statement as a row; one that was seen second-hand says so, and the collection that keeps it is no link of its chain. */
export function secondHandRow(figure: QuantityRow, tables: Tables): StatementRow {
  if (figure.reading !== "second-hand") return statementRow(figure, tables);
  const chain = figure.chain.filter((id) => id !== figure.publisher);
  const row = statementRow({ ...figure, chain }, tables);
  return { ...row, where: `${chain.length > 0 ? row.where : "on a page of its own"}, seen second-hand` };
}

/** A plan: the year it is for, and when it was said. */
export interface PlanRow extends StatementRow {
  year: number;
  said: string;
}

const yearOf = ({ period }: QuantityRow): number => Number((period ?? "").slice(0, 4));

/** A stated plan as a row. Its own date stands in place of that of the list that holds it. */
export function planRow(figure: QuantityRow, tables: Tables): PlanRow {
  const said = dateText(figure.published ?? "");
  return {
    ...secondHandRow(figure, tables),
    published: said,
    published_on: figure.published,
    year: yearOf(figure),
    said
  };
}

/** "Mining Agency, August 2024": who stated a plan, by the office spoken for, and when. */
export const planner = ({ speaker, said }: PlanRow): string => `${speaker.split(", ").at(-1)}, ${said}`;

/** The record that a row states: the first of its evidence. */
export const statementId = ({ evidence }: Pick<StatementRow, "evidence">): string => evidence[0] ?? "";

/** A row's one value. Throws where it has none, naming the figure and the record. */
export const statementValue = (figure: string, row: StatementRow): number =>
  oneValue(figure, { id: statementId(row), value: row.value });

/** The number of a row that may be a limit. Throws where it has none. */
export const statementNumber = (figure: string, row: StatementRow): number =>
  oneValue(figure, { id: statementId(row), value: sortNumber(row) });

/** A cell of an official table, for one year. */
export interface SurveyRow extends StatementRow {
  year: number;
  /** "2026 edition": its short name, or the whole where it has none. */
  edition: string;
  current: boolean;
  estimated: boolean;
}

/** An official figure as a row: its edition stands where a publication's outlet would, and an estimate says so. */
export function surveyRow(figure: QuantityRow, tables: Tables): SurveyRow {
  const row = statementRow(figure, tables);
  const source = tables.sources.rows.find(({ id }) => id === figure.source);
  const edition = source?.edition_short ?? figure.edition ?? "";
  const estimated = figure.marks.includes("estimated");
  return {
    ...row,
    where: (edition || row.where) + (figure.reading === "second-hand" ? ", as others copied it" : ""),
    basis: [row.basis, ...figure.marks].join(", "),
    year: yearOf(figure),
    edition,
    current: figure.current,
    estimated
  };
}
