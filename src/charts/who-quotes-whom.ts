import * as Plot from "@observablehq/plot";
import type { Chart } from "./chart.ts";
import { heardLayouts, placedLines } from "./heard/heard-layout.ts";
import {
  type HeardRow,
  heardRows,
  isOwn,
  mostRelayed,
  publicationsOf,
  speakersText,
  total,
  wayText
} from "./heard/heard-rows.ts";
import { type Label, labels, pixelPlot } from "./marks/pixel-plot.ts";
import { listed, numberWord } from "./words/format.ts";

const name = "who-quotes-whom";
const barHeight = 12;

export const whoQuotesWhom: Chart<HeardRow> = {
  name,

  select: heardRows,

  words(rows) {
    const [all, own] = [total(rows), total(rows.filter(isOwn))];
    const most = mostRelayed(rows);
    const others = rows.filter((row) => row.publication === most && !isOwn(row));
    const relayed = others.filter(({ way }) => way === "relayed");
    return {
      title: "More than half of the positions are the publications’ own",
      subtitle: `Positions in ${numberWord(publicationsOf(rows).length)} outlets by whose they are and through whom they come`,
      notes: [
        "A publication’s own are its authors’ arguments and its glosses on what others say; all others are quoted or reported. Direct means that no other outlet is named as the one that heard them.",
        relayed.length > 0
          ? `In ${most}, ${total(relayed)} of the ${total(others)} positions of others come through ${listed(relayed.map(({ through }) => through))}.`
          : ""
      ].filter(Boolean),
      description: `Of ${all} positions, ${own} are the publications’ own. ${publicationsOf(rows)
        .map((publication) => {
          const its = rows.filter((row) => row.publication === publication);
          return `${publication}: ${total(its.filter(isOwn))} of ${total(its)}`;
        })
        .join("; ")}. ${relayed.length > 0 ? `${most} takes ${total(relayed)} from other outlets.` : ""}`.trim()
    };
  },

  doubts: (rows) =>
    2 * total(rows.filter(isOwn)) > total(rows)
      ? []
      : [`${total(rows.filter(isOwn))} of ${total(rows)} positions are the publications’ own, not more than half`],

  columns: [
    { label: "Publication", align: "start", text: ({ publication }) => publication },
    { label: "Heard through", align: "start", text: wayText },
    { label: "Positions", align: "end", text: ({ evidence }) => String(evidence.length) },
    { label: "Whose they are", align: "start", text: speakersText }
  ],

  height: (size, rows) => placedLines(rows, size).bottom,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const { bar, names, step } = heardLayouts[size];
    const { heads, lines, bottom } = placedLines(rows, size);
    const detail = { fontSize: 12.5, fill: "var(--ink3)" };
    const ends = lines.map(({ row, y }) => ({ row, y: y - 5, end: bar + row.evidence.length * step }));
    const bars = (way: HeardRow["way"], options: Plot.RectOptions) =>
      Plot.rect(
        ends.filter(({ row }) => row.way === way),
        { x1: bar, x2: "end", y1: ({ y }) => y - barHeight / 2, y2: ({ y }) => y + barHeight / 2, ...options }
      );
    return pixelPlot(canvas, bottom, [
      Plot.ruleY(heads, { x1: 0, x2: width, y: ({ y }: Label) => y - 19.5, stroke: "var(--rule)" }),
      labels(heads, { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }),
      labels(
        lines.map(({ row, y }) => ({ x: 0, y, text: wayText(row) })),
        { fontSize: 13, fill: "var(--ink2)" }
      ),
      bars("own", { fill: "var(--other)" }),
      bars("direct", { fill: "var(--ink2)" }),
      bars("relayed", {
        fill: "var(--paper)",
        stroke: "var(--ink2)",
        strokeWidth: 1.5,
        insetTop: 0.75,
        insetBottom: 0.75
      }),
      labels(
        ends.map(({ row, y, end }) => ({ x: end + 7, y: y + 5, text: String(row.evidence.length) })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      labels(
        lines.flatMap(({ texts }) => texts),
        { ...detail, dx: names }
      )
    ]);
  }
};
