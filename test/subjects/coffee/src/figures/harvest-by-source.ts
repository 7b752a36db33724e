import * as Plot from "@observablehq/plot";
import {
  base,
  type DisplayUnit,
  type Figure,
  firstOf,
  markAt,
  plainNumber,
  quantityText,
  type StatementRow,
  statementColumns,
  statementId,
  statementLabel,
  statementRow,
  statementValue,
  symbolMarks,
  ticksTo,
  tickTexts,
  tidySvg,
  topAxis,
  unless
} from "../../../../../src/notebook/index.ts";

const name = "harvest-by-source";
const bags: DisplayUnit = { factor: 1, sign: "bags", name: "bags" };
const thousand: DisplayUnit = { factor: 1000, sign: "thousand bags", name: "thousand bags" };
const top = 30;
const lane = 68;

/** The harvest of the newest season that the growers have counted, by everyone who gives a number for it. */
export const harvestBySource: Figure<StatementRow> = {
  name,
  select(tables) {
    const counts = tables.figures.rows.filter(
      ({ metric, subject, status, current }) =>
        metric === "harvest" && subject === "ombrel" && status !== "forecast" && current
    );
    const season = counts
      .filter(({ basis }) => basis === "picked")
      .reduce((latest, { period }) => (period && period > latest ? period : latest), "");
    return counts
      .filter(({ period }) => period === null || period === season)
      .map((figure) => statementRow(figure, tables))
      .sort((a, b) => at(b) - at(a));
  },
  words(rows) {
    const { picked, milled } = parts(rows);
    const [more, less] = [picked, milled].map((row) => statementValue(name, row));
    return {
      title: `The growers count ${quantityText(picked, thousand)} thousand bags, the mills took in ${quantityText(milled, thousand)} thousand`,
      subtitle: `Coffee harvest of ${picked.subject}, ${picked.period}, thousand bags of 60 kg, by source`,
      notes: [
        "The growers count what they pick, the bureau what the mills take in. Neither count is a correction of the other.",
        "The dashed line says “over”: how much more is not said, nor of which season."
      ],
      description: `On one scale, the growers’ ${plainNumber(more ?? 0)} bags and the bureau’s ${plainNumber(less ?? 0)}, each as two sources print it.`
    };
  },
  doubts(rows) {
    const { picked, milled } = parts(rows);
    return unless(
      statementValue(name, picked) > statementValue(name, milled),
      "the growers count no more than the mills take in",
      [picked, milled]
    );
  },
  columns: statementColumns(() => bags),
  height: (_size, rows) => top + rows.length * lane,
  draw(rows, canvas) {
    const lanes = rows.map((row, place) => ({ row, place, at: at(row), text: quantityText(row, thousand) }));
    const ticks = ticksTo(Math.max(...lanes.map((one) => one.at)));
    const end = Math.max(...ticks, ...lanes.map((one) => one.at));
    const words = { x: 0, dx: 5, textAnchor: "start", fill: "var(--ink2)", fontSize: 13, ...halo } as const;
    const options = {
      marginTop: top,
      marginRight: 64,
      marginBottom: 2,
      marginLeft: 6,
      x: { domain: [0, end] },
      y: { domain: [rows.length, 0] },
      marks: [
        topAxis(ticks, tickTexts(ticks, "k")),
        Plot.ruleY(lanes, { x1: 0, x2: "at", y: (d) => d.place + 0.76, stroke: "var(--grey)", strokeWidth: 2 }),
        Plot.ruleY(
          lanes.filter(({ row }) => row.comparator === ">"),
          { x1: "at", x2: end, y: (d) => d.place + 0.76, stroke: "var(--grey)", strokeDasharray: "3 3" }
        ),
        Plot.text(lanes, { ...words, y: (d) => d.place + 0.22, text: ({ row }) => row.speaker, fontWeight: 600 }),
        Plot.text(lanes, { ...words, y: (d) => d.place + 0.45, text: ({ row }) => row.where }),
        Plot.text(lanes, {
          ...words,
          x: "at",
          dx: 13,
          y: (d) => d.place + 0.76,
          text: "text",
          fontWeight: 600
        }),
        symbolMarks(lanes, {
          x: (one) => one.at,
          y: ({ place }) => place + 0.76,
          symbol: ({ row }) => row.symbol,
          evidence: ({ row }) => statementId(row),
          label: ({ row }) => statementLabel(row, bags)
        })
      ]
    };
    return tidySvg(Plot.plot(base(canvas, this.height(canvas.size, rows), options)));
  }
};

/** A rim that keeps words readable on gridlines, thin enough to leave the zero line whole. */
const halo = { stroke: "var(--paper)", strokeWidth: 4 } as const;

/** Where a row stands, in thousand bags. */
const at = (row: StatementRow): number => (markAt(row) ?? 0) / thousand.factor;

function parts(rows: readonly StatementRow[]) {
  const of = (basis: string) =>
    firstOf(
      name,
      `harvest ${basis}`,
      rows.filter((row) => row.basis === basis && row.value !== null)
    );
  return { picked: of("as picked"), milled: of("as milled") };
}
