import { choice } from "./choice.ts";
import { comparison } from "./comparison.ts";
import { correction } from "./correction.ts";
import { derivation } from "./derivation.ts";
import { event } from "./event.ts";
import { figure } from "./figure.ts";
import { leftOut } from "./left-out.ts";
import { place } from "./place.ts";
import { position } from "./position.ts";
import { series } from "./series.ts";
import { speaker } from "./speaker.ts";
import { statement } from "./statement.ts";
import { uncompared } from "./uncompared.ts";
import { verdict } from "./verdict.ts";
import { vocabularySections } from "./vocabulary.ts";

/** What each kind of file in `data/ledger/` lists, and the shape of a record. A publication's file also has its identity. */
export const fileSections = {
  vocabulary: vocabularySections,
  speakers: { speakers: speaker },
  places: { places: place },
  events: { events: event },
  derivations: { derivations: derivation },
  choices: { choices: choice },
  comparisons: { comparisons: comparison },
  verdicts: { verdicts: verdict, nothing_to_compare: uncompared },
  source: { figures: figure, positions: position, left_out: leftOut },
  release: { series, statements: statement, corrections: correction }
} as const;
