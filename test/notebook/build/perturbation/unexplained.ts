import type { Difference } from "../../../../src/notebook/compare/difference.ts";
import type { PassageChange } from "../../../../src/notebook/compare/passage-changes.ts";
import { sharePicturePath } from "../../../../src/notebook/page/site.ts";
import { expandTokens, numberInSentence } from "../../../../src/notebook/page/tokens.ts";
import type { ComparisonRow } from "../../../../src/notebook/tables/comparisons.ts";
import { comparisonKey } from "../../../../src/notebook/tables/same-quantity.ts";
import { normal } from "./raw-site.ts";
import { drawnRows, figureFence, type Made, restingOn } from "./subject.ts";

/** What the ledger says a change may rest on, once some figures have moved. */
interface Grounds {
  /** Figures, records and parts of pages, by id. */
  places: ReadonlySet<string>;
  /** Records whose rows may be others. */
  records: ReadonlySet<string>;
  /** The numbers that moved, in all words for them, before and after. */
  numbers: readonly string[];
  /** Pages that show other records than before, and what they are called elsewhere. */
  listing: ReadonlyMap<string, string>;
  /** Whether the table of comparisons has other rows. */
  hasOtherComparisons: boolean;
  /** Whether what stands for a page in the list of chapters may look otherwise. */
  hasOtherThumbnail(path: string): boolean;
}

/** Changes of what rests on nothing that moved. */
export function unexplained(before: Made, after: Made, difference: Difference, ids: readonly string[]): string[] {
  const grounds = groundsOf(before, after, ids);
  return difference.pages.flatMap(({ path, changes }) => {
    const others = otherThumbnails(path, before, after);
    const areThumbnails = others.length > 0 && others.every((page) => grounds.hasOtherThumbnail(page));
    return changes
      .filter((change) => !isExplained(change, grounds) && !isCount(path, change, grounds))
      .filter((change) => !(areThumbnails && isLooseDrawing(change)))
      .map(({ kind, at, before: was, after: is }) => `${path} ${kind} [${at}] ${was} → ${is}`);
  });
}

function isExplained({ at, kind, before, after }: PassageChange, { places, records, numbers }: Grounds): boolean {
  if (places.has(at) || places.has(at.replace(/^fact-/, "")) || kind === "fault") return true;
  const texts = [before, after].flatMap((text) => (text === null ? [] : [normal(text)]));
  if (kind === "row" && texts.every((text) => records.has(text.split(" | ", 1)[0] ?? ""))) return true;
  return texts.some((text) => numbers.some((number) => stands(number, text)));
}

/** Whether all that changes is how many records a page shows, here or where it is named; or how many rows a table has. */
function isCount(path: string, { before, after, kind }: PassageChange, grounds: Grounds): boolean {
  const { listing, hasOtherComparisons } = grounds;
  // Where a row comes or goes, another becomes one of the first, or no longer is.
  if (before === null || after === null)
    return hasOtherComparisons && kind === "row" && /^comparison\./.test(before ?? after ?? "");
  if (uncounted(before) !== uncounted(after)) return false;
  if (hasOtherComparisons && /^\d+ rows/.test(after)) return true;
  const names = [...listing.values()].filter((name) => after.startsWith(name));
  return listing.has(path) || names.length > 0 || (listing.size > 0 && /^Pages use /.test(after));
}

const uncounted = (text: string): string => text.replace(/\d+|\ball\b/g, "#").replace(/s\b/g, "");

/** Whether a number stands in a text, and not only its digits in another. */
function stands(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const [ahead, behind] = [text.slice(0, at), text.slice(at + number.length)];
    if (!/[\p{L}\d]$|\d[.,]$/u.test(ahead) && !/^[\p{L}\d]|^[.,]\d/u.test(behind)) return true;
  }
  return false;
}

/** A drawing that belongs to no figure and no record. */
const isLooseDrawing = ({ at, kind }: PassageChange): boolean => at === "" && (kind === "drawing" || kind === "marks");

