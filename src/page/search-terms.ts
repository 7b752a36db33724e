const term = /\d[\d,]*(?:\.\d+)*|[\p{L}\p{M}\p{N}]+/gu;

/** The terms that search knows a text by: its words, and its numbers whole and without commas, "45,500" as "45500". */
export const searchTerms = (text: string): string[] =>
  (text.match(term) ?? []).map((found) => found.replaceAll(",", ""));
