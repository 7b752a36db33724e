import { figureNamed } from "../ledger/editions.ts";
import type { Comparator, Stance, Voice } from "../ledger/schema.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { SourceRow } from "../tables/sources.ts";
import type { Tables } from "../tables/tables.ts";
import {
  type DisplayUnit,
  dateText,
  noBreakSpace,
  periodText,
  publishedText,
  quantityInProse
} from "../words/words.ts";
import type { FigureColumn, FigureRow } from "./figure.ts";

/** Who says something and where, in the words that label a mark. */
export interface Attribution {
  /** "Anna Minister, Mining Agency", "Geological Survey". */
  speaker: string;
  /** "in The Wire, via The Gazette"; "its own statement" for a publication's own statement. */
  where: string;
}

/** What a statement needs to have for its attribution: a figure or a position. */
type Attributed = Pick<QuantityRow, "speaker" | "chain"> & { voice: Voice };

/** Who keeps a list of statements seen second-hand, of which each has an address of its own: no outlet that reported them. */
const keepersOf = ({ sources }: Pick<Tables, "sources">): string[] =>
  sources.rows
    .filter(({ reading, url }) => reading === "second-hand" && url === null)
    .map(({ publisher }) => publisher);

/** Names the speaker, with the office spoken for, and the chain of outlets from the first reporter to the publisher. */
export function attribution(statement: Attributed, tables: Pick<Tables, "sources" | "speakers">): Attribution {
  const { rows } = tables.speakers;
  const name = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  const short = (id: string) => rows.find((row) => row.id === id)?.name_short ?? id;
  const affiliation = rows.find(({ id }) => id === statement.speaker)?.affiliation;
  const speaker = affiliation ? `${name(statement.speaker)}, ${short(affiliation)}` : short(statement.speaker);
  const keepers = keepersOf(tables);
  const [first = "", ...relays] = statement.chain
    .filter((id) => id !== statement.speaker && !keepers.includes(id))
    .map(name);
  const via = relays.map((relay) => `, via ${relay}`).join("");
  const where = first ? `in ${first}${via}` : "its own statement";
  return {
    speaker,
    where: statement.voice === "gloss" ? `${where}, as a gloss` : where
  };
}

/** Who tells of an event: a publication in one of its passages, "The Gazette ¶8", or the one who was heard second-hand. */
export interface Teller {
  name: string;
  kind: string;
  kind_label: string;
  /** The symbol of the kind. */
  symbol: string;
  /** Paragraph or page; empty for whom the record knows second-hand. */
  place: string;
}

/** Who tells of an event in one of its passages. Throws where the passage is of no source that the tables have. */
export function eventTeller(
  passage: string,
  { figures, sources, speakers }: Pick<Tables, "figures" | "sources" | "speakers">
): Teller {
  const voice = (kind: string) => ({
    kind,
    kind_label: speakers.rows.find((row) => row.kind === kind)?.kind_label ?? kind,
    symbol: symbolOfKind(kind, { speakers })
  });
  const statement = figures.rows.find(({ id }) => id === passage);
  if (statement) return { name: statement.speaker_name, ...voice(statement.speaker_kind), place: "" };
  const { source: id, place } = passagePlace(passage);
  const source = sources.rows.find((row) => row.id === id);
  if (!source) throw new Error(`an event is told in "${passage}", and there is no source "${id}"`);
  if (source.reading !== "second-hand") return { name: source.publisher_name, ...voice(source.kind), place };
  const heard = speakers.rows.find(({ name }) => name === place);
  return { name: place, ...voice(heard?.kind ?? source.kind), place: "" };
}

/** The symbol of a kind of voice, as the vocabulary gives it to each speaker of that kind; empty where nobody is of it. */
export const symbolOfKind = (kind: string, { speakers }: Pick<Tables, "speakers">): string =>
  speakers.rows.find((row) => row.kind === kind)?.symbol ?? "";

