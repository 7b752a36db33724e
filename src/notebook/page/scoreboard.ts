import { htmlEscape as esc } from "escape-goat";
import type { SourceRow } from "../tables/sources.ts";
import type { VerdictRow } from "../tables/verdicts.ts";
import { capitalised, listed, numberWord } from "../words/words.ts";
import { sourceOfRecord } from "./addresses.ts";
import { citeButton } from "./citation.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import { counted } from "./sources.ts";
import { verdictMark, verdictOrder } from "./verdict-mark.ts";
import { verdictAnchor, verdictWord } from "./verdicts.ts";

/** The claims of one publication, from those that the record bears out to those that it speaks against. */
export interface Board {
  source: SourceRow;
  verdicts: readonly VerdictRow[];
}

/** Every publication with a claim that was checked, those with most claims first. A claim that several print is in each. */
export function boards({ tables }: Pick<Notebook, "tables">): Board[] {
  const rank = ({ verdict }: VerdictRow): number => verdictOrder.indexOf(verdict);
  return tables.sources.rows
    .map((source) => ({
      source,
      verdicts: tables.verdicts.rows
        .filter(({ figures, positions }) => [...figures, ...positions].some((id) => sourceOfRecord(id) === source.id))
        .sort((a, b) => rank(a) - rank(b))
    }))
    .filter(({ verdicts }) => verdicts.length > 0)
    .sort((a, b) => b.verdicts.length - a.verdicts.length);
}

/** How many claims have each verdict, in the order of the tiles; those that none has are left out. */
export const verdictCounts = ({
  tables
}: Pick<Notebook, "tables">): { verdict: VerdictRow["verdict"]; count: number }[] =>
  verdictOrder
    .map((verdict) => ({ verdict, count: tables.verdicts.rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0);

/** "Of 31 claims that can be checked, five are supported, five are roughly right, six are unsupported and nine are contradicted". */
export function scoreboardTitle(notebook: Pick<Notebook, "tables">): string {
  const count = new Map(verdictCounts(notebook).map(({ verdict, count }) => [verdict, count]));
  const parts = (["supported", "roughly-right", "unsupported", "contradicted"] as const).flatMap((verdict) => {
    const found = count.get(verdict);
    return found === undefined
      ? []
      : [`${numberWord(found)} ${found === 1 ? "is" : "are"} ${verdictWord({ verdict })}`];
  });
  const all = counted(notebook.tables.verdicts.rows.length, "claim");
  return parts.length > 0
    ? `Of ${all} that can be checked, ${listed(parts)}`
    : `${capitalised(all)} that can be checked`;
}

/** Publications of one publisher are told apart by their titles. */
export function boardName({ source }: Board, all: readonly Board[]): { name: string; title: string | null } {
  const isOne = all.filter((board) => board.source.publisher === source.publisher).length === 1;
  return { name: source.publisher_name, title: isOne ? null : source.title };
}

/** Every checked claim as a tile, a row for each publication that makes it; a tile leads to the claim and its verdict. */
export function scoreboard(notebook: Notebook): string {
  const all = boards(notebook);
  if (all.length === 0) return "";
  const key = verdictCounts(notebook).map(
    ({ verdict, count }) => `<li>${verdictMark(verdict)} ${verdictWord({ verdict })} <b>${count}</b></li>`
  );
  const rows = all.map((board) => {
    const tiles = board.verdicts.map((row) => {
      const words = `${capitalised(verdictWord(row))}: ${row.claim}`;
      const href = notebook.site.link("verdicts", verdictAnchor(row));
      return `<li>${linked(href, `${verdictMark(row.verdict)}<span class="vh">${esc(words)}</span>`, ` title="${esc(words)}"`)}</li>`;
    });
    const { name, title } = boardName(board, all);
    return `<li><p>${linked(notebook.site.link("source-index", board.source.id), esc(name))}${title === null ? "" : ` <small>${esc(title)}</small>`} <small>${counted(board.verdicts.length, "claim")}</small></p><ol class="tiles">${tiles.join("")}</ol></li>`;
  });
  const shared = notebook.tables.verdicts.rows.length < all.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  return `<figure class="fig scoreboard" id="scoreboard" aria-labelledby="scoreboard-title">
<figcaption><h3 id="scoreboard-title">${esc(scoreboardTitle(notebook))}</h3>
<p class="subtitle">Claims by publication, each with its verdict; a tile opens the claim and the reasons</p></figcaption>
<ul class="key">${key.join("")}</ul>
<ol class="boards">${rows.join("\n")}</ol>
${shared ? `<p class="notes">A claim that several publications print stands in the row of each.</p>` : ""}
<div class="actions"><a href="./data/verdicts.csv">Data</a> <a href="./${scoreboardPicture}">Picture to share</a> ${citeButton(scoreboardTitle(notebook), notebook, "scoreboard")}</div>
</figure>`;
}

/** Where the picture of it lies, at the size that networks show. */
export const scoreboardPicture = "share/scoreboard.png";
