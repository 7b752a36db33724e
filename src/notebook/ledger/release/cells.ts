/** What a cell of a data file says: a number, with the comparator before it. */
export interface FileNumber {
  value: number;
  /** As a table of the ledger writes it; empty where there is none. */
  sign: "" | "<" | "<=" | ">" | ">=" | "~";
}

const signs: Readonly<Record<string, FileNumber["sign"]>> = { "≤": "<=", "=<": "<=", "≥": ">=", "=>": ">=", "≈": "~" };

/** The number of a cell, with comma or point for decimals; nothing where the cell holds anything else. */
export function numberIn(cell: string, decimal: "." | "," = "."): FileNumber | undefined {
  const [, lead = "", digits = ""] = /^([<>]=?|=[<>]|[≤≥~≈])?\s*(\S.*)$/.exec(cell.trim()) ?? [];
  const group = decimal === "." ? "," : ".";
  const bare = digits.replace(/[\s\u00a0\u202f'’]/g, "").replace(new RegExp(`\\${group}(?=\\d{3}(?:\\D|$))`, "g"), "");
  if (!(decimal === "." ? /^-?\d+(?:\.\d+)?$/ : /^-?\d+(?:,\d+)?$/).test(bare)) return undefined;
  return { value: Number(bare.replace(",", ".")), sign: signs[lead] ?? (lead as FileNumber["sign"]) };
}

/** How a column writes decimals: with a comma where a cell can be read in no other way. */
export const decimalOf = (cells: readonly string[]): "." | "," =>
  cells.some((cell) => numberIn(cell) === undefined && numberIn(cell, ",") !== undefined) ? "," : ".";

/** What stands in place of a number that is withheld, or not known, in the tables of most who publish them. */
const withheld = /^(?:w|withheld|c|conf(?:idential)?\.?|\(?d\)?|suppressed)$/i;
const missing = /^(?:n\.?\/?a\.?|not available|unknown|no data|nan|null|-+|[–—]|\.{1,3}|…|x|:)$/i;

/** The mark that a word in place of a number most likely is, of those that a vocabulary has; none where it may be a slip. */
export function markInPlace(
  cell: string,
  marks: readonly { id: string; label: string; number: boolean }[]
): string | undefined {
  const alone = marks.filter(({ number }) => !number);
  const own = alone.find(({ id, label }) => id === cell || label.toLowerCase() === cell.toLowerCase());
  const meant = withheld.test(cell) ? ["W", "NA"] : missing.test(cell) ? ["NA"] : [];
  return own?.id ?? meant.find((id) => alone.some((one) => one.id === id));
}
