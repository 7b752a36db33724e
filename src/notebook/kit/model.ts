import { exact } from "../ledger/amounts.ts";
import { figureNamed } from "../ledger/editions.ts";
import type { Tables } from "../tables/tables.ts";
import { type DisplayUnit, plainNumber, quantityInProse } from "../words/words.ts";
import type { Canvas, Size } from "./figure.ts";

/** An amount after so many years of steady growth in % a year. */
export const grown = (amount: number, percent: number, years: number): number =>
  exact(amount * (1 + percent / 100) ** years);

/** How many years a stock lasts if the yearly use of it grows by so many % a year; infinite if it shrinks fast enough. */
export function yearsOf(stock: number, use: number, percent: number): number {
  if (percent === 0) return stock / use;
  const rate = Math.log(1 + percent / 100);
  const share = 1 + (stock * rate) / use;
  return share > 0 ? exact(Math.log(share) / rate) : Number.POSITIVE_INFINITY;
}

/** A result in words, to three digits unless fewer are asked for. */
export const amountText = (value: number, unit: DisplayUnit, digits = 3): string =>
  quantityInProse({ low: null, value, high: null }, unit, { digits });

/** A growth in % a year, to two digits. */
export const paceText = (percent: number): string => `${plainNumber(percent, 2)}%`;

/** How many times as much, to two digits. */
export const timesText = (ratio: number): string => `${plainNumber(ratio, 2)}\u00a0times`;

/** A record's number, or the year that it is about. */
export interface Recorded {
  record: string;
  as: "number" | "year";
}

/** Where an input starts: at what a source gives, or at an assumption that is nobody's. */
type Start = Recorded | { assumed: number };

/** A number of a model's sentence that the reader may change, in the unit that the sentence names after it. */
export interface ModelInput<Name extends string> {
  id: Name;
  /** What it is, for the list of inputs and for those who do not see the sentence. */
  label: string;
  start: Start;
  /** Records that give another number for the same thing, which the reader may want to try. */
  others?: readonly string[];
  unit: DisplayUnit;
  min: number;
  max: number;
  step: number;
}

/** Every number of a model by name: inputs in their own unit, what is fixed in canonical units. */
export type Values<Name extends string> = Readonly<Record<Name, number>>;

/** What a model comes to: the words for the slots of its answer. */
type Results = Readonly<Record<string, string>>;

/** An amount that a model draws: of what, when where it is drawn over years, the amount in a canonical unit and in words. */
export interface DrawnAmount {
  what: string;
  when?: string;
  amount: number;
  /** The canonical unit, as the vocabulary calls it. */
  unit: string;
  text: string;
}

/**
 * One model: a question with numbers in it, the answer, a drawing. Pure: the same numbers give the same words and the
 * same drawing, at build time and in the browser.
 */
export interface Model<Name extends string> {
  /** Its anchor on the page, and what its numbers begin with in the address: `goal.share=15`. */
  name: string;
  title: string;
  /** What is drawn, in which unit. */
  subtitle: string;
  inputs: readonly ModelInput<Name>[];
  /** Numbers that the reader cannot change. */
  fixed: Readonly<Partial<Record<Name, Recorded>>>;
  /** The derived quantity that the model gives at its start; what allows unlike bases to meet in it is said of the model. */
  repeats: string;
  /** Texts with slots: `{share}` is an input, a fixed number or a result. */
  question: string;
  answer: string;
  notes: readonly string[];
  results(values: Values<Name>): Results;
  /** The drawing as a table: what is drawn for these numbers. */
  amounts(values: Values<Name>): DrawnAmount[];
  /** The height in px, whatever the numbers are. */
  height(size: Size): number;
  draw(values: Values<Name>, canvas: Canvas): Element;
}

type Limits = Pick<ModelInput<string>, "min" | "max" | "step" | "start">;

/** How an input's number is written: years without a comma. */
export function inputText(value: number, { start }: Pick<Limits, "start">): string {
  return "as" in start && start.as === "year" ? String(value) : plainNumber(value);
}

/**
 * The number that a reader typed for an input, in the manner of any country, and with or without its unit's sign, its name or
 * a word of its name after it; null for anything else.
 */
