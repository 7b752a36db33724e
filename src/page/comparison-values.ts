import { htmlEscape as esc } from "escape-goat";
import { dateText, periodText } from "../charts/words/format.ts";
import type { FigureRow } from "../tables/figures.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import { type LabelPlace, labelTiers, type MarkLabel } from "./label-tiers.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import type { RatioScale } from "./ratio-scale.ts";

/** A line each: symbol, value, who says so where. `figures` all, so that a line says what sets it apart from the others. */
export function valueLines(figures: readonly FigureRow[], notebook: Notebook): string[] {
  return figures.map((figure) => {
    const parts = [...counted(figure, figures), speaker(figure), whereRead(figure, notebook), when(figure)];
    const source = parts.filter((part, place) => part !== "" && parts.indexOf(part) === place).join(", ");
    return `<li>${number(figure)} ${esc(source)}</li>`;
  });
}

/**
 * The values as labels under the strip's marks, in its order, with places for where there is room; else they are lines.
 * What is counted is left to the explanation beside them.
 */
export function valueLabels(scale: RatioScale, notebook: Notebook): { items: string[]; tiers: number } {
  const labels = scale.marks.map(({ figure, at }) => ({
    lines: [shortText(figure), `${speaker(figure)},`, whereRead(figure, notebook)] as const,
    percent: scale.percent(at)
  }));
  const places = labelTiers(labels);
  const items = scale.marks.map(({ figure }, index) => {
    const { tier, align, isBehind } = places[index] as LabelPlace;
    const { lines, percent } = labels[index] as MarkLabel;
    const names = [align === "center" ? "" : align, isBehind ? "behind" : ""].filter(Boolean).join(" ");
    return `<li${names && ` class="${names}"`} style="--x:${percent}%;--tier:${tier}">${number(figure)} <span>${esc(lines[1])}</span> <span>${esc(lines[2])}</span></li>`;
  });
  return { items, tiers: 1 + Math.max(...places.map(({ tier }) => tier)) };
}

const number = (figure: FigureRow): string =>
  `${kindSymbol(figure.speaker_kind)} ${evidenceTrigger(figure.id, shortText(figure))}`;

const shortText = (row: FigureRow): string => numberText({ kind: "figure", row }, "short");

const speaker = ({ speaker_name }: FigureRow): string => speaker_name.replace(/ of Russia$/, "");

/** What a figure counts, as far as others of its row count something else. */
function counted(figure: FigureRow, row: readonly FigureRow[]): string[] {
  const differ = (key: "subject_name" | "material" | "metric_label" | "basis_label"): boolean =>
    row.some((other) => other[key] !== figure[key]);
  return [
    differ("subject_name") ? figure.subject_name : "",
    differ("material") ? figure.material.replaceAll("-", " ") : "",
    differ("metric_label") ? figure.metric_label : differ("basis_label") ? figure.basis_label : ""
  ];
}

function whereRead(figure: FigureRow, notebook: Notebook): string {
  const source = notebook.source(figure.source);
  if (figure.reading === "text") return source.publisher_name;
  if (figure.series !== null)
    return `${/\d{4}/.exec(source.edition ?? "")?.[0] ?? source.published.slice(0, 4)} edition`;
  return figure.published === null ? "undated" : dateText(figure.published);
}

/** The year that a cell of an official table is for; what a publication prints is of its own time. */
const when = ({ series, period }: FigureRow): string =>
  series === null || period === null ? "" : `for ${periodText(period)}`;
