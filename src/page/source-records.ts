import { htmlEscape as esc } from "escape-goat";
import { capitalised } from "../charts/words/format.ts";
import type { SourceRow } from "../tables/sources.ts";
import { counted } from "./counted.ts";
import { figureRecord } from "./figure-record.ts";
import { groupBy } from "./group-by.ts";
import type { Notebook } from "./notebook.ts";
import { positionRecord } from "./position-record.ts";
import type { RecordContext } from "./record-context.ts";
import { sourcePath } from "./record-link.ts";
import { seriesRecord } from "./series-record.ts";
import { sourceFacts } from "./source-facts.ts";
import { sourceUses } from "./source-uses.ts";

/** The page of one source: what is known of it, where it is used, and every record of it. */
export function sourceRecords(source: SourceRow, context: RecordContext): string {
  const { tables } = context.notebook;
  const figures = tables.figures.rows.filter((row) => row.source === source.id);
  const positions = tables.positions.rows.filter((row) => row.source === source.id);
  const single = figures.filter(({ series }) => series === null);
  const series = groupBy(
    figures.filter((row) => row.series !== null),
    (row) => row.series
  );
  const standing = single.map((figure) => figureRecord(figure, context));
  const taken = positions.map((position) => positionRecord(position, context));
  const tabled = [...series.values()].map((cells) => seriesRecord(cells, context));
  return `<p class="kicker"><a href="./sources#${source.id}">Sources</a></p>
<h1>${esc(source.title)}</h1>
<p>${esc(sourceSummary(source))}</p>
${sourceFacts(source, context.notebook)}
<h2 id="uses">Where it is used</h2><div class="uses">${sourceUses(source.id, context)}</div>
${section("figures", "Figures, as printed", standing)}
${tabled.length > 0 ? `<h2 id="tables">Tables, as printed</h2><p>Each cell has an address of its own, <code>#&lt;table&gt;.&lt;place&gt;.&lt;year&gt;</code>.</p>${tabled.join("\n")}` : ""}
${section("positions", "Positions, in our words", taken)}`;
}

const section = (id: string, heading: string, records: readonly string[]): string =>
  records.length === 0 ? "" : `<h2 id="${id}">${heading}</h2><ol class="records">${records.join("\n")}</ol>`;

/** What a source contributes, in a sentence. */
export function sourceSummary({ publisher_name, edition, figures, positions }: SourceRow): string {
  const held = [counted(figures, "figure"), ...(positions > 0 ? [counted(positions, "position")] : [])].join(" and ");
  return `${capitalised([publisher_name, edition].filter(Boolean).join(", "))}: ${held} as records.`;
}

/** The source whose page a path is. Throws where there is none. */
export function sourceOfPath(path: string, notebook: Notebook): SourceRow {
  const source = findSource(path, notebook);
  if (!source) throw new Error(`${path} is the page of no source`);
  return source;
}

/** The source whose page a path is; undefined for any other page. */
export const findSource = (path: string, { tables }: Notebook): SourceRow | undefined =>
  tables.sources.rows.find(({ id }) => sourcePath(id) === path);
