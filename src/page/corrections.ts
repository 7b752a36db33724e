import { htmlEscape as esc } from "escape-goat";
import { evidenceTrigger } from "./evidence-trigger.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";

/** Every correction of a source: what it printed, what holds, why, and who corrected it. */
export function corrections(notebook: Notebook): string {
  const items = notebook.tables.figures.rows.flatMap((row) =>
    row.correction === null
      ? []
      : [
          `<li>${esc(`${row.subject_name}, ${row.metric_label}, ${(row.edition ?? "").replace(/, version .*$/, "")}`)}: printed as ${esc(row.printed)}; corrected to ${evidenceTrigger(row.id, numberText({ kind: "figure", row }, "full"))}. ${esc(row.correction)}</li>`
        ]
  );
  return items.length === 0 ? "<p>None so far.</p>" : `<ul>${items.join("\n")}</ul>`;
}
