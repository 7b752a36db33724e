import { htmlEscape as esc } from "escape-goat";
import { noBreakSpace } from "../words/words.ts";
import { figureLabel } from "./figure-block.ts";
import { recordsOfModel } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { groupBy } from "./sources.ts";
import { expandTokens, findTokens } from "./tokens.ts";

/** A page that uses a record, and the figure of the page that draws it, or null where the text does. */
interface RecordUse {
  path: string;
  figure: { name: string; label: string } | null;
}

/** The uses of each record, by its id. */
export type RecordUses = ReadonlyMap<string, readonly RecordUse[]>;

/**
 * Where each record is used: in the numbers of a page's text, in the rows of its figures, or in a block that shows a whole
 * table. A derived quantity uses what it rests on.
 */
export function recordUses(notebook: Notebook): RecordUses {
  const uses = new Map<string, RecordUse[]>();
  const note = (ids: Iterable<string>, use: RecordUse): void => {
    for (const id of new Set(withInputs(ids, notebook))) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const { path, text } of notebook.site.pages) {
    const blocks = [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].map(([, block = "", name = ""]) => ({ block, name }));
    const shown = blocks.flatMap(({ block, name }) => shownBy(block, name, notebook));
    note([...namedIn(text), ...shown], { path, figure: null });
    for (const [place, { name }] of blocks.filter(({ block }) => block === "figure").entries()) {
      note(drawnBy(name, notebook), { path, figure: { name, label: figureLabel(path, place + 1, notebook.site) } });
    }
  }
  return uses;
}

/** Records that a figure draws. One that cannot be made, which the check has told of, draws none. */
function drawnBy(name: string, { figures, tables }: Notebook): string[] {
  const figure = figures.find((candidate) => candidate.name === name);
  try {
    return figure?.select(tables).flatMap(({ evidence }) => evidence) ?? [];
  } catch {
    return [];
  }
}

/** Records that tokens and key numbers name. */
const namedIn = (text: string): string[] => [
  ...findTokens(text).map(({ id }) => id),
  ...[...text.matchAll(/^- number: (\S+)$/gm)].map(([, id = ""]) => id)
];

/** Records that a block shows which shows a whole table, or those of a model. */
function shownBy(block: string, name: string, { tables, models }: Notebook): string[] {
  switch (block) {
    case "model":
      return models.filter((model) => model.name === name).flatMap(recordsOfModel);
    case "speakers":
      return tables.positions.rows.map(({ id }) => id);
    case "disagreements":
      return tables.comparisons.rows.flatMap(({ figures, positions }) => [...figures, ...positions]);
    case "verdicts":
      return tables.verdicts.rows.flatMap(({ rests_on }) => rests_on);
    case "timeline":
      return tables.events.rows.map(({ id }) => id);
    case "corrections":
      return tables.figures.rows.flatMap(({ id, correction }) => (correction === null ? [] : [id]));
    default:
      return [];
  }
}

/** Those of the ids that are records, each with the figures that a derived one rests on; of events what tells of them. */
function* withInputs(ids: Iterable<string>, notebook: Notebook): Generator<string> {
  for (const id of ids) {
    yield* withInputs(notebook.event(id)?.passages ?? [], notebook);
    const fact = notebook.fact(id);
    if (!fact) continue;
    yield fact.row.id;
    if (fact.kind === "derived") yield* withInputs(fact.row.inputs, notebook);
  }
}

/** The records of the ledger, and where the pages use them. */
export interface RecordContext {
  notebook: Notebook;
  uses: RecordUses;
}

/** Where one record is used, each page and figure a link; a plain word where nothing uses it. */
export function useLinks(uses: readonly RecordUse[], notebook: Notebook): string {
  if (uses.length === 0) return "not used on a page";
  const byPath = groupBy(uses, ({ path }) => path);
  return [...byPath].map(([path, there]) => pageWithFigures(path, there, notebook)).join("; ");
}

/** A page's name as a link, then the figures of it that are meant. */
export function pageWithFigures(path: string, uses: readonly RecordUse[], notebook: Notebook): string {
  const page = notebook.site.pages.find((candidate) => candidate.path === path);
  const name = page ? expandTokens(page.short, notebook) : path;
  const figures = new Map(uses.flatMap(({ figure }) => (figure ? [[figure.label, figure.name] as const] : [])));
  const links = [...figures]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([label, id]) => `, <a href=".${path}#${id}">${label.replace(" ", noBreakSpace)}</a>`);
  return `<a href=".${path}">${esc(name)}</a>${links.join("")}`;
}

/** The uses of each of these records that is used. */
export const usesOf = (ids: readonly string[], uses: RecordContext["uses"]): (readonly RecordUse[])[] =>
  ids.map((id) => uses.get(id)).filter((own) => own !== undefined);
