import type { Choice } from "./choice.ts";
import type { Comparison } from "./comparison.ts";
import type { Correction } from "./correction.ts";
import type { Derivation } from "./derivation.ts";
import type { LedgerEvent } from "./event.ts";
import type { TextFigure } from "./figure.ts";
import type { LeftOut } from "./left-out.ts";
import type { Place } from "./place.ts";
import type { Position } from "./position.ts";
import type { ReleaseIdentity } from "./release-identity.ts";
import type { Series } from "./series.ts";
import type { TextIdentity } from "./source-identity.ts";
import type { Speaker } from "./speaker.ts";
import type { Uncompared } from "./uncompared.ts";
import type { Verdict } from "./verdict.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A figure, wherever it was read: in a paragraph of a text, in a cell of a table, or in a statement on a page. */
export interface Figure extends Omit<TextFigure, "paragraph"> {
  paragraph: number | null;
  /** Page and table, for figures that are in no text. */
  place: string | null;
  /** The series that it is a cell of. */
  series: string | null;
  /** Estimated, revised, corrected, interpolated: what the table marks it as. */
  marks: string[];
  /** When it was said and where it is carried, where that differs from its source. */
  said: string | null;
  /** Why the date of a statement is a conclusion of ours. */
  said_inferred: string | null;
  url: string | null;
  reading: Reading;
}

/** How a source was read: as a text that was transcribed, as an original, or second-hand. */
export type Reading = "text" | ReleaseIdentity["reading"];

/** A publication: who, when, where; its figures and positions; what was knowingly left out. */
export interface Source {
  id: string;
  title: string | null;
  title_supplied?: string | undefined;
  edition: string | null;
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
  supersedes: string | null;
  text_sha256: string | null;
  text_note?: string | undefined;
  damaged_character?: string | undefined;
  duplicates?: TextIdentity["duplicates"];
  /** The tables as written; their cells are among the figures. */
  series: Series[];
  figures: Figure[];
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
  sources: Source[];
}
