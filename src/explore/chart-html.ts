import { htmlEscape as esc } from "escape-goat";
import type { Doubt } from "./doubts.ts";
import { rowsText } from "./doubts.ts";
import type { RowsView } from "./rows-view.ts";

const mostRows = 100;

/** A chart's rows as an HTML table; the first hundred, with a word on how to get the others. */
export function rowsHtml({ head, body }: RowsView, caption: string): string {
  const heads = head.map(({ label, align }) => `<th scope="col" class="${align}">${esc(label)}</th>`);
  const rows = body.slice(0, mostRows).map((cells) => {
    const [first = "", ...rest] = cells;
    return `<tr><th scope="row">${esc(first)}</th>${rest.map((cell, index) => `<td class="${head[index + 1]?.align}">${esc(cell)}</td>`).join("")}</tr>`;
  });
  const more =
    body.length > mostRows ? `<p class="more">The first ${mostRows} of ${rowsText(body.length)}; CSV has all.</p>` : "";
  return `<table><caption class="vh">${esc(caption)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>${more}`;
}

/** What a chart's maker is told: how many rows there are, what stands against them, and what to press. */
export function statusHtml(count: number, problems: readonly string[], doubts: readonly Doubt[]): string {
  const said = [
    ...problems.map((problem) => `<p>${esc(problem)}</p>`),
    ...doubts.map(({ text, stop }) => `<p>${stop ? "<b>No chart.</b> " : ""}${esc(text)}</p>`)
  ];
  return `<p><b>${rowsText(count)}.</b>${said.length === 0 ? " Unit, period and edition come with the table. No average is offered: where sources disagree, each is drawn." : ""}</p>${said.join("")}`;
}

/** The remedies as buttons, numbered in the order of `remediesOf`. */
export const remediesHtml = (doubts: readonly Doubt[]): string =>
  remediesOf(doubts)
    .map(({ label }, index) => `<button type="button" data-remedy="${index}">${esc(label)}</button>`)
    .join("");

/** Every remedy that the doubts offer, each once. */
export const remediesOf = (doubts: readonly Doubt[]): Doubt["remedies"] => [
  ...new Map(doubts.flatMap(({ remedies }) => remedies).map((remedy) => [remedy.label, remedy])).values()
];
