import type { PassageChange } from "./passage-changes.ts";
import type { PassageKind } from "./state.ts";

/** How a report is written: in a terminal, or in Markdown for a pull request. */
export interface Hand {
  heading(words: string, level: 1 | 2): string;
  /** A line of a list. */
  item(words: string): string;
  /** What goes, and what comes, within a text. */
  gone(words: string): string;
  come(words: string): string;
  /** A name as code has it. */
  name(words: string): string;
  /** Words as they stand, whatever marks they hold. */
  plain(words: string): string;
  /** A change of a text, before and after. */
  lines(before: string | null, after: string | null): string[];
}

const styles = { bold: [1, 22], red: [31, 39], green: [32, 39], dim: [2, 22] } as const;

/** Plain text, with colours where a terminal shows them. */
export function terminalHand(hasColours: boolean): Hand {
  const styled = (style: keyof typeof styles, words: string): string =>
    hasColours ? `\u001b[${styles[style][0]}m${words}\u001b[${styles[style][1]}m` : words;
  return {
    heading: (words) => `\n${styled("bold", words)}`,
    item: (words) => `  ${words}`,
    gone: (words) => styled("red", words),
    come: (words) => styled("green", words),
    name: (words) => words,
    plain: (words) => words,
    lines: (before, after) => [
      ...(before === null ? [] : [`    - ${before}`]),
      ...(after === null ? [] : [`    + ${after}`])
    ]
  };
}

/** Markdown, where what goes is struck out and what comes is bold. */
export const markdownHand: Hand = {
  heading: (words, level) => `\n${"#".repeat(level + 1)} ${words}\n`,
  item: (words) => `- ${words}`,
  gone: (words) => `~~${words}~~`,
  come: (words) => `**${words}**`,
  name: (words) => `\`${words}\``,
  plain: (words) => words.replace(/[\\`*_~<>[\]|#]/g, "\\$&"),
  lines: (before, after) => [
    ...(before === null ? [] : [`  - before: ${before}`]),
    ...(after === null ? [] : [`  - after: ${after}`])
  ]
};

/** How many like changes are told one by one; of more, their names. */
export const mostTold = 6;

/** Names in one line; of many, the first few. */
export const namesOf = (ids: readonly string[], hand: Hand): string => {
  const shown = ids.slice(0, ids.length > mostTold ? 3 : mostTold).map((id) => hand.name(id));
  return `${shown.join(", ")}${ids.length > shown.length ? ` and ${ids.length - shown.length} more` : ""}`;
};

/** What a passage of a kind is called. */
export const kindNames: Readonly<Record<PassageKind, string>> = {
  heading: "heading",
  sentence: "sentence",
  row: "table row",
  title: "title",
  description: "description",
  marks: "mark",
  drawing: "drawing",
  note: "words beside the drawing",
  source: "sources under the drawing",
  evidence: "evidence",
  label: "label",
  card: "card",
  fault: "cannot be made"
};

/** What changes, and where: "sentence under “Harvest” (src/harvest.md:12)", "title riders is gone", "riders cannot be made". */
export function headOf({ kind, at, under, written, isWhole, after }: PassageChange, hand: Hand): string {
  const name = at === "" ? "" : ` ${hand.name(at)}`;
  const place = name !== "" || under === "" || kind === "heading" ? name : ` under “${hand.plain(under)}”`;
  const file = written === undefined ? "" : ` (${written})`;
  if (kind === "fault" && isWhole)
    return `${hand.name(at)}${file} ${after === null ? "can be made again" : kindNames.fault}`;
  const what = isWhole && kind === "title" ? "figure" : kindNames[kind];
  return `${what}${place}${file}${isWhole ? (after === null ? " is gone" : " is new") : ""}`;
}
