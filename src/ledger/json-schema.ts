import { z } from "zod";
import { fileSections, type Ledger, type ReferenceList, sourceIdentity } from "./schema.ts";

/** A file's shape: its lists, all of them; a publication's identity before its own. */
const shapes = Object.entries(fileSections).map(([file, sections]): [string, z.ZodType] => {
  const lists = Object.entries(sections).map(([key, record]) => [key, z.array(record)]);
  const identity = file === "source" ? { source: sourceIdentity } : {};
  return [file, z.strictObject({ ...identity, ...Object.fromEntries(lists) })];
});

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
    shapes.map(([name, shape]) => [
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
