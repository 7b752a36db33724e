import { evidenceEntryId } from "../kit/figure.ts";
import { type Fault, nearest } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import { IdPrefix } from "../page/contract.ts";
import type { Notebook } from "../page/notebook.ts";
import type { Page } from "../page/pages.ts";
import type { Inspected } from "./check-notebook.ts";
import { hashOf, type Kept } from "./kept.ts";
import { linksOf as elementsOf, targetOf } from "./links.ts";
import { linksOf, pageAddress } from "./page-links.ts";

/** A link to a place on a page. */
interface PlaceLink {
  page: Page;
  target: string;
  offset: number;
  /** The page that it leads to, and the id of an element there. */
  path: string;
  place: string;
}

/**
 * Links of pages' Markdown to places that their pages lack: headings, figures, records. Where the page's source does not say
 * that a place is there, the page is made as for readers, once while nothing that goes into it changes. Pages whose front matter
 * is at fault have their places all the same; what a record that was left out may bring is not missed.
 */
export async function placeFaults(root: string, inspected: Inspected, kept: Kept): Promise<Fault[]> {
  const { misread, templates, mayBring } = inspected;
  const { site } = inspected.notebook;
  const notebook = { ...inspected.notebook, site: { ...site, pages: [...site.pages, ...misread] } };
  const links = [...notebook.site.pages, ...templates]
    .flatMap((page) => placeLinks(page))
    .filter((link) => !isNamed(link, notebook) && !templates.some(({ path }) => path === link.path));
  const ids = await idsOn(new Set(links.map(({ path }) => path)), root, { ...inspected, notebook }, kept);
  const told = new Map(notebook.site.pages.map(({ path, text }) => [path, numberedHeadings(text)]));
  return links.flatMap(({ page, target, offset, path, place }) => {
    const known = ids.get(path);
    // A page that there is not is another rule's fault.
    if (known === undefined || known.includes(place)) return [];
    const isLacking = inspected.gaps.length > 0 && (mayBring(place) || told.get(path)?.some((one) => one.test(place)));
    if (isLacking) return [];
    const meant = nearest(place, known.filter(isForReaders));
    return [
      {
        file: page.file,
        ...placesIn(page.text)(offset),
        message: `the link to "${target}" leads to no place on its page`,
        remedy: meant ? `did you mean "#${meant}"?` : "mend it: headings, figures and records have places"
      }
    ];
  });
}

/** What headings with numbers in them are called, whatever the numbers: some may lack, or be others, for a record’s fault. */
const numberedHeadings = (text: string): RegExp[] =>
  [...text.matchAll(/^#{1,6} (.*\{\{.*)$/gm)].map(([, words = ""]) => {
    const parts = words.split(/\{\{[^}]*\}\}/).map((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    return new RegExp(`^${parts.map((part) => part.join("-+")).join(".*")}$`, "u");
  });

function placeLinks(page: Page): PlaceLink[] {
  return linksOf(page.text).flatMap(({ target, isPicture, offset }): PlaceLink[] => {
    const led = isPicture ? undefined : targetOf(target, page.file.replace(/^src/, "").replace(/\.md$/, ""));
    if (!led || led.isElsewhere || led.place === "") return [];
    return [{ page, target, offset, path: pageAddress(led.path), place: led.place }];
  });
}

/** Whether the place is a figure or model that the page's source names, or a record on the page of its source. */
function isNamed({ path, place }: PlaceLink, { site, fact }: Notebook): boolean {
  const page = site.pages.find((candidate) => candidate.path === path);
  const blocks = page?.text.matchAll(/^```(?:figure|model)[ \t]+(\S+)/gm) ?? [];
  if ([...blocks].some(([, name]) => name === place)) return true;
  const record = fact(place);
  return record !== undefined && record.kind !== "derived" && site.sourcePath(record.row.source) === path;
}

/** The ids of the elements of pages, by their paths. */
async function idsOn(
  paths: ReadonlySet<string>,
  root: string,
  inspected: Pick<Inspected, "ledger" | "notebook" | "madeOf">,
  kept: Kept
): Promise<Map<string, readonly string[]>> {
  const { site, tables } = inspected.notebook;
  const texts = new Map(site.pages.map(({ path, text }) => [path, text]));
  const sources = new Set(tables.sources.rows.flatMap(({ id }) => site.sourcePath(id) ?? []));
  const prose = hashOf(site.pages.map(({ text }) => text));
  const keyOf = (path: string): string[] => ["places", inspected.madeOf, prose, path];
  const ids = new Map<string, readonly string[]>();
  const wanted = [...paths].filter((path) => texts.has(path) || sources.has(path));
  for (const path of wanted) {
    const known = kept.found<string[]>(keyOf(path));
    if (known) ids.set(path, known);
  }
  const unknown = wanted.filter((path) => !ids.has(path));
  if (unknown.length === 0) return ids;
  // What makes pages is loaded only where one has to be made.
  const { composedPages } = await import("./reader-state.ts");
  for (const { path, content } of await composedPages(root, inspected, (path) => unknown.includes(path))) {
    ids.set(path, elementsOf(content).ids);
    kept.keep(keyOf(path), elementsOf(content).ids);
  }
  return ids;
}

/** The list of evidence, its entries and what numbers open are no places to name. */
const isForReaders = (id: string): boolean =>
  !["evidence", evidenceEntryId(""), IdPrefix.dialog].some((prefix) => id.startsWith(prefix));