export function typedNumber(text: string, { sign, name }: Pick<DisplayUnit, "sign" | "name">): number | null {
  const [, minus, number = "", unit = ""] = /^\s*([−–-]?)\s*(\d[\d.,'’\s]*\d|\d)\s*(\D*?)\s*$/.exec(text) ?? [];
  const known = ["", sign, name, ...name.split(" ")].map((word) => word.toLowerCase());
  const plain = known.includes(unit.toLowerCase())
    ? writings.find(({ form }) => form.test(number))?.plain(number)
    : undefined;
  return plain === undefined ? null : Number(plain) * (minus ? -1 : 1);
}

const withoutMarks = (number: string): string => number.replace(/[^\d.]/g, "");
const withCommaAsPoint = (number: string): string => number.replace(/[^\d,]/g, "").replace(",", ".");

/** How numbers are written. A comma before three digits parts thousands, as it does on the pages; a single point never does. */
const writings: readonly { form: RegExp; plain(number: string): string }[] = [
  { form: /^\d+(?:\.\d+)?$/, plain: withoutMarks },
  { form: /^[1-9]\d{0,2}(?:([,'’\s])\d{3})(?:\1\d{3})*(?:\.\d+)?$/, plain: withoutMarks },
  { form: /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, plain: (number) => number.replaceAll(".", "") },
  { form: /^(?:\d+|[1-9]\d{0,2}(?:([.'’\s])\d{3})(?:\1\d{3})*),\d+$/, plain: withCommaAsPoint }
];

/** Whether a number lies within an input's limits. */
export const isWithin = (value: number, { min, max }: Limits): boolean => value >= min && value <= max;

/** How far an input goes, said where a limit is met: "Share aimed at: from 1% to 50%." */
export function limitsText(input: ModelInput<string>): string {
  const sign = input.unit.sign === "%" ? "%" : "";
  return `${input.label}: from ${inputText(input.min, input)}${sign} to ${inputText(input.max, input)}${sign}.`;
}

/** The step nearest to a number, within the limits. */
export function nearestStep(value: number, { min, max, step }: Limits): number {
  const stepped = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(max, Math.max(min, stepped));
}

/** How many characters an input needs at most, so that no number moves the words after it. */
export const inputWidth = (input: Limits): number =>
  Math.max(...[input.min, input.max, input.max - input.step].map((value) => inputText(value, input).length));

/** A text in its parts: words, and the names of the slots between them. */
type Part = { words: string } | { slot: string };

/** Parts of a text with slots: "wants {share}% of it" has words, a slot, and words again. */
export function slotsOf(text: string): Part[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, place): Part => (place % 2 === 1 ? { slot: part } : { words: part }))
    .filter((part) => !("words" in part) || part.words !== "");
}

type Records = Pick<Tables, "figures" | "derived">;

/** The numbers that a model starts from: the ledger's where a source gives one. Throws for a record that has none. */
export function startValues<Name extends string>(model: Model<Name>, tables: Records): Values<Name> {
  const fixed = Object.entries<Recorded | undefined>(model.fixed).map(([name, recorded]) => [
    name,
    recorded && startOf(model.name, recorded, 1, tables)
  ]);
  const inputs = model.inputs.map(({ id, start, unit }) => [id, startOf(model.name, start, unit.factor, tables)]);
  return Object.fromEntries([...fixed, ...inputs]) as Values<Name>;
}

function startOf(model: string, start: Start, factor: number, tables: Records): number {
  if ("assumed" in start) return start.assumed;
  if (start.as === "number") return recordNumber(model, start.record, tables) / factor;
  const year = Number(figureNamed(start.record, tables.figures.rows)?.period?.slice(0, 4));
  if (!year) throw new Error(`the model "${model}" needs the year of "${start.record}", which has none`);
  return year;
}

function recordNumber(model: string, id: string, { figures, derived }: Records): number {
  const row = figureNamed(id, figures.rows) ?? derived.rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`the model "${model}" needs "${id}", which the ledger does not have`);
  if (row.value === null) throw new Error(`the model "${model}" needs one value of "${id}", which has none`);
  return row.value;
}

/** A model that starts at other records where others stand in for its own. */
export function withStandIns(model: Model<string>, standIn: (record: string) => string): Model<string> {
  const placed = withRecords(model, standIn);
  return {
    ...placed,
    inputs: placed.inputs.map((input, place) => {
      const start = "record" in input.start ? input.start.record : undefined;
      // What now comes first is no longer what others say.
      return { ...input, others: (model.inputs[place]?.others ?? []).filter((other) => other !== start) };
    })
  };
}

/** A model with each record that it names called otherwise. */
export function withRecords(model: Model<string>, rename: (record: string) => string): Model<string> {
  const placed = (recorded: Recorded): Recorded => ({ ...recorded, record: rename(recorded.record) });
  return {
    ...model,
    repeats: rename(model.repeats),
    inputs: model.inputs.map((input) => ({
      ...input,
      start: "record" in input.start ? placed(input.start) : input.start,
      ...(input.others ? { others: input.others.map(rename) } : {})
    })),
    fixed: Object.fromEntries(
      Object.entries(model.fixed).flatMap(([name, recorded]) => (recorded ? [[name, placed(recorded)]] : []))
    )
  };
}
