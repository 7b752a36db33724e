import { plainNumber } from "../charts/words/format.ts";
import type { ModelInput } from "./model.ts";

type Limits = Pick<ModelInput<string>, "min" | "max" | "step" | "start">;

/** How an input's number is written: years without a comma. */
export function inputText(value: number, { start }: Pick<Limits, "start">): string {
  return "as" in start && start.as === "year" ? String(value) : plainNumber(value);
}

/** The number that a reader typed, with or without commas and a unit; null for anything else. */
export function typedNumber(text: string): number | null {
  const [, number] = /^\s*([−-]?\d[\d,\s]*(?:\.\d+)?)\s*(?:%|t|years?|million)?\s*$/i.exec(text) ?? [];
  return number === undefined ? null : Number(number.replace(/[,\s]/g, "").replace("−", "-"));
}

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
