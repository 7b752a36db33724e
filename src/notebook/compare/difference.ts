import { diffArrays } from "diff";
import { type Fault, formatFault } from "../ledger/fault.ts";
import { displayUnits, quantityText } from "../words/words.ts";
import { type LookAgain, lookAgain } from "./look-again.ts";
import type { PageState, Passage, PassageKind, ReaderState, TableState } from "./state.ts";

/** Something before and after; null where it is not there. */
export interface BeforeAfter {
  before: string | null;
  after: string | null;
}

export interface RowChange {
  id: string;
  what: "added" | "removed" | "changed";
  /** The cells of a changed row. */
  cells: readonly ({ column: string } & BeforeAfter)[];
}

export interface TableChange {
  name: string;
  title: string;
  rows: readonly RowChange[];
}

/** A passage whose words change, or a drawing whose shape does: that has no words. */
export interface PassageChange extends BeforeAfter {
  kind: PassageKind;
  at: string;
  under: string;
  written?: string;
  /** The whole figure or record comes or goes. */
  isWhole?: boolean;
}

export interface PageChange {
  path: string;
  what: "added" | "removed" | "changed";
  changes: readonly PassageChange[];
}

/** What a reader finds otherwise in one state of a notebook than in another. */
export interface Difference {
  tables: readonly TableChange[];
  /** Derived quantities in words. */
  derived: readonly ({ id: string } & BeforeAfter)[];
  /** Comparisons that appeared, vanished or became of another kind: the kind and the verdict's word. */
  comparisons: readonly ({ id: string; title: string } & BeforeAfter)[];
  /** What the change leaves as it is, though its words or the records under it are no longer the newest. */
  again: readonly LookAgain[];
  /** Verdicts, comparisons and findings that the data have overtaken, and those that they bear out again. */
  overtaken: readonly Fault[];
  mended: readonly Fault[];
  pages: readonly PageChange[];
  downloads: readonly string[];
}

/** Compares what readers have before and after. */
export function compareStates(before: ReaderState, after: ReaderState): Difference {
  const known = new Set(before.overtaken.map(formatFault));
  const left = new Set(after.overtaken.map(formatFault));
  // Of pictures that only one side can read nothing is told.
  const withCards = before.cards !== null && after.cards !== null;
  const [pagesBefore, pagesAfter] = [before, after].map(({ pages, cards }) =>
    byPath([...pages, ...((withCards && cards) || [])])
  ) as [Pages, Pages];
  return {
    tables: tableChanges(before, after),
    derived: rowPairs(before, after, "derived").flatMap(([id, one, other]) => {
      // As many digits as pages show, or as few more as tell the two apart.
      const least = Math.min(...[one, other].flatMap((row) => (typeof row?.digits === "number" ? row.digits : [])));
      for (let digits = least; digits <= mostDigits; digits += 1) {
        const [was, is] = [derivedWords(one, digits), derivedWords(other, digits)];
        if (was !== is) return [{ id, before: was, after: is }];
      }
      return [];
    }),
    comparisons: rowPairs(before, after, "comparisons").flatMap(([id, one, other]) => {
      const [was, is] = [comparisonWords(one), comparisonWords(other)];
      const { title } = { ...one, ...other };
      return was === is ? [] : [{ id, title: String(title), before: was, after: is }];
    }),
    again: lookAgain(before, after),
    overtaken: after.overtaken.filter((fault) => !known.has(formatFault(fault))),
    mended: before.overtaken.filter((fault) => !left.has(formatFault(fault))),
    pages: union([...pagesBefore.keys()], [...pagesAfter.keys()]).flatMap((path) =>
      pageChange(path, pagesBefore.get(path), pagesAfter.get(path))
    ),
    downloads: union(Object.keys(before.downloads), Object.keys(after.downloads)).filter(
      (path) => before.downloads[path] !== after.downloads[path]
    )
  };
}

/** Digits that a calculated number has to the last bit. */
const mostDigits = 15;

/** Whether a reader would notice nothing. */
export const isEmpty = (difference: Difference): boolean =>
  Object.values(difference).every((list: readonly unknown[]) => list.length === 0);

const union = (some: readonly string[], others: readonly string[]): string[] => [...new Set([...some, ...others])];

