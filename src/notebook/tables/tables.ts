import type { Ledger } from "../ledger/schema.ts";
import { type ComparisonRow, compileComparisons } from "./comparisons.ts";
import { compileDerived, type DerivedRow } from "./derived.ts";
import { compileEvents, type EventRow } from "./events.ts";
import { compileFigures, type QuantityRow } from "./figures.ts";
import { compilePlaces, type PlaceRow } from "./places.ts";
import { compilePositions, type PositionRow } from "./positions.ts";
import { compileSources, type SourceRow } from "./sources.ts";
import { compileSpeakers, type SpeakerRow } from "./speakers.ts";
import type { Table } from "./table.ts";
import { compileVerdicts, type VerdictRow } from "./verdicts.ts";

export interface Tables {
  sources: Table<SourceRow>;
  figures: Table<QuantityRow>;
  positions: Table<PositionRow>;
  speakers: Table<SpeakerRow>;
  places: Table<PlaceRow>;
  events: Table<EventRow>;
  derived: Table<DerivedRow>;
  comparisons: Table<ComparisonRow>;
  verdicts: Table<VerdictRow>;
}

/** What the tables are called, as files of data and to loaders. */
export const tableNames = [
  "sources",
  "figures",
  "positions",
  "speakers",
  "places",
  "events",
  "derived",
  "comparisons",
  "verdicts"
] as const satisfies readonly (keyof Tables)[];

/** Every published table, compiled from a checked ledger; of the very same ledger, the very same tables. */
export function compileTables(ledger: Ledger): Tables {
  const tables = compiled.get(ledger) ?? compile(ledger);
  compiled.set(ledger, tables);
  return tables;
}

const compiled = new WeakMap<Ledger, Tables>();

function compile(ledger: Ledger): Tables {
  const figures = compileFigures(ledger);
  return {
    sources: compileSources(ledger),
    figures,
    positions: compilePositions(ledger),
    speakers: compileSpeakers(ledger),
    places: compilePlaces(ledger),
    events: compileEvents(ledger),
    derived: compileDerived(ledger, figures.rows),
    comparisons: compileComparisons(ledger, figures.rows),
    verdicts: compileVerdicts(ledger)
  };
}
