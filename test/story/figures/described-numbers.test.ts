import { describe, expect, test } from "vitest";
import type { Figure, FigureRow } from "../../../src/notebook/kit/figure.ts";
import { testedNotebook, testedTables } from "../../real-ledger.ts";

const numberPattern = /\d[\d,]*(?:\.\d+)?/g;
const numbersIn = (text: string): string[] => text.match(numberPattern) ?? [];
const amountOf = (text: string): number => Number(text.replaceAll(",", ""));

/** Every number that rows hold, as their table shows it and as it is. */
function held(figure: Figure<FigureRow>, rows: readonly FigureRow[]): Set<number> {
  const found = new Set<number>();
  for (const row of rows) {
    for (const { text, value } of figure.columns) {
      for (const shown of numbersIn(text(row))) found.add(amountOf(shown));
      const own = value?.(row);
      if (typeof own === "number") found.add(own);
    }
    for (const own of Object.values(row)) if (typeof own === "number") found.add(own);
  }
  return found;
}

/** How many rows, and how many records under them, are alike in a column or field, or, of few rows, in two of them. */
function counts(figure: Figure<FigureRow>, rows: readonly FigureRow[]): Set<number> {
  const sum = (some: readonly FigureRow[]) => some.reduce((total, { evidence }) => total + evidence.length, 0);
  const found = new Set([rows.length, sum(rows)]);
  const keysOf = (row: FigureRow): string[] => [
    ...figure.columns.map(({ text }, at) => `${at} ${text(row)}`),
    ...Object.entries(row).flatMap(([field, value]) => (typeof value === "string" ? [`${field} ${value}`] : []))
  ];
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const keys = keysOf(row);
    for (const one of keys)
      for (const other of rows.length > 100 ? [one] : keys) {
        const group = groups.get(`${one}|${other}`) ?? [];
        group.push(row);
        groups.set(`${one}|${other}`, group);
      }
  }
  for (const group of groups.values()) {
    found.add(group.length);
    found.add(sum(group));
  }
  return found;
}

/** Whether a number as it is written is that value, rounded to the written digits, in any of the units of axes. */
function rounds(written: string, value: number): boolean {
  const decimals = written.split(".")[1]?.length ?? 0;
  const zeros = decimals === 0 ? (written.replaceAll(",", "").match(/0+$/)?.[0].length ?? 0) : 0;
  const half = 0.5 * 10 ** (decimals > 0 ? -decimals : zeros) + 1e-9;
  return [1, 1e3, 1e6].some((unit) =>
    [value * unit, value / unit].some((one) => Math.abs(one - amountOf(written)) <= half)
  );
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const columnOf = (figure: Figure<FigureRow>, label: string) => {
  const column = figure.columns.find((candidate) => candidate.label === label);
  if (!column) throw new Error(`${figure.name} has no column "${label}"`);
  return column;
};

/** What some descriptions calculate of their rows, calculated here once more. */
const calculated: Readonly<Record<string, (figure: Figure<FigureRow>, rows: readonly FigureRow[]) => number[]>> = {
  "event-calendar"(figure, rows) {
    const { text } = columnOf(figure, "Date");
    const months = rows.map((row) => text(row).match(/\p{L}+\s\d{4}$/u)?.[0]).filter((month) => month !== undefined);
    const known = [...new Set(months)];
    const inMonth = known.map((month) => months.filter((one) => one === month).length);
    return [months.length, Math.max(...inMonth.slice(1).map((count, at) => count + (inMonth[at] ?? 0)))];
  },
  "one-square": (figure, rows) => {
    const tonnes = rows.map((row) => {
      const [number = "", million = ""] =
        columnOf(figure, "Figure")
          .text(row)
          .match(/[\d.,]+|million/g) ?? [];
      return amountOf(number) * (million === "" ? 1 : 1e6);
    });
    return tonnes.map((one) => one / Math.min(...tonnes));
  },
  "stance-by-topic": (figure, rows) =>
    [...new Set(rows.map((row) => columnOf(figure, "Who").text(row)))].flatMap((who) => {
      const own = rows.filter((row) => columnOf(figure, "Who").text(row) === who);
      const total = (label: string) => sumOf(own.map((row) => Number(columnOf(figure, label).text(row))));
      return ["Favourable", "Sceptical"].map((side) => total(side) + total("Mixed"));
    })
};

describe("every number of a description is in the figure's rows, or counts them", () => {
  for (const figure of testedNotebook().figures) {
    const rows = figure.select(testedTables());
    test(figure.name, () => {
      const values = [...held(figure, rows), ...(calculated[figure.name]?.(figure, rows) ?? [])];
      const counted = counts(figure, rows);
      const unknown = numbersIn(figure.words(rows).description).filter(
        (written) => !values.some((value) => rounds(written, value)) && !counted.has(amountOf(written))
      );
      expect(unknown).toEqual([]);
    });
  }
});
