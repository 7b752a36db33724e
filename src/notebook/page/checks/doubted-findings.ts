import type { Doubt } from "../../kit/figure.ts";
import type { Fault } from "../../ledger/fault.ts";
import type { Notebook } from "../notebook.ts";
import type { Page } from "../pages.ts";

/** Where a record is written, `data/ledger/gazette.yaml:12`, by its id; undefined for what is no record. */
export type RecordPlaces = (id: string) => string | undefined;

/**
 * What the data no longer bear out: titles and descriptions of the figures on a page, and the page's own finding where it rests
 * on such a title. Each names the page and the line, the figure, and the records that speak against it.
 */
export function doubtedFindings(
  { file, text, restsOn }: Pick<Page, "file" | "text" | "restsOn">,
  notebook: Notebook,
  placeOf: RecordPlaces
): Fault[] {
  const at = (offset: number): Pick<Fault, "file" | "line" | "column"> => ({
    file,
    line: text.slice(0, offset).split("\n").length,
    column: 1
  });
  const heading = Math.max(text.search(/^# /m), 0);
  return [...text.matchAll(/^```figure[ \t]+(\S+)/gm)].flatMap(({ index, 1: name = "" }) =>
    doubtsOf(name, notebook).flatMap(({ why, of, records }): Fault[] => {
      const look = lookAt(records, placeOf);
      const figure = {
        ...at(index),
        message: `the ${of} of figure ${name} no longer holds: ${why}`,
        remedy: `${look}mend it, or the ${of} in src/figures/${name}.ts`
      };
      if (of === "description" || !restsOn.includes(name)) return [figure];
      return [
        figure,
        {
          ...at(heading),
          message: `this page’s finding rests on figure ${name}, and there ${why}`,
          remedy: `${look}mend it, or the heading and finding here`
        }
      ];
    })
  );
}

/** "look at data/ledger/gazette.yaml:12, survey.yaml:7 and 3 more; ": the first of the records, all in one folder. */
function lookAt(records: readonly string[], placeOf: RecordPlaces): string {
  const places = [...new Set(records.flatMap((id) => placeOf(id) ?? []))];
  const [first, second] = places;
  if (first === undefined) return "";
  const folder = first.slice(0, first.lastIndexOf("/") + 1);
  const rest = places.length > 2 ? ` and ${places.length - 2} more` : "";
  return `look at ${first}${second === undefined ? "" : `, ${second.replace(folder, "")}`}${rest}; `;
}

function doubtsOf(name: string, notebook: Notebook): Doubt[] {
  const figure = notebook.figures.find((candidate) => candidate.name === name);
  if (!figure) return [];
  try {
    return figure.doubts(figure.select(notebook.tables));
  } catch {
    // A figure that cannot be made at all is another rule's fault.
    return [];
  }
}
