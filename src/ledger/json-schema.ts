import { z } from "zod";
import type { Ledger, ReferenceList } from "./schema.ts";
import * as schema from "./schema.ts";

const list = (item: z.ZodType) => z.array(item).nullable();

const shapes = {
  source: z.strictObject({
    source: schema.sourceIdentity,
    figures: list(schema.figure),
    positions: list(schema.position),
    left_out: list(schema.leftOut)
  }),
  vocabulary: z.strictObject({
    kinds: list(schema.vocabularySections.kinds),
    metrics: list(schema.vocabularySections.metrics),
    units: list(schema.vocabularySections.units),
    bases: list(schema.vocabularySections.bases),
    forms: list(schema.vocabularySections.forms),
    materials: list(schema.vocabularySections.materials),
    topics: list(schema.vocabularySections.topics)
  }),
  speakers: z.strictObject({ speakers: list(schema.speaker) }),
  places: z.strictObject({ places: list(schema.place) }),
  events: z.strictObject({ events: list(schema.event) })
};

/**
 * JSON Schemas for editors, made from the schema that validates, one for each kind of file in `data/ledger/`.
 * Fields that name another record offer the ids that the ledger holds.
 */
export function ledgerJsonSchemas(ledger: Ledger): Record<string, object> {
  const { sources, speakers, places, vocabulary } = ledger;
  const records: Record<ReferenceList, readonly { id: string }[]> = {
    figures: sources.flatMap(({ figures }) => figures),
    sources,
    speakers,
    places,
    ...vocabulary
  };
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      z.toJSONSchema(shape, {
        override: ({ jsonSchema }) => {
          const reference = jsonSchema.references;
          if (typeof reference !== "string") return;
          delete jsonSchema.references;
          jsonSchema.enum = records[reference as ReferenceList].map(({ id }) => id);
        }
      })
    ])
  );
}
