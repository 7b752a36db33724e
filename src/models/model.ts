import type { Canvas, Size } from "../charts/chart.ts";
import type { DisplayUnit } from "../charts/words/format.ts";

/** A record's number, or the year that it is about. */
export interface Recorded {
  record: string;
  as: "number" | "year";
}

/** Where an input starts: at what a source gives, or at an assumption that is nobody's. */
export type Start = Recorded | { assumed: number };

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
export type Results = Readonly<Record<string, string>>;

/** An amount that a model draws: of what, when where it is drawn over years, and the amount in words. */
export interface DrawnAmount {
  what: string;
  when?: string;
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
