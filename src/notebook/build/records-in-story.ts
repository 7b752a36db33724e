import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namesByEdition, namesEdition, supersededRemedy } from "../ledger/editions.ts";
import { type Fault, suggest } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import { isUnread, type Unread } from "../ledger/unread.ts";
import type { Notebook } from "../page/notebook.ts";

/** The story's own code, file by file, of all that went into it. */
export function storyCode(files: readonly string[], root: string): { file: string; text: string }[] {
  return files
    .filter((file) => /^src\/(?!notebook\/).*\.ts$/.test(file) && existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** What a quoted text has to be to name a record: words joined by dots, the first of which is a source, a release or `derived`. */
const quoted = /(?<=(["'`]))[a-z0-9-]+(?:@[a-z0-9-]+)?(?:\.[a-z0-9-]+)+(?=\1)/g;

/** Every text of the story's code that may name a record, each at its place in the file. */
const namesIn = (files: readonly string[], root: string) =>
  storyCode(files, root).flatMap(({ file, text }) => {
    const placeOf = placesIn(text);
    return [...text.matchAll(quoted)].map(({ index, 0: id }) => ({ id, place: { file, ...placeOf(index) } }));
  });

/** Figures that the story's code names by their ids although a later edition gives them anew. */
export function supersededInStory(files: readonly string[], root: string, { tables }: Notebook): Fault[] {
  const figures = tables.figures.rows;
  const remedies = new Map(
    figures.flatMap((figure): [string, string][] => {
      const remedy = supersededRemedy(figure, figures);
      return remedy === undefined ? [] : [[figure.id, remedy]];
    })
  );
  if (remedies.size === 0) return [];
  return namesIn(files, root).flatMap(({ id, place }) => {
    const remedy = remedies.get(id);
    return remedy === undefined ? [] : [{ ...place, message: `a later edition gives "${id}" anew`, remedy }];
  });
}

/** Records that the story's code names and the ledger does not hold, or hold as far as it was read. */
export function unknownInStory(files: readonly string[], root: string, notebook: Notebook, unread: Unread): Fault[] {
  const { tables, fact, factIds } = notebook;
  const sources = tables.sources.rows;
  const homes = new Set([
    ...sources.flatMap(({ id, edition_of }) => [id, edition_of ?? id]),
    ...factIds.flatMap((id) => id.split(".", 1)),
    "derived"
  ]);
  const tablesOfSeries = new Set(tables.figures.rows.flatMap(({ series }) => series ?? []));
  const isKnown = (id: string): boolean =>
    fact(id) !== undefined ||
    // A whole table, or one as an edition of its release has it.
    tablesOfSeries.has(id) ||
    tables.figures.rows.some(
      ({ series, source, edition_of }) => id === `${edition_of}@latest${series?.slice(source.length)}`
    );
  return namesIn(files, root).flatMap(({ id, place }) => {
    const [home = ""] = id.split(/[@.]/, 1);
    if (!homes.has(home) || isKnown(id) || isUnread(unread, id, home === "derived" ? "derivations" : "figures"))
      return [];
    const known = namesEdition(id)
      ? namesByEdition(id, tables.figures.rows).filter((name) => fact(name))
      : factIds.filter((one) => one.startsWith(`${home}.`));
    return [{ ...place, message: `no record is called "${id}"`, remedy: suggest(id, known, "data/ledger/") }];
  });
}
