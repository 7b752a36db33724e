import { charts } from "../charts/charts.ts";
import { models } from "../models/models.ts";
import { figureLabel } from "./figure-label.ts";
import { recordsOfModel } from "./model-figure.ts";
import type { Notebook } from "./notebook.ts";
import type { PageTexts } from "./page-texts.ts";
import { findTokens } from "./token.ts";

/** A page that uses a record, and the figure of the page that draws it, or null where the text does. */
export interface RecordUse {
  path: string;
  figure: { name: string; label: string } | null;
}

/** The uses of each record, by its id. */
export type RecordUses = ReadonlyMap<string, readonly RecordUse[]>;

/**
 * Where each record is used: in the numbers of a page's text, in the rows of its figures, or in a block that shows a whole
 * table. A derived quantity uses what it rests on.
 */
export function recordUses(texts: PageTexts, notebook: Notebook): RecordUses {
  const uses = new Map<string, RecordUse[]>();
  const note = (ids: Iterable<string>, use: RecordUse): void => {
    for (const id of new Set(withInputs(ids, notebook))) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const [path, text] of texts) {
    const blocks = [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].map(([, block = "", name = ""]) => ({ block, name }));
    const shown = blocks.flatMap(({ block, name }) => shownBy(block, name, notebook));
    note([...namedIn(text), ...shown], { path, figure: null });
    const figures = blocks.filter(({ block }) => block === "figure");
    for (const [place, { name }] of figures.entries()) {
      const chart = charts.find((candidate) => candidate.name === name);
      const drawn = chart?.select(notebook.tables).flatMap(({ evidence }) => evidence) ?? [];
      note(drawn, { path, figure: { name, label: figureLabel(path, place + 1) } });
    }
  }
  return uses;
}

/** Records that tokens and key numbers name. */
const namedIn = (text: string): string[] => [
  ...findTokens(text).map(({ id }) => id),
  ...[...text.matchAll(/^- number: (\S+)$/gm)].map(([, id = ""]) => id)
];

/** Records that a block shows which shows a whole table, or those of a model. */
function shownBy(block: string, name: string, { tables }: Notebook): string[] {
  switch (block) {
    case "model":
      return models.filter((model) => model.name === name).flatMap(recordsOfModel);
    case "speakers":
      return tables.positions.rows.map(({ id }) => id);
    case "disagreements":
      return tables.comparisons.rows.flatMap(({ figures, positions }) => [...figures, ...positions]);
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
    yield id;
    if (fact.kind === "derived") yield* withInputs(fact.row.inputs, notebook);
  }
}
