import { unitWords } from "./unit-words.ts";

/** How a column that its table has no words for gets them: from a mark of yes and no, a unit, or a name with hyphens. */
export type Wording = "flag" | "unit" | "hyphens";

const bare = "plain number";

/** The words for a value, and the code of a page that makes the same. */
export const wordings: Readonly<
  Record<Wording, { words: (value: unknown) => unknown; code: (value: string) => string }>
> = {
  flag: {
    words: (value) => (value ? "yes" : "no"),
    code: (value) => `${value} ? "yes" : "no"`
  },
  unit: {
    words: (value) => (typeof value === "string" ? (unitWords[value] ?? bare) : null),
    code: (value) => `${value} && (units[${value}] ?? "${bare}")`
  },
  hyphens: {
    words: (value) => (typeof value === "string" ? value.replaceAll("-", " ") : null),
    code: (value) => `${value}?.replaceAll("-", " ")`
  }
};

/** How a column gets words of its own, by its name and what it holds; null where it reads well as it is. */
export function wordingOf(column: string, values: readonly unknown[]): Wording | null {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (column === "unit") return "unit";
  if (given.every((value) => typeof value === "boolean")) return "flag";
  const isName = given.every((value) => /^[a-z]+(-[a-z]+)*$/.test(String(value)));
  return isName && given.some((value) => String(value).includes("-")) ? "hyphens" : null;
}
