import {
  type Choice,
  type Comparison,
  type Derivation,
  type LedgerEvent,
  type Place,
  type Speaker,
  sharedSections,
  type Term,
  type Uncompared,
  type Verdict
} from "./schema/shared.ts";
import {
  type Correction,
  type LeftOut,
  type Position,
  type ReleaseIdentity,
  releaseIdentity,
  releaseSections,
  type Series,
  sourceSections,
  type TextFigure,
  type TextIdentity
} from "./schema/source.ts";
import { type Vocabulary, vocabularySections } from "./schema/vocabulary.ts";

export type { ReferenceList } from "./schema/fields.ts";
export * from "./schema/shared.ts";
export * from "./schema/source.ts";
export type { Basis, Kind, Mark, Metric, Topic, Unit, Vocabulary } from "./schema/vocabulary.ts";

/** What each kind of file in `data/ledger/` lists, and the shape of a record. A publication's file also has its identity. */
export const fileSections = {
  vocabulary: vocabularySections,
  ...sharedSections,
  source: sourceSections,
  release: releaseSections
} as const;

/** The lists that a file must have, where it has others that may be left out. */
export const requiredLists: Partial<Record<keyof typeof fileSections, readonly string[]>> = {
  vocabulary: ["kinds", "metrics", "units"],
  verdicts: [],
  source: [],
  release: []
};

/** A figure, wherever it was read: in a paragraph of a text, in a cell of a table, or in a statement on a page. */
export interface Quantity extends Omit<TextFigure, "paragraph"> {
  paragraph: number | null;
  /** Page and table, for figures that are in no text. */
  place: string | null;
  /** The series that it is a cell of. */
  series: string | null;
  /** Ids of the marks that the table gives it, or what this notebook marks in words of its own. */
  marks: string[];
  /** When it was said and where it is carried, where that differs from its source. */
  said: string | null;
  /** Why the date of a statement is a conclusion of ours. */
  said_inferred: string | null;
  url: string | null;
  reading: Reading;
  /** Of a text only: how it stands to another outlet's report that its paragraph passes on. */
  own?: string | undefined;
  named?: true | undefined;
}

/** How a source was read: as a text that was transcribed, as an original, or second-hand. */
export const readings = ["text", ...releaseIdentity.shape.reading.options] as const;
export type Reading = (typeof readings)[number];

/** A publication: who, when, where; its figures and positions; what was knowingly left out. */
export interface Source {
  id: string;
  title: string | null;
  title_supplied?: string | undefined;
  edition: string | null;
  edition_short?: string | undefined;
  publisher: string;
  kind: string;
  country: string | null;
  language: string;
  translated: string | null;
  authors: string[] | null;
  author_speaker: string;
  published: TextIdentity["published"];
  /** Null for a collection of statements, each of which has an address of its own. */
  url: string | null;
  licence: string | null;
  reading: Reading;
  edition_of: string | null;
  supersedes: string | null;
  next?: ReleaseIdentity["next"];
  text_sha256: string | null;
  text_note?: string | undefined;
  damaged_character?: string | undefined;
  relay?: TextIdentity["relay"];
  duplicates?: TextIdentity["duplicates"];
  /** The tables as written; their cells are among the figures. */
  series: Series[];
  figures: Quantity[];
  positions: Position[];
  left_out: LeftOut[];
  corrections: Correction[];
}

/** Everything under `data/ledger/`, as written. Nothing in it is computed. */
export interface Ledger {
  vocabulary: Vocabulary;
  speakers: Speaker[];
  places: Place[];
  events: LedgerEvent[];
  derivations: Derivation[];
  choices: Choice[];
  comparisons: Comparison[];
  verdicts: Verdict[];
  nothing_to_compare: Uncompared[];
  terms: Term[];
  sources: Source[];
}
