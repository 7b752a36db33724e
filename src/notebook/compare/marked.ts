import { type Part, partsOf, withContext } from "../page/checks/changed-part.ts";
import type { Hand } from "./hand.ts";

/** Both sides of a change, with the words marked that are not in the other; with `context`, no more words around them. */
export function marked(
  before: string | null,
  after: string | null,
  hand: Hand,
  context?: number
): [string | null, string | null] {
  if (before === null || after === null)
    return [before && hand.gone(hand.plain(before)), after && hand.come(hand.plain(after))];
  const whole = partsOf(before, after);
  const parts = context === undefined ? whole : withContext(whole, context);
  const side = (own: Part["of"], mark: (words: string) => string): string =>
    joined(parts.filter(({ of }) => of === "both" || of === own))
      .map(({ of, words }) => (of === "both" ? hand.plain(words) : around(hand.plain(words), mark)))
      .join("");
  return [side("before", hand.gone), side("after", hand.come)];
}

/** Parts of one side as one, where nothing but a space that both have stands between them. */
function joined(parts: readonly Part[]): Part[] {
  const made: Part[] = [];
  parts.forEach((part, place) => {
    const [last, next] = [made.at(-1), parts[place + 1]];
    const isSpace = part.of === "both" && part.words.trim() === "" && last?.of === next?.of;
    if (last && last.of !== "both" && (isSpace || part.of === last.of))
      made[made.length - 1] = { ...last, words: last.words + part.words };
    else made.push(part);
  });
  return made;
}

/** Marks words but for the spaces around them, which Markdown does not allow within its marks. */
function around(words: string, mark: (words: string) => string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === "" ? words : before + mark(inner) + after;
}
