/** The shapes of the ledger's records, a file each under `schema/`, for those who read the ledger. */
export { cellMarks } from "./schema/cell.ts";
export type { Choice } from "./schema/choice.ts";
export { type Comparison, comparison } from "./schema/comparison.ts";
export type { Correction } from "./schema/correction.ts";
export type { Derivation } from "./schema/derivation.ts";
export type { LedgerEvent } from "./schema/event.ts";
export { fileSections } from "./schema/file-sections.ts";
export type { Figure, Ledger, Reading, Source } from "./schema/ledger.ts";
export type { Place } from "./schema/place.ts";
export type { Position, Stance } from "./schema/position.ts";
export { type Comparator, comparators, type Status, type Voice } from "./schema/quantity.ts";
export type { ReferenceList } from "./schema/reference.ts";
export { type ReleaseIdentity, releaseIdentity } from "./schema/release-identity.ts";
export type { Series } from "./schema/series.ts";
export { sourceIdentity, type TextIdentity } from "./schema/source-identity.ts";
export type { Speaker } from "./schema/speaker.ts";
export { type Verdict, verdict } from "./schema/verdict.ts";
export type { Basis, Kind, Topic, Unit } from "./schema/vocabulary.ts";
