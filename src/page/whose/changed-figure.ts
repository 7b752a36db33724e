import { htmlEscape as esc } from "escape-goat";
import type { ChartRow } from "../../charts/chart.ts";
import { charts } from "../../charts/charts.ts";
import { figureBlock } from "../figure-block.ts";
import { holdTogether } from "../hold-together.ts";
import type { Notebook } from "../notebook.ts";
import type { Alternative } from "./alternatives.ts";

/** A figure as it stands on a page. */
export interface PlacedFigure {
  name: string;
  number: string;
  wide: boolean;
  /** Whether its title is on a section's level. */
  raised: boolean;
}

export interface ChangedFigure {
  html: string;
  /** What it is drawn from; empty where it stays as it was. */
  rows: readonly ChartRow[];
}

/** A figure under an alternative, with a note on its title; null where it is the same. */
export function changedFigure(
  { name, number, wide, raised }: PlacedFigure,
  { notebook, alternative, document }: { notebook: Notebook; alternative: Alternative; document: Document }
): ChangedFigure | null {
  const chart = charts.find((candidate) => candidate.name === name);
  if (!chart) throw new Error(`there is no figure "${name}"`);
  const block = (rows: readonly ChartRow[], from: Notebook, note: string): string =>
    holdTogether(
      figureBlock({ chart, rows: [...rows] }, { number, wide, notebook: from, document })
        .replace("<h3 ", raised ? '<h3 aria-level="2" ' : "<h3 ")
        .replace("</h3>", `</h3>\n<p class="by-choice">${esc(note)}</p>`)
    );
  const before = chart.select(notebook.tables);
  try {
    const rows = chart.select(alternative.notebook.tables);
    if (JSON.stringify(rows) === JSON.stringify(before)) return null;
    const doubts = chart.doubts(rows);
    const note = doubts.length === 0 ? "" : ` With it the title no longer holds: ${doubts.join("; ")}.`;
    const choice = `Drawn by your choice: ${alternative.label}. The files below hold the numbers as written.`;
    return { html: block(rows, alternative.notebook, `${choice}${note}`), rows };
  } catch {
    // A finding that takes the numbers as they are written cannot be drawn from others.
    return { html: block(before, notebook, "Not by your choice: this figure needs the numbers as written."), rows: [] };
  }
}
