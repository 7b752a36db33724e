import { parse } from "yaml";
import { recordsOfModel } from "../../../../src/notebook/page/model-block.ts";
import type { Page } from "../../../../src/notebook/page/pages.ts";
import { sharePicturePath } from "../../../../src/notebook/page/site.ts";
import { expandTokens, numberInSentence } from "../../../../src/notebook/page/tokens.ts";
import { chosenDerivations, combinations } from "../../../../src/notebook/tables/choices.ts";
import type { ComparisonRow } from "../../../../src/notebook/tables/comparisons.ts";
import type { QuantityRow } from "../../../../src/notebook/tables/figures.ts";
import { comparisonKey } from "../../../../src/notebook/tables/same-quantity.ts";
import { normal } from "./raw-site.ts";
import { drawnRows, figureFence, type Made, restingOn } from "./subject.ts";

/** What the ledger says a change may rest on, once some figures have moved. */
export interface Grounds {
  /** Figures, records and parts of pages, by id. */
  places: ReadonlySet<string>;
  /** Records whose rows may be others. */
  records: ReadonlySet<string>;
  /** Tables that may have other rows. */
  tables: ReadonlySet<string>;
  /** What is calculated of a figure that moved where a reader chooses so, in the words of its definition. */
  chosen: readonly string[];
  /** The numbers that moved, in all words for them, before and after. */
  numbers: readonly string[];
  /** Whether an option that a reader has puts a figure that moved into what is calculated, or beside one. */
  isChosen: boolean;
  /** Pages that show other records than before, and what they are called elsewhere. */
  listing: ReadonlyMap<string, string>;
  /** Whether the table of comparisons has other rows. */
  hasOtherComparisons: boolean;
  /** Pages whose chart of a reader’s own opens with a row that moved. */
  charting: ReadonlySet<string>;
  /** Whether what stands for a page in the list of chapters may look otherwise. */
  hasOtherThumbnail(path: string): boolean;
}

export function groundsOf(before: Made, after: Made, ids: readonly string[]): Grounds {
  const { notebook, ledger } = before.inspected;
  const derivations = combinations(ledger.choices).flatMap((chosen) => chosenDerivations(ledger, chosen));
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
    listing: new Map(listing.map(({ path, short }) => [path, expandTokens(short, notebook)])),
    isChosen: ledger.choices.length > 0 && derivations.some(({ inputs }) => inputs.some(isMoved)),
    chosen: derivations
      .filter(({ id, inputs }) => inputs.some(isMoved) && !resting.has(id))
      .map(({ explanation }) => normal(explanation)),
    charting: new Set(
      notebook.site.pages.filter((page) => charted(page, figures.rows).some(isMoved)).map(({ path }) => path)
    ),
    hasOtherComparisons: was.length !== is.length,
    places: new Set([
      ...drawn,
      ...notebook.models
        .filter((model) => recordsOfModel(model).some((id) => resting.has(notebook.fact(id)?.row.id ?? "")))
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
    tables: new Set([...records].map(tableOf)),
    numbers: [...new Set([...resting].flatMap((id) => [before, after].flatMap((made) => written(made, id))))],
    hasOtherThumbnail: (path) =>
      pagesWith(drawn).some((page) => page.path === path) ||
      (isWider && notebook.site.pages.some((page) => page.path === path && page.blocks.has("disagreements")))
  };
}

/** The table of a record that is no figure is known by how its id begins. */
const tableOf = (id: string): string =>
  ["derived", "comparisons", "verdicts"].find((table) => table.startsWith(id.split(".", 1)[0] ?? "")) ?? "figures";

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

/** The figures in the chart that a page for making charts opens with. */
function charted({ text }: Pick<Page, "text">, rows: readonly QuantityRow[]): string[] {
  const [, fence = ""] = /^```explore\n([\s\S]*?)^```$/m.exec(text) ?? [];
  const [view] = Object.values((parse(fence)?.views ?? {}) as Record<string, Record<string, string | string[]>>);
  if (view?.table !== "figures") return [];
  const filters = Object.entries(view).flatMap(([key, values]) =>
    key.startsWith("is.") ? [{ column: key.slice(3), values: [values].flat() }] : []
  );
  return rows
    .filter((row) => filters.every(({ column, values }) => values.includes(String(row[column as keyof QuantityRow]))))
    .map(({ id }) => id);
}

/** A fact's number in every form that there is. */
function written({ inspected }: Made, id: string): string[] {
  const fact = inspected.notebook.fact(id);
  if (!fact || fact.kind === "position") return [];
  return (["full", "number", "thousands", "short", "printed"] as const)
    .filter((form) => form !== "printed" || fact.kind === "figure")
    .map((form) => normal(numberInSentence(fact, form, inspected.notebook)));
}
