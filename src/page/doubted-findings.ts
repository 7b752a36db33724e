import { charts } from "../charts/charts.ts";
import type { Fault } from "../ledger/fault.ts";
import { findingFigures } from "./finding-figures.ts";
import type { Notebook } from "./notebook.ts";

/**
 * Findings that the data no longer bear out: titles of the figures on a page, and the page's own finding where it rests
 * on such a figure. Each names the page, the line and the figure.
 */
export function doubtedFindings(file: string, text: string, notebook: Notebook): Fault[] {
  const page = file.replace(/^src\/|\.md$/g, "");
  const heading = Math.max(text.search(/^# /m), 0);
  return [...text.matchAll(/^```figure[ \t]+(\S+)/gm)].flatMap(({ index, 1: name = "" }) =>
    doubtsOf(name, notebook).flatMap(({ title, doubt }) => [
      {
        ...placeOf(file, text, index),
        message: `the data no longer bear out “${title}” (figure ${name}): ${doubt}`,
        remedy: `mend the title in src/charts/${name}.ts, or the record`
      },
      ...(findingFigures[page]?.includes(name)
        ? [
            {
              ...placeOf(file, text, heading),
              message: `the finding of this page rests on figure ${name}, and there ${doubt}`,
              remedy: "mend the heading here and the finding in src/page/site.ts, or the record"
            }
          ]
        : [])
    ])
  );
}

function doubtsOf(name: string, notebook: Notebook): { title: string; doubt: string }[] {
  const chart = charts.find((candidate) => candidate.name === name);
  if (!chart) return [];
  try {
    const rows = chart.select(notebook.tables);
    const doubts = chart.doubts(rows);
    return doubts.map((doubt) => ({ title: chart.words(rows).title, doubt }));
  } catch {
    // A figure that cannot be made at all is another rule's finding.
    return [];
  }
}

function placeOf(file: string, text: string, offset: number): Pick<Fault, "file" | "line" | "column"> {
  return { file, line: text.slice(0, offset).split("\n").length, column: 1 };
}
