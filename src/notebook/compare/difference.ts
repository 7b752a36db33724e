import { type Fault, formatFault } from "../ledger/fault.ts";
import { displayUnits, quantityText } from "../words/words.ts";
import { type LookAgain, lookAgain } from "./look-again.ts";
import { type BeforeAfter, type PassageChange, passageChanges } from "./passage-changes.ts";
import type { PageState, ReaderState, TableState } from "./state.ts";

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
