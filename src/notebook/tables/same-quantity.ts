import type { QuantityRow } from "./figures.ts";

/** The span of values that a figure leaves possible, in its canonical unit. */
interface Span {
  from: number;
  to: number;
}

/**
 * What a figure leaves possible: a printed number stands for all that round to it, "less than" for everything below, an
 * interval for what lies in it. Null for a figure without an amount.
 */
export function possibleSpan({
  low,
  value,
  high,
  comparator,
  unit
}: Pick<QuantityRow, "low" | "value" | "high" | "comparator" | "unit">): Span | null {
  if (low === null && value === null && high === null) return null;
  // A count or a rank is exact unless it is said to be about that many.
  if (value !== null && unit === "1" && comparator === "=") return { from: value, to: value };
  if (value !== null) {
    const half = roundingUnit(value) / 2;
    // "Nearly 29" lies below 29, by no more than the next rounder number.
    return comparator === "nearly" ? { from: value - 2 * half, to: value } : { from: value - half, to: value + half };
  }
  // A bound has one end, an interval both.
  return { from: low ?? 0, to: high ?? Number.POSITIVE_INFINITY };
}

/** The place of the last digit that a number bears: 28.5 million → 100,000; 2,500 → 100. */
function roundingUnit(value: number): number {
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string];
  return 10 ** (Number(exponent) - (mantissa.split(".")[1]?.length ?? 0));
}

/** Whether two figures can both be right within what they print. */
export function agree(one: QuantityRow, other: QuantityRow): boolean {
  const [a, b] = [possibleSpan(one), possibleSpan(other)];
  return a === null || b === null || (a.from <= b.to && b.from <= a.to);
}

/**
 * Whether two figures speak of times near enough to be compared: so many years apart at most, or one of them undated. A
 * target or forecast is compared only with another.
 */
export function sameTime(one: QuantityRow, other: QuantityRow, yearsApart = 1): boolean {
  if (looksAhead(one) !== looksAhead(other)) return false;
  if (one.period === null || other.period === null) return true;
  const [a, b] = [years(one.period), years(other.period)];
  return a.from - yearsApart <= b.to && b.from - yearsApart <= a.to;
}

/** Whether a figure is of what is planned or foreseen. */
export const looksAhead = ({ status }: QuantityRow): boolean => status === "target" || status === "forecast";

/** Periods are few, and each is asked for once for every pair of figures. */
const spans = new Map<string, Span>();

function years(period: string): Span {
  const known = spans.get(period);
  if (known) return known;
  const ends = period.split("/").map((end) => Number(end.slice(0, 4)));
  const span = { from: Math.min(...ends), to: Math.max(...ends) };
  spans.set(period, span);
  return span;
}

/** What a figure is of: two that share it speak of one quantity, on whichever basis. */
export const comparisonKey = ({
  metric,
  subject,
  material
}: Pick<QuantityRow, "metric" | "subject" | "material">): string => [metric, subject, material].join(" ");

/** What a figure is held against shares its canonical unit too: nothing converts one currency into another. */
const scaleKey = (figure: QuantityRow): string => `${comparisonKey(figure)} ${figure.unit}`;

/**
 * Whether a figure is held against another of its group. One with a date meets what is near in time; one without meets, of
 * the years that a speaker gives on one basis, the newest only.
 */
export function meets(
  claim: QuantityRow,
  other: QuantityRow,
  group: readonly QuantityRow[],
  yearsApart?: number
): boolean {
  if (claim === other || !sameTime(claim, other, yearsApart)) return false;
  if (claim.period !== null || other.period === null || other.reading === "text") return true;
  return !group.some(
    (later) =>
      later.reading !== "text" &&
      later.speaker === other.speaker &&
      later.basis === other.basis &&
      sameTime(claim, later, yearsApart) &&
      endOf(later) > endOf(other)
  );
}

/** When a figure's period ends; dates of this form sort as text. */
export const endOf = ({ period }: QuantityRow): string => period?.split("/").at(-1) ?? "";

