import type { Figure, FigureRow } from "../kit/figure.ts";
import { type Model, withRecords } from "../kit/model.ts";
import { figureNamed, namesEdition } from "../ledger/editions.ts";
import type { Kind, Ledger, Speaker, Term, Topic, Unit } from "../ledger/schema.ts";
import { namesOf } from "../tables/derivation-functions.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { EventRow } from "../tables/events.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { SourceRow } from "../tables/sources.ts";
import { compileTables, type Tables } from "../tables/tables.ts";
import { type UnitWords, unitWords } from "../words/units.ts";
import { makeSite, type Site } from "./site.ts";

/** A record that a page can show as evidence. */
export type Fact =
  | { kind: "figure"; row: QuantityRow }
  | { kind: "derived"; row: DerivedRow }
  | { kind: "position"; row: PositionRow };

/** A printed number among them. */
export type QuantityFact = Extract<Fact, { kind: "figure" }>;

/** What a story brings in code: the figures and models of `src/figures` and `src/models`. */
export interface Story {
  figures: readonly Figure<FigureRow>[];
  models: readonly Model<string>[];
}

/** The compiled tables with the look-ups that pages need, and the story's figures and models. */
export interface Notebook extends Story {
  /** Its names, its pages, and where its tools are. */
  site: Site;
  tables: Tables;
  topics: readonly Topic[];
  kinds: readonly Kind[];
  kindLabel: (kind: string) => string;
  formLabel: (form: string) => string;
  /** What a form is called for short, where the vocabulary says. */
  formAbbreviation: (form: string) => string | undefined;
  /** Labels of the forms between which a figure of a material leaves one in doubt where it states none. */
  formsOf: (material: string) => readonly string[];
  units: readonly Unit[];
  /** How amounts in a canonical unit are written. */
  unit: (canonical: string) => UnitWords;
  /** Whether a metric is a place in an order, which is no amount. */
  isOrdinal: (metric: string) => boolean;
  /** How many years may lie between two figures of a metric that are held against each other. */
  yearsApart: (metric: string) => number | undefined;
  /** The letter that stands after a number for a mark in words. */
  markLetter: (label: string) => string | undefined;
  /** What the inputs of a derived quantity are called in its formula. */
  inputNames: (derived: string) => readonly string[];
  speaker: (id: string) => Speaker;
  speakers: readonly Speaker[];
  source: (id: string) => SourceRow;
  /** A record by its id, or a figure by a name by its release, such as `survey@latest.output.world.2024`. */
  fact: (id: string) => Fact | undefined;
  /** A printed number, named likewise. Throws where the record is none: the ledger was checked, so that is a fault of the code. */
  quantity: (id: string) => QuantityFact;
  event: (id: string) => EventRow | undefined;
  /** The terms of the glossary, in the order of the ledger. */
  terms: readonly Term[];
  /** Ids of every figure, derived quantity and position. */
  factIds: readonly string[];
}

/** Makes a notebook of a checked ledger and the code that draws from it; without a site, nothing leads to a page. */
export function makeNotebook(
  ledger: Ledger,
  { figures, models }: Story,
  site: Site = makeSite({ title: "" }, [])
): Notebook {
  const tables = compileTables(ledger);
  const facts = new Map<string, Fact>([
    ...tables.figures.rows.map((row): [string, Fact] => [row.id, { kind: "figure", row }]),
    ...tables.derived.rows.map((row): [string, Fact] => [row.id, { kind: "derived", row }]),
    ...tables.positions.rows.map((row): [string, Fact] => [row.id, { kind: "position", row }])
  ]);
  const named = new Map<string, string>();
  const idOf = (name: string): string => {
    if (!namesEdition(name)) return name;
    const id = named.get(name) ?? figureNamed(name, tables.figures.rows)?.id ?? name;
    named.set(name, id);
    return id;
  };
  const kinds = new Map(ledger.vocabulary.kinds.map(({ id, label }) => [id, label]));
  const forms = new Map(ledger.vocabulary.forms.map(({ id, label }) => [id, label]));
  const materials = new Map(ledger.vocabulary.materials.map(({ id, forms }) => [id, forms]));
  const ordinal = new Set(ledger.vocabulary.metrics.flatMap(({ id, ordinal }) => (ordinal ? [id] : [])));
  const yearsApart = new Map(ledger.vocabulary.metrics.map(({ id, years_apart }) => [id, years_apart]));
  const letters = new Map(
    ledger.vocabulary.marks.flatMap(({ id, label, letter = id, number }) => (number ? [[label, letter]] : []))
  );
  const inputNames = new Map(ledger.derivations.map((derivation) => [derivation.id, namesOf(derivation)]));
  const fact = (name: string): Fact | undefined => facts.get(idOf(name));
  return {
    site,
    figures: figures.map(selectingOnce),
    models: models.map((model) => withRecords(model, idOf)),
    tables,
    topics: ledger.vocabulary.topics,
    kinds: ledger.vocabulary.kinds,
    kindLabel: (kind) => kinds.get(kind) ?? kind,
    formLabel: (form) => forms.get(form) ?? form,
    formAbbreviation: (form) => ledger.vocabulary.forms.find(({ id }) => id === form)?.abbreviation,
    formsOf: (material) => materials.get(material)?.map((form) => forms.get(form) ?? form) ?? [],
    units: ledger.vocabulary.units,
    unit: unitWords(ledger.vocabulary.units),
    isOrdinal: (metric) => ordinal.has(metric),
    yearsApart: (metric) => yearsApart.get(metric),
    markLetter: (label) => letters.get(label),
    inputNames: (derived) => inputNames.get(derived) ?? [],
    speaker: lookup("speaker", ledger.speakers),
    speakers: ledger.speakers,
    source: lookup("source", tables.sources.rows),
    fact,
    quantity: (name) => {
      const found = fact(name);
      if (found?.kind !== "figure") throw new Error(`"${name}" is no printed number`);
      return found;
    },
    event: (id) => tables.events.rows.find((row) => row.id === id),
    terms: ledger.terms,
    factIds: [...facts.keys()]
  };
}

/** The same figure, which selects once what it draws of the very same tables: page, downloads, checks and choices all ask. */
function selectingOnce(figure: Figure<FigureRow>): Figure<FigureRow> {
  const known = selecting.get(figure);
  if (known) return known;
  const selected = new WeakMap<Tables, FigureRow[]>();
  const made: Figure<FigureRow> = {
    ...figure,
    select(tables) {
      const rows = selected.get(tables) ?? figure.select(tables);
      selected.set(tables, rows);
      return rows;
    }
  };
  selecting.set(figure, made);
  return made;
}

const selecting = new WeakMap<object, Figure<FigureRow>>();

function lookup<Row extends { id: string }>(what: string, rows: readonly Row[]): (id: string) => Row {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`there is no ${what} "${id}"`);
    return row;
  };
}