type Row = Readonly<Record<string, unknown>>;

type Pages = ReadonlyMap<string, PageState>;

const byPath = (pages: readonly PageState[]): Pages => new Map(pages.map((page) => [page.path, page]));

const tableOf = ({ tables }: ReaderState, name: string): TableState | undefined =>
  tables.find((table) => table.name === name);

/** The rows of a table on both sides, by id. */
function rowPairs(before: ReaderState, after: ReaderState, name: string): [string, Row | undefined, Row | undefined][] {
  const byId = (state: ReaderState) => new Map(tableOf(state, name)?.rows.map((row) => [String(row.id), row]));
  const [one, other] = [byId(before), byId(after)];
  return union([...one.keys()], [...other.keys()]).map((id) => [id, one.get(id), other.get(id)]);
}

function tableChanges(before: ReaderState, after: ReaderState): TableChange[] {
  // A table has the title that it has now.
  const titles = new Map([...before.tables, ...after.tables].map(({ name, title }) => [name, title]));
  return [...titles].flatMap(([name, title]) => {
    const rows = rowPairs(before, after, name).flatMap(([id, one, other]): RowChange[] => {
      if (!one || !other) return [{ id, what: one ? "removed" : "added", cells: [] }];
      const cells = union(Object.keys(one), Object.keys(other)).flatMap((column) => {
        const [was, is] = [cellText(one[column]), cellText(other[column])];
        return was === is ? [] : [{ column, before: was, after: is }];
      });
      return cells.length === 0 ? [] : [{ id, what: "changed", cells }];
    });
    return rows.length === 0 ? [] : [{ name, title, rows }];
  });
}

/** A cell as its table's file has it: lists joined, nothing for what is missing. */
const cellText = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join("; ") : String(value);

function derivedWords(row: Row | undefined, digits: number): string | null {
  if (!row) return null;
  const end = (name: string): number | null => (typeof row[name] === "number" ? row[name] : null);
  const quantity = { low: end("low"), value: end("value"), high: end("high") };
  const number = quantityText(quantity, displayUnits.one, { digits });
  const comparator = row.comparator === "~" ? "about " : row.comparator === "nearly" ? "nearly " : "";
  return `${comparator}${number.replaceAll("\u2060", "")}${row.unit === "1" ? "" : ` ${row.unit_label}`}`;
}

const comparisonWords = (row: Row | undefined): string | null => (row ? `${row.kind}, “${row.word}”` : null);

function pageChange(path: string, before: PageState | undefined, after: PageState | undefined): PageChange[] {
  if (!before || !after) return [{ path, what: before ? "removed" : "added", changes: [] }];
  const changes = passageChanges(before.passages, after.passages);
  return changes.length === 0 ? [] : [{ path, what: "changed", changes }];
}

/**
 * What changed among passages. They are compared within the figure, the record or the running text that they stand in, so
 * that one that comes or goes shifts no others; each change is told once, though three drawings may show it.
 */
function passageChanges(before: readonly Passage[], after: readonly Passage[]): PassageChange[] {
  const groupOf = ({ kind, at }: Passage): string => `${kind === "drawing" || kind === "marks" ? kind : "words"} ${at}`;
  const [one, other] = [groups(before, groupOf), groups(after, groupOf)];
  const wholes = [wholesOf(before), wholesOf(after)] as const;
  const places = new Map([...before, ...after].map((passage) => [groupOf(passage), passage.at]));
  const changes = [...places].flatMap(([group, at]) => {
    const [was, is] = [wholes[0].get(at), wholes[1].get(at)];
    // A figure or a record that comes or goes is told once, whatever it is made of.
    if (at !== "" && (was === undefined) !== (is === undefined)) return [{ ...changeOf(was, is), isWhole: true }];
    return groupChanges(one.get(group) ?? [], other.get(group) ?? []);
  });
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/** What each figure and record is told by where it comes or goes: its title, or what it says first. */
function wholesOf(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const wholes = new Map<string, Passage>();
  for (const passage of passages) {
    const known = wholes.get(passage.at);
    if (!known || (passage.kind === "title" && known.kind !== "title") || known.text === "")
      wholes.set(passage.at, passage);
  }
  return wholes;
}

/** Items by a key of theirs, in order. */
export function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = grouped.get(key);
    if (group) group.push(item);
    else grouped.set(key, [item]);
  }
  return grouped;
}

