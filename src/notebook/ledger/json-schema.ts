import { z } from "zod";
import {
  fileSections,
  type Ledger,
  type Mark,
  type ReferenceList,
  releaseIdentity,
  requiredLists,
  sourceIdentity
} from "./schema.ts";

/** A file's shape: its lists, those that may be left out optional; the identity of a publication or release before its own. */
const shapes = (Object.keys(fileSections) as (keyof typeof fileSections)[]).map((file): [string, z.ZodType] => {
  const sections: Readonly<Record<string, z.ZodType>> = fileSections[file];
  const required = requiredLists[file] ?? Object.keys(sections);
  const lists = Object.entries(sections).map(([key, record]) => {
    const list = z.array(record);
    return [key, required.includes(key) ? list : list.optional()];
  });
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
          if (reference === "marks") {
            jsonSchema.pattern = cellPattern(vocabulary.marks);
            return;
          }
          if (reference === "figures") jsonSchema.anyOf = [{ enum: offered }, { type: "string" }];
          else jsonSchema.enum = offered;
        }
      })
    ])
  );
}

/** What a cell can be with these marks, for editors. */
function cellPattern(marks: readonly Mark[]): string {
  const alone = marks.filter(({ number }) => !number).map(({ id }) => id);
  const after = marks.filter(({ number }) => number).map(({ id }) => id);
  return `^(?:(?:[<>]=?|~)?\\s*\\d{1,15}(?:\\.\\d+)?(?:\\s+(?:${after.join("|")}))*|${alone.join("|")})$`;
}
