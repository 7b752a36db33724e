import type { Comparator } from "../ledger/schema.ts";
import type { SourceRow } from "../tables/sources.ts";

interface YearOfEdition {
  year: number;
  edition: string;
}

/** Which years of a series each edition gives, in the order of the rows: "2020 from the 2025 edition". */
export function editionSpans(rows: readonly YearOfEdition[]): string[] {
  const editions = [...new Set(rows.map(({ edition }) => edition))];
  return editions.map((edition) => `${yearSpan(rows.filter((row) => row.edition === edition))} from the ${edition}`);
}

/** The first and the last year of rows: "2021 to 2025". */
export function yearSpan(rows: readonly { year: number }[]): string {
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first} to ${last}`;
}

export const noBreakSpace = "\u00a0";
const wordJoiner = "\u2060";

/** A quantity as tables hold it: low, value, high in a canonical unit, and the words before the number. */
export interface Quantity {
  low: number | null;
  value: number | null;
  high: number | null;
  comparator?: Comparator;
}

/** A unit that is shown: how many canonical units it is, its short sign, and its name in prose, for many and for one. */
export interface DisplayUnit {
  factor: number;
  sign: string;
  name: string;
  one?: string;
}

export const displayUnits = {
  Mt: { factor: 1e6, sign: "Mt", name: "million tonnes" },
  kt: { factor: 1e3, sign: "kt", name: "thousand tonnes" },
  t: { factor: 1, sign: "t", name: "tonnes" },
  percent: { factor: 1, sign: "%", name: "per cent" },
  years: { factor: 1, sign: "years", name: "years" },
  one: { factor: 1, sign: "", name: "" }
} as const satisfies Record<string, DisplayUnit>;

/** 28.5, 2,500, −3: at most `digits` significant digits, a comma from 1,000, a true minus. */
export function plainNumber(value: number, digits = 12): string {
  const [whole = "", part] = String(Math.abs(significant(value, digits))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${part ? `.${part}` : ""}`;
}

const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * A bound to at most `digits` significant digits, rounded outwards: an upper one up, a lower one down. Rounded to the
 * nearest, "up to 2.53" would become "up to 2.5", which leaves out what may be.
 */
export function outward(bound: number, end: "low" | "high", digits: number): number {
  const nearest = significant(bound, digits);
  const slack = 1e-12 * Math.abs(bound);
  if (end === "high" ? nearest >= bound - slack : nearest <= bound + slack) return nearest;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(bound))) - digits + 1);
  return significant(nearest + (end === "high" ? step : -step), digits);
}

/** ×7.5: a ratio, to two digits unless more are asked for. */
export const ratioText = (ratio: number, digits = 2): string => `×${plainNumber(ratio, digits)}`;

/** The words that stand before a number. */
export const comparatorWords: Readonly<Record<Comparator, string>> = {
  "=": "",
  "~": "about ",
  "<": "less than ",
  "<=": "up to ",
  ">": "over ",
  ">=": "at least ",
  nearly: "nearly ",
  unquantified: ""
};

const inSigns: Readonly<Record<Comparator, string>> = {
  ...comparatorWords,
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥"
};

/**
 * A quantity without its unit: "28.5", "nearly 29", "2,500–3,000", "up to 90"; as signs "≤90". "not given" where no
 * number is.
 */
export function quantityText(
  quantity: Quantity,
  unit: DisplayUnit,
  { signs = false, digits = 12 }: { signs?: boolean; digits?: number } = {}
): string {
  const { low, value, high, comparator = "=" } = quantity;
  const show = (amount: number) => plainNumber(amount / unit.factor, digits);
  const showEnd = (amount: number, end: "low" | "high") => plainNumber(outward(amount / unit.factor, end, digits));
  const before = (signs ? inSigns : comparatorWords)[comparator];
  if (value !== null) return before + show(value);
  if (low !== null && high !== null)
    return `${before}${showEnd(low, "low")}${wordJoiner}–${wordJoiner}${showEnd(high, "high")}`;
  if (low !== null) return (before || comparatorWords[">="]) + showEnd(low, "low");
  return high === null ? "not given" : (before || comparatorWords["<="]) + showEnd(high, "high");
}

/** A quantity with its unit's sign: "28.5 Mt", "up to 90%"; the space does not break. */
export function quantityWithUnit(
  quantity: Quantity,
  unit: DisplayUnit,
  options?: { signs?: boolean; digits?: number }
): string {
  return withName(quantityText(quantity, unit, options), unit, unit.sign);
}

/** A quantity as prose says it: "nearly 29 million tonnes", "less than 1%". */
export function quantityInProse(
  quantity: Quantity,
  unit: DisplayUnit,
  options?: { signs?: boolean; digits?: number }
): string {
  const name = quantity.value === unit.factor ? (unit.one ?? unit.name) : unit.name;
  return withName(quantityText(quantity, unit, options), unit, name.replaceAll(" ", noBreakSpace));
}

function withName(text: string, { sign }: DisplayUnit, name: string): string {
  if (text === "not given" || name === "") return text;
  return sign === "%" ? `${text}%` : `${text}${noBreakSpace}${name}`;
}

const small = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Numbers up to twelve as words, halves too ("seven and a half"); others in figures. */
export function numberWord(value: number): string {
  const whole = Math.floor(value);
  const word = small[whole];
  if (word === undefined) return plainNumber(value);
  if (value === whole) return word;
  return value - whole === 0.5 && whole > 0 ? `${word} and a half` : plainNumber(value);
}

/** "seven and a half times", "nearly six times", "over seven and a half times": to the nearest half, saying which side. */
export function timesInWords(multiple: number): string {
  const half = Math.round(multiple * 2) / 2;
  const off = multiple / half - 1;
  const side = Math.abs(off) < 0.005 ? "" : off < 0 ? "nearly " : "over ";
  return `${side}${numberWord(half)} times`;
}

const parts = "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** "a twelfth", "half": the nearest simple part of a whole, down to a twelfth; null for less. */
export function partInWords(percent: number): string | null {
  const part = parts[Math.round(100 / percent) - 2];
  return part === undefined || part === "half"
    ? (part ?? null)
    : `${part === "eighth" || part === "eleventh" ? "an" : "a"} ${part}`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** "31 March 2025", "March 2025" or "2025", as precise as the date is. */
export function dateText(date: string): string {
  const [year = "", month, day] = date.split("-");
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(noBreakSpace);
}

/** A period as words: "2025", "1 January 2022", "2025–2035". */
export const periodText = (period: string): string => period.split("/").map(dateText).join("–");

/** "Seven and a half": the first letter of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "in the next 10 years": a printed figure inside a sentence. */
export const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** The middle of a figure's range, for placing marks: its value, or the one end or the middle of the ends it has. */
export function markAt({ low, value, high }: Quantity): number | null {
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high);
}

/** When a publication appeared: "30 September 2025", saying where it is a conclusion: "March 2025 (inferred)". */
export function publishedText({
  published,
  published_qualifier
}: Pick<SourceRow, "published" | "published_qualifier">): string {
  const after = { exact: "", "not-before": " or later", inferred: " (inferred)" }[published_qualifier];
  return dateText(published) + after;
}