/** What makes two passages one: sources in another order are the same sources. */
const content = ({ kind, text, shape = "" }: Passage): string =>
  `${kind} ${kind === "source" ? text.split(/[ ;]+/).sort().join(" ") : text} ${shape}`;

function groupChanges(before: Passage[], after: Passage[]): PassageChange[] {
  const changes: PassageChange[] = [];
  const [lost, found]: [Passage[], Passage[]] = [[], []];
  let [gone, come]: [Passage[], Passage[]] = [[], []];
  const settle = (): void => {
    const isInPlace =
      gone.length === come.length && gone.every((passage, place) => isLike(passage, come[place], leastInPlace));
    if (isInPlace) changes.push(...gone.map((passage, place) => changeOf(passage, come[place])));
    else {
      lost.push(...gone);
      found.push(...come);
    }
    [gone, come] = [[], []];
  };
  let [from, to] = [0, 0];
  for (const { added, removed, value } of diffArrays(before.map(content), after.map(content))) {
    if (removed) gone.push(...before.slice(from, from + value.length));
    else if (added) come.push(...after.slice(to, to + value.length));
    else settle();
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  settle();
  return [...changes, ...paired(lost, found)];
}

/** Passages that went, each with the likest that came; those that are only in another place have the same words as before. */
function paired(lost: readonly Passage[], found: readonly Passage[]): PassageChange[] {
  const left = new Set(found);
  const changed = lost.filter((passage) => {
    const moved = [...left].find((other) => content(other) === content(passage));
    if (moved) left.delete(moved);
    return moved === undefined;
  });
  const pairs = changed.map((passage) => {
    const match = likest(passage, left) ?? onlyNumber(passage, changed, left);
    if (match) left.delete(match);
    return changeOf(passage, match);
  });
  return [...pairs, ...[...left].map((passage) => changeOf(undefined, passage))];
}

const isBare = ({ text }: Passage): boolean => !/\p{L}/u.test(text);

/** The one number without words that came, for the one that went. */
function onlyNumber(passage: Passage, lost: readonly Passage[], found: ReadonlySet<Passage>): Passage | undefined {
  const like = (other: Passage): boolean => isBare(other) && other.kind === passage.kind;
  const [come, ...others] = [...found].filter(like);
  return isBare(passage) && others.length === 0 && lost.filter(like).length === 1 ? come : undefined;
}

function likest(passage: Passage, among: ReadonlySet<Passage>): Passage | undefined {
  const [best] = [...among]
    .filter((candidate) => isLike(passage, candidate, leastAnywhere))
    .sort((a, b) => likeness(passage.text, b.text) - likeness(passage.text, a.text));
  return best;
}

/** Two sentences that share fewer of their words are not one that changed: less is asked where one stands in the other's place. */
const leastAnywhere = 0.4;
const leastInPlace = 0.2;

/** What there is one of in its place, however its words change. */
const single: readonly PassageKind[] = ["title", "heading", "card", "drawing"];

const isLike = (one: Passage, other: Passage | undefined, least: number): boolean =>
  other?.kind === one.kind && (single.includes(one.kind) || likeness(one.text, other.text) >= least);

/** The part of their words that two texts share; numbers alone are alike only where one stands in the other's place. */
function likeness(one: string, other: string): number {
  const words = (text: string) => new Set(text.split(" ").filter((word) => /\p{L}/u.test(word)));
  const [some, others] = [words(one), words(other)];
  if (some.size + others.size === 0) return leastInPlace;
  const shared = [...some].filter((word) => others.has(word)).length;
  return (2 * shared) / (some.size + others.size);
}

function changeOf(gone: Passage | undefined, come: Passage | undefined): PassageChange {
  const passage = come ?? gone;
  if (!passage) throw new Error("a change needs a side");
  const { kind, at, under, written } = passage;
  return {
    kind,
    at,
    under,
    ...(written === undefined ? {} : { written }),
    before: gone?.text ?? null,
    after: come?.text ?? null
  };
}
