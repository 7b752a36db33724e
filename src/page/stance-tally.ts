import { htmlEscape as esc } from "escape-goat";
import { bothSides } from "../charts/rows/joint-stance.ts";
import type { Topic } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";

/** Room in px that the style sheet has above the line of a tally, and below it. */
const room = 32;

/** The first row of the table: how many positions on each topic stand above the line and how many below, with bars. */
export function stanceTally(positions: readonly PositionRow[], topics: readonly Topic[]): string {
  const counts = topics.map(({ id, short }) => ({
    short,
    ...bothSides(positions.filter(({ topic }) => topic === id).map(({ stance }) => stance))
  }));
  const most = Math.max(1, ...counts.flatMap(({ up, down }) => [up, down]));
  const cells = counts.map(
    ({ short, up, down }) =>
      `<td data-topic="${esc(short)}" style="--up:${up};--down:${down}"><b>${up}<span class="vh"> favourable,</span></b><b>${down}<span class="vh"> sceptical</span></b></td>`
  );
  return `<tbody class="speaker tally" style="--step:${(room / most).toFixed(2)}px"><tr><th scope="row">All speakers<small>count of positions; mixed ones count on both sides</small></th>${cells.join("")}</tr></tbody>`;
}
