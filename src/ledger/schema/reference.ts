import { z } from "zod";

export type ReferenceList =
  | "figures"
  | "positions"
  | "derivations"
  | "sources"
  | "speakers"
  | "places"
  | "metrics"
  | "units"
  | "bases"
  | "forms"
  | "materials"
  | "topics"
  | "obstacles"
  | "kinds";

/** A field that names a record of another file; editors complete it, `check` looks it up. */
export const reference = (list: ReferenceList) => z.string().meta({ references: list });
