import { type Fault, sortFaults } from "../ledger/fault.ts";
import { groupBy } from "../page/sources.ts";
import { briefPages, context } from "./brief-pages.ts";
import type { Difference, PageChange, TableChange } from "./difference.ts";
import { type Hand, headOf, kindNames, mostTold, namesOf } from "./hand.ts";
import { marked } from "./marked.ts";
import type { BeforeAfter, PassageChange } from "./passage-changes.ts";
import { downloadsReport, rowsReport } from "./table-report.ts";

/** How many passages are told one by one where not all are asked for. */
const mostInFull = 100;

/**
 * A difference as a person reads it. Of a large one, such as a new edition makes, the pages are told in brief unless all of it is
 * asked for.
 */
export function reportOf(
  difference: Difference,
  sides: { before: string; after: string },
  hand: Hand,
  isWhole = false
): string {
  const { tables, derived, comparisons, again, overtaken, mended, pages, downloads } = difference;
  const passages = pages.reduce((sum, { changes }) => sum + changes.length, 0);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [hand.heading(title, 1), ...lines];
  const value = (change: BeforeAfter): string =>
    listChange(change, hand) ??
    [change.before, change.after].map((side) => (side === null ? "none" : hand.plain(rounded(side)))).join(" → ");
  return [
    `${sides.before} → ${sides.after}: ${summary(difference)}`,
    ...section(
      "To look at again: npm run check says why, and what mends it",
      briefly(overtaken).map((line) => hand.item(hand.plain(line)))
    ),
    ...section(
      "To read again, unchanged",
      again.flatMap(({ path, at, written, text, why }) => [
        hand.item(`${written ?? path}${at === "" ? "" : ` ${hand.name(at)}`}: ${hand.plain(why)}`),
        `  ${hand.item(`“${hand.plain(text)}”`)}`
      ])
    ),
    ...section(
      "No longer to be looked at",
      briefly(mended).map((line) => hand.item(hand.plain(line)))
    ),
    ...section(
      "Derived quantities",
      derived.map((change) => hand.item(`${hand.name(change.id)} ${value(change)}`))
    ),
    ...section(
      "Comparisons",
      comparisons.map((change) => hand.item(`${hand.name(change.id)} ${hand.plain(change.title)}: ${value(change)}`))
    ),
    ...(isWhole || passages <= mostInFull
      ? pages.flatMap((page) => pageReport(page, elsewhere(page, pages), hand, isWhole))
      : briefPages(pages, hand)),
    ...section(
      "Rows",
      tables.flatMap((table) => rowsReport(untold(table, difference), hand, value))
    ),
    ...section(
      "Downloads",
      downloadsReport(downloads).map((line) => hand.item(hand.plain(line)))
    )
  ].join("\n");
}

/** Each fault's place and what is wrong, without the why and the remedy: those are `check`'s. */
const briefly = (faults: readonly Fault[]): string[] =>
  sortFaults(faults).map(({ file, line, message }) => {
    const [what = message] = message.split(/[;:] /);
    return `${file}:${line} ${what.length > longestFault ? `${what.slice(0, longestFault).replace(/ \S*$/, "")} …` : what}`;
  });
const longestFault = 110;

/** What a calculated quantity is made of and comes to is told in words before: of its row, the rest. */
function untold(table: TableChange, { derived }: Difference): TableChange {
  if (table.name !== "derived") return table;
  const told = new Set(derived.map(({ id }) => id));
  const rows = table.rows.flatMap((row) => {
    if (row.what !== "changed" || !told.has(row.id)) return [row];
    const cells = row.cells.filter(({ column }) => !["low", "value", "high", "digits", "inputs"].includes(column));
    return cells.length > 0 ? [{ ...row, cells }] : [];
  });
  return { ...table, rows };
}

/** Of a list, what is no longer in it and what is new: "without a, with b". */
function listChange({ before, after }: BeforeAfter, hand: Hand): string | undefined {
  if (!before?.includes("; ") && !after?.includes("; ")) return undefined;
  const [was, is] = [before, after].map((list) => list?.split("; ") ?? []) as [string[], string[]];
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  const parts = [
    ...(gone.length > 0 ? [`without ${namesOf(gone, hand)}`] : []),
    ...(come.length > 0 ? [`with ${namesOf(come, hand)}`] : [])
  ];
  return parts.length > 0 ? parts.join(", ") : "in another order";
}

/** A number of a cell with no more digits than a reader takes in: a share of 0.0417382 is told as 0.04174. */
const rounded = (words: string): string =>
  /^-?\d+\.\d{4,}$/.test(words) ? String(Number(Number(words).toPrecision(4))) : words;

/** The same of sentences that stand in no file of a page. */
const mostMade = 3;
const isMade = ({ kind, at, written }: PassageChange): boolean =>
  kind === "sentence" && at === "" && written === undefined;

