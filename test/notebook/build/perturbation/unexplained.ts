import type { Difference } from "../../../../src/notebook/compare/difference.ts";
import type { PassageChange } from "../../../../src/notebook/compare/passage-changes.ts";
import { passagesOf } from "../../../../src/notebook/compare/passages.ts";
import { Part } from "../../../../src/notebook/page/contract.ts";
import { type Grounds, groundsOf } from "./grounds.ts";
import { normal } from "./raw-site.ts";
import type { Made } from "./subject.ts";

/** Changes of what rests on nothing that moved. */
export function unexplained(before: Made, after: Made, difference: Difference, ids: readonly string[]): string[] {
  const grounds = groundsOf(before, after, ids);
  const files = difference.downloads.filter((path) => !isExplainedFile(path, difference, grounds));
  const passages = difference.pages.flatMap(({ path, changes }) => {
    const others = otherThumbnails(path, before, after);
    const areThumbnails = others.length > 0 && others.every((page) => grounds.hasOtherThumbnail(page));
    const [was, is] = [choicesOf(before, path), choicesOf(after, path)];
    // A page offers a choice only while it changes something.
    const offered = was.length === 0 || is.length === 0 ? [...was, ...is] : [];
    const left = changes
      .filter((change) => !isExplained(change, grounds) && !isCount(path, change, grounds))
      .filter((change) => !(areThumbnails && isLooseDrawing(change)))
      .filter(({ at }) => !(at !== "" && grounds.charting.has(path)))
      .filter((change) => !(grounds.isChosen && offered.includes(change.before ?? change.after ?? "")));
    // The drawing of a card is of its words too.
    const isCard = left.length < changes.length && left.every(({ at, kind }) => at === path && kind === "drawing");
    return (isCard ? [] : left).map((one) => `${path} ${one.kind} [${one.at}] ${one.before} → ${one.after}`);
  });
  return [...files, ...passages];
}

/** Whether a file holds rows that moved, what is drawn of them, or words of a page that are others now. */
function isExplainedFile(path: string, { pages }: Difference, { places, tables }: Grounds): boolean {
  const [, folder = "", name = ""] = /^(?:cite\/)?(?:(\w+)\/)?([^/]*?)\.[\w.]+$/.exec(path) ?? [];
  if (folder === "data" || folder === "tables")
    return tables.has(name) || /^(?:datapackage|ro-crate-metadata)$/.test(name);
  return folder === "figures" ? places.has(name) : pages.length > 0;
}

function isExplained(
  { at, kind, before, after }: PassageChange,
  { places, records, chosen, numbers }: Grounds
): boolean {
  if (places.has(at) || places.has(at.replace(/^fact-/, "")) || kind === "fault") return true;
  const texts = [before, after].flatMap((text) => (text === null ? [] : [normal(text)]));
  const isOfRow = (text: string): boolean => {
    const [head = ""] = text.split(" | ", 1);
    return records.has(head) || (head !== "" && chosen.some((definition) => definition.startsWith(head)));
  };
  if (kind === "row" && texts.every(isOfRow)) return true;
  return texts.some((text) => numbers.some((number) => stands(number, text)));
}

/** Whether all that changes is how many records a page or its figures show, here or where it is named; or a table’s rows. */
function isCount(path: string, { before, after, kind }: PassageChange, grounds: Grounds): boolean {
  const { listing, hasOtherComparisons } = grounds;
  // Where a row comes or goes, another becomes one of the first, or no longer is.
  if (before === null || after === null)
    return hasOtherComparisons && kind === "row" && /^comparison\./.test(before ?? after ?? "");
  if (hasOtherComparisons && /^\d+ rows/.test(after)) return true;
  if (!counts.test(after) || uncounted(before) !== uncounted(after)) return false;
  const names = [...listing.values()].filter((name) => after.startsWith(name));
  return listing.has(path) || names.length > 0 || (listing.size > 0 && /^Pages use /.test(after));
}

const counts = /^List (?:all \d+|both|the one) |\d+ records?\.?$/;
const uncounted = (text: string): string =>
  text
    .replace(/, Figure \d+/g, "")
    .replace(/\d+|\ball\b/g, "#")
    .replace(/s\b/g, "");

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

/** What stands where a page offers the choice of a number; nothing where no option would change the page. */
function choicesOf({ site }: Made, path: string): string[] {
  const html = site.bodies.find((body) => body.path === path)?.content ?? "";
  const [control = ""] = new RegExp(`<details class="${Part.choices}"[\\s\\S]*?</details>`).exec(html) ?? [];
  return passagesOf(control).map(({ text }) => text);
}
