import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "../charts/words/published-text.ts";
import type { SourceRow } from "../tables/sources.ts";
import { counted } from "./counted.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { RecordContext } from "./record-context.ts";
import { sourcePath } from "./record-link.ts";
import { kindKey } from "./source-list.ts";
import { sourceUses } from "./source-uses.ts";

/** Every source in a section of its own: what it is, what it contributes, where it is used, and the way to its records. */
export function sourceIndex(context: RecordContext): string {
  const { rows } = context.notebook.tables.sources;
  const texts = rows.filter(({ reading }) => reading === "text");
  const releases = rows.filter(({ reading }) => reading !== "text");
  return `${kindKey(context.notebook)}
<h2 id="publications">The publications</h2>${entries(texts, context)}
<h2 id="releases">Official statistics and further statements</h2>${entries(releases, context)}`;
}

const entries = (sources: readonly SourceRow[], context: RecordContext): string =>
  `<div class="source-entries">${sources.map((source) => entry(source, context)).join("\n")}</div>`;

function entry(source: SourceRow, context: RecordContext): string {
  const facts = [
    source.publisher_name,
    source.edition,
    context.notebook.kindLabel(source.kind),
    publishedText(source),
    source.title_known ? null : "headline not known",
    source.reading === "second-hand" ? "seen second-hand" : null
  ];
  const records = [
    counted(source.figures, "figure"),
    ...(source.positions > 0 ? [counted(source.positions, "position")] : [])
  ];
  return `<section id="${source.id}"><h3>${esc(source.title)}</h3>
<p class="meta">${kindSymbol(source.kind)} ${esc(facts.filter(Boolean).join("\u00a0· "))}</p>
<p class="way"><a href=".${sourcePath(source.id)}">${records.join(" and ")} →</a></p>
<div class="uses">${sourceUses(source.id, context)}</div></section>`;
}