/** The other figures for one quantity, by what sets them apart from a figure. */
interface Beside {
  /** Of the same status and about the same time: these are held against it. */
  like: QuantityRow[];
  /** What is planned or foreseen, beside what is; or the other way round. */
  otherStatus: QuantityRow[];
  /** Of the same status, for other times. */
  otherTime: QuantityRow[];
}

/**
 * What stands beside a figure. Of a table one current cell stands for all, the one nearest in time to a figure that has a
 * date, else the newest; beside an older cell stand only figures for its own time.
 */
export function beside(figure: QuantityRow, figures: readonly QuantityRow[], yearsApart?: number): Beside {
  const { groups, newest } = lookUp(figures);
  const same = (groups.get(scaleKey(figure)) ?? []).filter(
    (other) => other.id !== figure.id && (other.series === null || (other.current && other.series !== figure.series))
  );
  const ofStatus = same.filter((other) => looksAhead(other) === looksAhead(figure));
  if (figure.series !== null && (newest.get(cellKey(figure)) ?? "") > (figure.period ?? ""))
    return { like: ofStatus.filter(({ period }) => period === figure.period), otherStatus: [], otherTime: [] };
  const like = oneOfTable(
    ofStatus.filter((other) => meets(figure, other, same, yearsApart)),
    figure
  );
  const tables = new Set(like.map(({ series }) => series));
  const otherTime = ofStatus.filter(
    (other) => !like.includes(other) && (other.series === null || !tables.has(other.series))
  );
  return {
    like,
    otherStatus: oneOfTable(
      same.filter((other) => !ofStatus.includes(other)),
      figure
    ),
    otherTime: oneOfTable(otherTime, figure)
  };
}

/** Whether some figure gives the same quantity in a unit that a figure is not held against, another currency. */
export const isInOtherUnits = (figure: QuantityRow, figures: readonly QuantityRow[]): boolean =>
  [...(lookUp(figures).units.get(comparisonKey(figure)) ?? [])].some((unit) => unit !== figure.unit);

/** Statements, and of each table's cells the one nearest to a figure in time; the newest beside a figure without a date. */
function oneOfTable(rows: readonly QuantityRow[], { period }: QuantityRow): QuantityRow[] {
  const distance = (row: QuantityRow): number =>
    period === null || row.period === null ? 0 : Math.abs(years(row.period).to - years(period).to);
  /** Above 0 where the second row is to be preferred. */
  const order = (one: QuantityRow, other: QuantityRow): number =>
    distance(one) - distance(other) || Number(endOf(one) < endOf(other));
  const best = new Map<string | null, QuantityRow>();
  for (const row of rows) if (order(row, best.get(row.series) ?? row) <= 0) best.set(row.series, row);
  return rows.filter((row) => row.series === null || order(row, best.get(row.series) ?? row) === 0);
}

/** Figures by what they are of and counted in, the newest period of each row of a table, and the units of each quantity. */
interface LookUp {
  groups: ReadonlyMap<string, readonly QuantityRow[]>;
  newest: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every figure of a notebook is held against all others, so they are sorted once. */
const lookUps = new WeakMap<readonly QuantityRow[], LookUp>();

function lookUp(figures: readonly QuantityRow[]): LookUp {
  const known = lookUps.get(figures);
  if (known) return known;
  const groups = new Map<string, QuantityRow[]>();
  const newest = new Map<string, string>();
  const units = new Map<string, Set<string>>();
  for (const figure of figures) {
    const [key, cell, period] = [scaleKey(figure), cellKey(figure), figure.period ?? ""];
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(figure);
    units.set(comparisonKey(figure), (units.get(comparisonKey(figure)) ?? new Set()).add(figure.unit));
    if (period > (newest.get(cell) ?? "")) newest.set(cell, period);
  }
  const found = { groups, newest, units };
  lookUps.set(figures, found);
  return found;
}

const cellKey = ({ series, subject }: QuantityRow): string => JSON.stringify([series, subject]);