/** "The Gazette ¶8", "Anna Minister". */
export const tellerText = ({ name, place }: Teller): string => [name, place].filter(Boolean).join(noBreakSpace);

/** The source and the place of a passage that is no statement: "gazette ¶8", "survey-2026, p. 3". A place keeps its commas. */
export function passagePlace(passage: string): { source: string; place: string } {
  const [, source = passage, place = ""] = /^(.+?),? (.+)$/.exec(passage) ?? [];
  return { source, place };
}

/** One stance for several statements: mixed where they differ, `describes` where none takes a side. */
export function jointStance(stances: readonly Stance[]): Stance {
  const favourable = stances.some((stance) => stance === "favourable" || stance === "mixed");
  const sceptical = stances.some((stance) => stance === "sceptical" || stance === "mixed");
  if (favourable) return sceptical ? "mixed" : "favourable";
  return sceptical ? "sceptical" : "describes";
}

/** How many statements speak for and how many against; a mixed one does both. */
export function bothSides(stances: readonly Stance[]): { up: number; down: number } {
  const count = (side: Stance) => stances.filter((stance) => stance === side || stance === "mixed").length;
  return { up: count("favourable"), down: count("sceptical") };
}

/** The figure of an id, or of a name by its release, such as `survey@latest.output.world.latest`. Throws an error that names the figure that needs it, for one that is about this very statement. */
export function pickFigure(figure: string, { figures }: Pick<Tables, "figures">, id: string): QuantityRow {
  return found(figure, "figure", id, figureNamed(id, figures.rows));
}

/** The derived quantity of an id; throws like `pickFigure`. */
export function pickDerived(figure: string, { derived }: Pick<Tables, "derived">, id: string): DerivedRow {
  return found(
    figure,
    "derived quantity",
    id,
    derived.rows.find((row) => row.id === id)
  );
}

function found<Row>(figure: string, what: string, id: string, row: Row | undefined): Row {
  if (!row) throw new Error(`figure "${figure}" needs the ${what} "${id}", which the ledger does not have`);
  return row;
}

/** Figures that the publications print: figures of what is said leave out the cells of official tables. */
export const saidFigures = ({ figures }: Pick<Tables, "figures">): QuantityRow[] =>
  figures.rows.filter(({ reading }) => reading === "text");

/** Positions on a place or on one that lies within it: a tally counts no voice on another place. */
export function positionsAbout(
  subject: string,
  { positions, places }: Pick<Tables, "positions" | "places">
): PositionRow[] {
  const within = new Set([subject]);
  for (const inner of within) for (const { id, within: outer } of places.rows) if (outer === inner) within.add(id);
  return positions.rows.filter((position) => within.has(position.subject));
}

/** A quantity's one value. Throws where it has none, naming the figure and the record. */
export function oneValue(figure: string, row: { id: string; value: number | null }): number {
  if (row.value === null) throw new Error(`figure "${figure}" needs one value of "${row.id}", which has none`);
  return row.value;
}

/** The first row of a list that a figure cannot do without. */
export function firstOf<Row>(figure: string, what: string, rows: readonly Row[]): Row {
  const [first] = rows;
  if (first === undefined) throw new Error(`figure "${figure}" has no ${what}; the ledger no longer holds one`);
  return first;
}

/** Stops a build whose data no longer bear out what a figure's words say. */
export function holds(figure: string, finding: string, condition: boolean): void {
  if (!condition) throw new Error(`figure "${figure}": the data no longer bear out "${finding}"; mend its words`);
}

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

/** The row that plays a part in a drawing. Throws an error that names the figure where there is none. */
export function rowOfPart<Row extends { part: string }>(figure: string, rows: readonly Row[], part: Row["part"]): Row {
  const row = rows.find((candidate) => candidate.part === part);
  if (!row) throw new Error(`figure "${figure}" got no row for "${part}"`);
  return row;
}

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
