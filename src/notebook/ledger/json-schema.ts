import { z } from "zod";
import { fileSections, type Ledger, type ReferenceList, releaseIdentity, sourceIdentity } from "./schema.ts";

/** A file's shape: its lists, all of them; the identity of a publication or release before its own. */
const shapes = Object.entries(fileSections).map(([file, sections]): [string, z.ZodType] => {
  const lists = Object.entries(sections).map(([key, record]) => [key, z.array(record)]);
  const identity =
    file === "source" ? { source: sourceIdentity } : file === "release" ? { release: releaseIdentity } : {};
  return [file, z.strictObject({ ...identity, ...Object.fromEntries(lists) })];
});

/**
 * JSON Schemas for editors, made from the schema that validates, one for each kind of file in `data/ledger/`.
 * Fields that name another record offer the ids that the ledger holds.
 */
export function ledgerJsonSchemas(ledger: Ledger): Record<string, object> {
  const { sources, derivations, speakers, places, vocabulary } = ledger;
  const records: Record<ReferenceList, readonly { id: string }[]> = {
    // The cells of tables are too many to offer; any id may be written.
    figures: sources.flatMap(({ figures }) => figures.filter(({ series }) => series === null)),
    positions: sources.flatMap(({ positions }) => positions),
    derivations,
    sources,
    speakers,
    places,
    ...vocabulary
  };
  return Object.fromEntries(
    shapes.map(([name, shape]) => [
      name,
      z.toJSONSchema(shape, {
        // As it is written: a field with a default may be left out.
        io: "input",
        override: ({ jsonSchema }) => {
          const reference = jsonSchema.references;
          if (typeof reference !== "string") return;
          delete jsonSchema.references;
          const offered = records[reference as ReferenceList].map(({ id }) => id);
          if (reference === "figures") jsonSchema.anyOf = [{ enum: offered }, { type: "string" }];
          else jsonSchema.enum = offered;
        }
      })
    ])
  );
}
