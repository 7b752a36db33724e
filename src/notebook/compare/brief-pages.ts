import { partsOf } from "../page/checks/changed-part.ts";
import type { PageChange } from "./difference.ts";
import { type Hand, kindNames, namesOf } from "./hand.ts";
import { marked } from "./marked.ts";
import type { PassageChange } from "./passage-changes.ts";

/** How many words stand around what changed. */
const context = 6;

/** How many replacements are told, of those that most passages share. */
const mostReplaced = 12;

/**
 * The changes of many pages in brief: which numbers become which, and how often; of each page the titles, headings and sentences that
 * somebody wrote, each once and no more of it than changed; of all else how much there is of it.
 */
export function briefPages(pages: readonly PageChange[], hand: Hand): string[] {
  const told = new Map<string, string>();
  const replaced = replacements(pages);
  return [
    ...(replaced.length === 0 ? [] : [hand.heading("Numbers that change most often", 1)]),
    ...replaced.map(([words, passages]) => hand.item(`${hand.plain(words)}: ${passages} passages`)),
    ...pages.flatMap(({ path, what, changes }) => {
      const own = changes.filter(isWritten);
      const first = own.filter((change) => !told.has(keyOf(change)));
      const again = [...new Set(own.flatMap((change) => told.get(keyOf(change)) ?? []))];
      for (const change of first) told.set(keyOf(change), path);
      const rest = changes.filter((change) => !isWritten(change));
      return [
        hand.heading(what === "changed" ? path : `${path} (${what})`, 2),
        ...first.flatMap((change) => [
          hand.item(`${kindNames[change.kind]}${placeOf(change, hand)}`),
          ...hand.lines(...marked(change.before, change.after, hand, context))
        ]),
        ...(own.length > first.length
          ? [hand.item(`${own.length - first.length} more, as on ${again.join(" and ")}`)]
          : []),
        ...(rest.length === 0 ? [] : [hand.item(counted(rest, hand))])
      ];
    }),
    "",
    hand.item("npm run diff -- --all tells each of them; --json for machines")
  ];
}

const isWritten = ({ kind, at, written }: PassageChange): boolean =>
  kind === "title" ||
  kind === "fault" ||
  (kind === "heading" && written !== undefined) ||
  (kind === "sentence" && at === "" && written !== undefined);

const keyOf = ({ before, after }: PassageChange): string => JSON.stringify([before, after]);

function placeOf({ at, written, isWhole, after }: PassageChange, hand: Hand): string {
  const whole = isWhole ? (after === null ? " is gone" : " is new") : "";
  return `${at === "" ? "" : ` ${hand.name(at)}`}${written === undefined ? "" : ` (${written})`}${whole}`;
}

/** "evidence 29, mark 10 of a figure and 3 more". */
function counted(changes: readonly PassageChange[], hand: Hand): string {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kindNames[kind], (counts.get(kindNames[kind]) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} × ${kind}`);
  const places = [...new Set(changes.flatMap(({ at }) => (at === "" ? [] : [at])))];
  return `${kinds.join(", ")}${places.length === 0 ? "" : `: ${namesOf(places, hand)}`}`;
}

/** Which number becomes which in more than one passage, the most frequent first. */
function replacements(pages: readonly PageChange[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { changes } of pages)
    for (const { before, after } of changes) {
      if (before === null || after === null) continue;
      for (const words of new Set(replacedIn(before, after))) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostReplaced);
}

/** Words without the commas, stops and brackets around them, by which one replacement would be several. */
const bare = (words: string): string => words.replace(/^[^\p{L}\p{N}<>~×−-]+|[^\p{L}\p{N}%]+$/gu, "");

/** "2,600 → 2,700": numbers, with the words next to them, that stand in the place of others. */
function replacedIn(before: string, after: string): string[] {
  const parts = partsOf(before, after);
  return parts.flatMap(({ of, words }, place) => {
    const next = parts[place + 1];
    const isShort = words.length + (next?.words.length ?? 0) <= 80;
    return of === "before" && next?.of === "after" && isShort && [words, next.words].every((one) => /\d/.test(one))
      ? [`${bare(words)} → ${bare(next.words)}`]
      : [];
  });
}
