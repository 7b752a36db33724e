import { InputError } from "../../src/notebook/ledger/fault.ts";

/** The sizes that an option lists, from the smallest on. */
export function wholeNumbers(option: string, list: string, step = 1): number[] {
  const sizes = list.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= step && size % step === 0))
    return sizes.sort((a, b) => a - b);
  const message = `"${list}" are no sizes`;
  const remedy = step === 1 ? "write whole numbers from 1 on" : `write multiples of ${step}`;
  throw new InputError([{ file: option, line: 1, column: 1, message, remedy }]);
}

/** A table of numbers, as Markdown. */
export function numberTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(heads), row(heads.map(() => "--:")), ...rows.map(row)].join("\n");
}