/** The pages of whose thumbnails on this page one side has others. */
function otherThumbnails(path: string, before: Made, after: Made): string[] {
  const thumbnailsOf = ({ raw }: Made): ReadonlyMap<string, string> => raw.get(path)?.thumbnails ?? new Map();
  const [was, is] = [thumbnailsOf(before), thumbnailsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((page) => was.get(page) !== is.get(page));
}

function groundsOf(before: Made, after: Made, ids: readonly string[]): Grounds {
  const { notebook } = before.inspected;
  const { figures, verdicts } = notebook.tables;
  const isMoved = (id: string): boolean => ids.includes(id);
  const resting = restingOn(ids, before);
  const keys = new Set(figures.rows.filter(({ id }) => isMoved(id)).map(comparisonKey));
  const compared = [before, after].flatMap((made) => comparisonsOf(made).filter((row) => row.figures.some(isMoved)));
  const judged = verdicts.rows.filter((row) => [...row.figures, ...row.rests_on].some(isMoved)).map(({ id }) => id);
  const records = new Set([...resting, ...compared.map(({ id }) => id), ...judged]);
  const drawn = otherRows(before, after, records);
  const pagesWith = (names: Iterable<string>) =>
    notebook.site.pages.filter(({ text }) => [...names].some((name) => figureFence(name).test(text)));
  const ratioIn = (made: Made, id: string) => comparisonsOf(made).find((row) => row.id === id)?.ratio;
  const isWider = compared.some(({ id }) => ratioIn(before, id) !== ratioIn(after, id));
  const membersIn = (made: Made) => comparisonsOf(made).map((row) => [row.id, row.figures].join());
  const [was, is] = [membersIn(before), membersIn(after)];
  const listing = notebook.site.pages.filter(
    (page) => pagesWith(drawn).includes(page) || (was.join() !== is.join() && page.blocks.has("disagreements"))
  );
  return {
    listing: new Map(listing.map(({ path, title }) => [path, expandTokens(title, notebook)])),
    hasOtherComparisons: was.length !== is.length,
    places: new Set([
      ...drawn,
      ...notebook.models
        .filter((model) => ids.some((id) => JSON.stringify(model).includes(`"${id}"`)))
        .map(({ name }) => name),
      // Beside a figure stand the others for its quantity, and those that it is compared with.
      ...resting,
      ...figures.rows.filter((row) => keys.has(comparisonKey(row))).map(({ id }) => id),
      ...compared.flatMap((row) => [anchorOf(row), ...row.figures]),
      ...pagesWith(drawn).map(({ path }) => sharePicturePath(path, notebook.site)),
      ...onOtherScales(before, after, compared),
      ...judged.map((id) => id.replace(".", "-"))
    ]),
    records,
    numbers: [...new Set([...resting].flatMap((id) => [before, after].flatMap((made) => written(made, id))))],
    hasOtherThumbnail: (path) =>
      pagesWith(drawn).some((page) => page.path === path) ||
      (isWider && notebook.site.pages.some((page) => page.path === path && page.blocks.has("disagreements")))
  };
}

const comparisonsOf = ({ inspected }: Made): readonly ComparisonRow[] => inspected.notebook.tables.comparisons.rows;
const anchorOf = ({ id }: ComparisonRow): string => id.replace("comparison.", "");

/** Figures of which one side has other rows, and a row names one of the records; or which only one side can make. */
function otherRows(before: Made, after: Made, records: ReadonlySet<string>): string[] {
  const now = new Map(drawnRows(after).map(({ name, rows }) => [name, rows]));
  return drawnRows(before).flatMap(({ name, rows: was }) => {
    const is = now.get(name) ?? "";
    const isOn = [...records].some((id) => was.includes(`"${id}"`) || is.includes(`"${id}"`));
    return was !== is && (isOn || !was.startsWith("[") || !is.startsWith("[")) ? [name] : [];
  });
}

/** The kinds of some comparisons, and all of a kind whose scale, which the widest in its list sets, is another now. */
function onOtherScales(before: Made, after: Made, compared: readonly ComparisonRow[]): string[] {
  const told = before.inspected.notebook.site.pages
    .filter(({ blocks }) => blocks.has("disagreements"))
    .flatMap(({ text }) => [...text.matchAll(/^```comparison[ \t]+(\S+)/gm)].map(([, name]) => name));
  const scaleOf = (rows: readonly ComparisonRow[]): number =>
    Math.max(
      1,
      ...rows.filter((row) => !told.includes(anchorOf(row))).map(({ ratio }) => Math.ceil(Math.log2(ratio ?? 1)))
    );
  return [...new Set(compared.map(({ kind }) => kind))].flatMap((kind) => {
    const [was, is] = [ofKind(before, kind), ofKind(after, kind)];
    return scaleOf(was) === scaleOf(is) ? [kind] : [kind, ...was.map(anchorOf)];
  });
}

const ofKind = (made: Made, kind: ComparisonRow["kind"]): ComparisonRow[] =>
  comparisonsOf(made).filter((row) => row.kind === kind);

/** A fact's number in every form that there is. */
function written({ inspected }: Made, id: string): string[] {
  const fact = inspected.notebook.fact(id);
  if (!fact || fact.kind === "position") return [];
  return (["full", "number", "thousands", "short", "printed"] as const)
    .filter((form) => form !== "printed" || fact.kind === "figure")
    .map((form) => normal(numberInSentence(fact, form, inspected.notebook)));
}
