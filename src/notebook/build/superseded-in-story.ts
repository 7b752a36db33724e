import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { supersededRemedy } from "../ledger/editions.ts";
import type { Fault } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import type { Notebook } from "../page/notebook.ts";

/** The story's own code, file by file, of all that went into it. */
export function storyCode(files: readonly string[], root: string): { file: string; text: string }[] {
  return files
    .filter((file) => /^src\/(?!notebook\/).*\.ts$/.test(file) && existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** Figures that the story's code names by their ids although a later edition gives them anew, each at its place in the file. */
export function supersededInStory(files: readonly string[], root: string, { tables }: Notebook): Fault[] {
  const figures = tables.figures.rows;
  const remedies = new Map(
    figures.flatMap((figure): [string, string][] => {
      const remedy = supersededRemedy(figure, figures);
      return remedy === undefined ? [] : [[figure.id, remedy]];
    })
  );
  if (remedies.size === 0) return [];
  return storyCode(files, root).flatMap(({ file, text }) => {
    const placeOf = placesIn(text);
    return [...text.matchAll(/(?<=["'`])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?=["'`])/g)].flatMap(({ index, 0: id }) => {
      const remedy = remedies.get(id);
      return remedy === undefined
        ? []
        : [{ file, ...placeOf(index), message: `a later edition gives "${id}" anew`, remedy }];
    });
  });
}
