import { partsOf } from "../page/checks/changed-part.ts";
import type { PageChange } from "./difference.ts";
import { type Hand, headOf, kindNames, namesOf } from "./hand.ts";
import { marked } from "./marked.ts";
import type { PassageChange } from "./passage-changes.ts";
import type { PassageKind } from "./state.ts";

/** How many words stand around what changed. */
export const context = 6;

/** How many kinds of passages are counted by themselves. */
const mostKinds = 4;

/** How many replacements are told, of those that most passages share. */
const mostReplaced = 12;

/**
 * The changes of many pages in brief: which numbers become which, and how often; of each page the titles, headings and sentences that
 * somebody wrote, each once and no more of it than changed; of all else how much there is of it.
 */
export function briefPages(pages: readonly PageChange[], hand: Hand): string[] {
  const told = new Map<string, string>();
  const replaced = replacements(pages);
  const made = pages.filter(({ what, changes }) => what === "changed" && !changes.some(isWritten));
  return [
    ...(replaced.length === 0 ? [] : [hand.heading("Numbers that change most often", 1)]),
    ...replaced.map(([words, passages]) => hand.item(`${hand.plain(words)}: ${passages} passages`)),
    ...pages
      .filter((page) => !made.includes(page))
      .flatMap(({ path, what, changes }) => {
        const own = changes.filter(isWritten);
        const first = own.filter((change) => !told.has(keyOf(change)));
        const again = [...new Set(own.flatMap((change) => told.get(keyOf(change)) ?? []))];
        for (const change of first) told.set(keyOf(change), path);
        const rest = changes.filter((change) => !isWritten(change));
        return [
          hand.heading(what === "changed" ? path : `${path} (${what})`, 2),
          ...first.flatMap((change) => [
            hand.item(headOf(change, hand)),
            ...hand.lines(...marked(change.before, change.after, hand, context))
          ]),
          ...(own.length > first.length
            ? [hand.item(`${own.length - first.length} more, as on ${again.join(" and ")}`)]
            : []),
          ...(rest.length === 0 ? [] : [hand.item(counted(rest, hand))])
        ];
      }),
    ...(made.length === 0 ? [] : [hand.heading("Pages on which nothing changes but what is made of records", 2)]),
    ...made.map(({ path, changes }) => hand.item(`${path}: ${counted(changes, hand)}`)),
    "",
    hand.item("npm run diff -- --all tells each of them; --json for machines")
  ];
}

/** Words of a page, a figure or a model that somebody wrote, where a reader comes through them. */
const isWritten = ({ kind, written }: PassageChange): boolean =>
  kind === "title" || kind === "fault" || ((kind === "heading" || kind === "sentence") && written !== undefined);

const keyOf = ({ before, after }: PassageChange): string => JSON.stringify([before, after]);

/** What passages of a figure or a model are, where they are not its title. */
const drawn: readonly PassageKind[] = ["description", "marks", "drawing", "note", "source"];

/** "29 × evidence, 10 × mark and 3 more: riders", by the names of figures alone: records are too many. */
function counted(changes: readonly PassageChange[], hand: Hand): string {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kindNames[kind], (counts.get(kindNames[kind]) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1]);
  const shown = kinds.length > mostKinds ? kinds.slice(0, mostKinds - 1) : kinds;
  const rest = kinds.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
  const figures = [
    ...new Set(changes.flatMap(({ kind, at, written }) => (drawn.includes(kind) && written ? [at] : [])))
  ];
  return `${shown.map(([kind, count]) => `${count} × ${kind}`).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}${figures.length === 0 ? "" : `: ${namesOf(figures, hand)}`}`;
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