/** "12 passages on 3 pages, 1 row, 2 downloads", or that nothing is otherwise. */
function summary({ tables, again, overtaken, pages, downloads }: Difference): string {
  const count = (of: number, one: string, many = `${one}s`): string[] =>
    of === 0 ? [] : [`${of} ${of === 1 ? one : many}`];
  const parts = [
    ...count(again.length, "passage to read again", "passages to read again"),
    ...count(overtaken.length, "verdict or finding to look at again", "verdicts and findings to look at again"),
    ...count(
      tables.reduce((sum, { rows }) => sum + rows.length, 0),
      "row"
    ),
    ...count(
      pages.reduce((sum, { changes }) => sum + changes.length, 0),
      "passage"
    ),
    ...count(pages.length, "page"),
    ...count(downloads.length, "download")
  ];
  return parts.length === 0 ? "nothing changes for readers" : parts.join(", ");
}

/** What a change says, on whichever page; a drawing has no words, and is known by what it stands in. */
const keyOf = ({ kind, at, before, after }: PassageChange): string =>
  JSON.stringify(kind === "drawing" ? [kind, at] : [before, after]);

/** The pages before this one that told a change already, by what it says. The same entry of evidence closes many pages. */
function elsewhere(page: PageChange, pages: readonly PageChange[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const other of pages.slice(0, pages.indexOf(page)))
    for (const change of other.changes)
      if ((change.kind !== "drawing" || change.at !== "") && !told.has(keyOf(change)))
        told.set(keyOf(change), other.path);
  return told;
}

function pageReport(page: PageChange, told: ReadonlyMap<string, string>, hand: Hand, isWhole: boolean): string[] {
  const titles = page.changes.filter(({ kind }) => kind === "title");
  // A label, or the text of a citation, that says a title once more changes with it.
  const echoes = ({ kind, at, before }: PassageChange): boolean =>
    kind === "label" && titles.some((title) => title.at === at && title.before && before?.includes(title.before));
  const repeated = page.changes.filter((change) => told.has(keyOf(change)));
  const own = page.changes.filter((change) => !told.has(keyOf(change)) && !echoes(change));
  const shapes = own.filter(({ kind, isWhole }) => kind === "drawing" && !isWhole);
  const drawings = shapes.map(({ at, under }) => (at === "" ? `one under “${hand.plain(under)}”` : hand.name(at)));
  const before = [...new Set(repeated.map((change) => told.get(keyOf(change))))];
  const worded = own.filter((change) => !shapes.includes(change));
  // Sentences come first; of many entries and marks that say the same in small, the names are enough.
  const small = (["evidence", "row", "marks"] as const)
    .map((kind) => ({ kind, changes: worded.filter((change) => change.kind === kind) }))
    .filter(({ changes }) => changes.length > mostTold);
  // What nobody wrote in a page, lists and counts that the machine makes, is told by its heading where there is much of it.
  const made = [...groupBy(worded.filter(isMade), ({ under }) => under)].filter(
    ([, changes]) => changes.length > mostMade
  );
  const isFolded = (change: PassageChange): boolean =>
    change.kind === "source" || made.some(([, changes]) => changes.includes(change));
  const sources = [...new Set(worded.flatMap(({ kind, at }) => (kind === "source" ? [at] : [])))];
  const isSmall = ({ kind }: PassageChange): boolean => kind === "evidence" || kind === "row" || kind === "marks";
  const one = [...worded.filter((change) => !isSmall(change)), ...worded.filter(isSmall)];
  return [
    hand.heading(page.what === "changed" ? page.path : `${page.path} (${page.what})`, 2),
    ...one
      .filter((change) => !small.some(({ kind }) => kind === change.kind) && !isFolded(change))
      .flatMap((change) => changeReport(change, hand, isWhole)),
    ...made.map(([under, changes]) => hand.item(`under “${hand.plain(under)}”: ${changes.length} changes`)),
    ...(sources.length === 0
      ? []
      : [hand.item(`${kindNames.source}: ${sources.map((at) => hand.name(at)).join(", ")}`)]),
    ...small.map(({ kind, changes }) => {
      const ids = [...new Set(changes.map(({ at, under }) => at || under))].filter(Boolean);
      return hand.item(`${kindNames[kind]}: ${changes.length} changes: ${namesOf(ids, hand)}`);
    }),
    ...(drawings.length === 0 ? [] : [hand.item(`drawings whose shapes change: ${[...new Set(drawings)].join(", ")}`)]),
    ...(repeated.length === 0 ? [] : [hand.item(`${repeated.length} more, as on ${before.join(" and ")}`)])
  ];
}

/** So long a row or entry is told as far as it changes. */
const longest = 200;

function changeReport(change: PassageChange, hand: Hand, isWhole: boolean): string[] {
  const { kind, before, after } = change;
  const isLong = kind !== "sentence" && Math.max(before?.length ?? 0, after?.length ?? 0) > longest;
  return [
    hand.item(headOf(change, hand)),
    ...hand.lines(...marked(before, after, hand, isLong && !isWhole ? context : undefined))
  ];
}
