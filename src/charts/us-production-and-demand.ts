import type { Chart } from "./chart.ts";
import { attributionLines } from "./marks/attribution-lines.ts";
import { markLabel } from "./marks/mark-label.ts";
import { labels, pixelPlot, stroke } from "./marks/pixel-plot.ts";
import { symbolMarks, symbolStyle } from "./marks/symbols.ts";
import type { YearPanel } from "./marks/year-panel.ts";
import { noPresentDemand } from "./production-and-demand/no-present-demand.ts";
import { numberPanels, panelsHeight } from "./production-and-demand/number-panels.ts";
import { numberPlace } from "./production-and-demand/number-place.ts";
import { panelMarks } from "./production-and-demand/panel-marks.ts";
import { editionsNote, estimatesNote } from "./production-and-demand/survey-notes.ts";
import { surveySeries } from "./production-and-demand/survey-series.ts";
import { partsOfUsNumbers, type UsNumberRow, usNumbers } from "./production-and-demand/us-numbers.ts";
import { firstOf } from "./rows/pick.ts";
import { statementColumns, statementLabel } from "./rows/statement-row.ts";
import { statementId, statementValue } from "./rows/statement-value.ts";
import {
  capitalised,
  displayUnits,
  numberWord,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  uncapitalised
} from "./words/format.ts";
import { unless } from "./words/unless.ts";

const name = "us-production-and-demand";
const { kt, years } = displayUnits;

/** Years to each side of a mark that its line for a horizon takes. */
const horizonLine = 0.9;

/** What one expert says America makes and will need, each among the survey's numbers of its own kind: nothing joins the two. */
export const usProductionAndDemand: Chart<UsNumberRow> = {
  name,

  select: (tables) => usNumbers(name, tables),

  words(rows) {
    const { production, oxides, demand, horizon, mined, used } = partsOfUsNumbers(name, rows);
    const [made, wanted] = [production, demand].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    const span = numberWord(statementValue(name, horizon));
    const survey = firstOf(name, "survey’s series", mined).speaker;
    const [lastMined, lastUsed] = [mined, used].map((series) =>
      firstOf(name, "last year of a series", series.slice(-1))
    );
    const inLast = (row?: UsNumberRow) => (row ? `${quantityText(row, kt)} in ${row.year}` : "");
    return {
      title: `No line joins ${made} to ${wanted}: one is production, the other demand`,
      subtitle: `United States, rare earths, thousand tonnes a year: one expert’s numbers in one article, and the series of the ${survey}, in oxide`,
      notes: [
        "The article gives no present demand, so how far demand would grow cannot be read from it.",
        `${capitalised(quantityInProse(oxides, kt))} made as oxides are a part of the ${made}, not an addition.`,
        ...(production.period_inferred
          ? [`The article names no year for the ${made}; it is drawn at ${production.year}, the year of the article.`]
          : []),
        "Apparent consumption is production plus imports less exports of compounds and metals. Magnets inside imported goods are left out, so it is not the demand that an expert may have in mind.",
        [editionsNote([...mined, ...used]), estimatesNote([mined, used])].filter(Boolean).join(" ")
      ],
      description: `Two panels that nothing joins. US production: about ${made} thousand tonnes by ${production.speaker}; mineral concentrates by the ${survey}, ${inLast(lastMined)}. US demand ${span} years on, by the same expert: about ${wanted}; the survey’s apparent consumption, ${inLast(lastUsed)}. The article gives no present demand.`
    };
  },

  doubts(rows) {
    const { production, demand, mined, used } = partsOfUsNumbers(name, rows);
    const series = [...mined, ...used];
    return [
      ...unless(production.metric === "production", `the first number is ${production.measure}, not production`),
      ...unless(demand.metric === "demand", `the second number is ${demand.measure}, not demand`),
      ...unless(new Set(series.map(({ speaker }) => speaker)).size < 2, "the two series are not of one survey"),
      ...unless(
        series.every(({ form }) => form === "oxide"),
        "a series is not given in oxide"
      )
    ];
  },

  columns: statementColumns(({ part }) => (part === "horizon" ? years : kt)),

  height: panelsHeight,

  draw(rows, canvas) {
    const { production, oxides, demand, horizon, mined, used } = partsOfUsNumbers(name, rows);
    const firstYear = Math.min(production.year - 1, ...[...mined, ...used].map(({ year }) => year));
    const most = Math.max(...[production, demand].map((row) => statementValue(name, row)));
    const { today, later, middle, room } = numberPanels(canvas, firstYear, demand.year, most);
    const details = (row: UsNumberRow) => attributionLines(row, room, 13);
    return pixelPlot(canvas, panelsHeight(canvas.size), [
      panelMarks(today, production.metric, "what comes out of the ground"),
      panelMarks(later, demand.metric, "what is used or wanted"),
      labels([{ ...middle, text: "≠" }], { anchor: "middle", fontSize: 30, fill: "var(--ink2)" }),
      stroke(
        [-1, 1].map((years) => ({ x: later.x(demand.year + years * horizonLine), y: at(later, demand).y })),
        { stroke: symbolStyle(demand.kind).colour, strokeWidth: 1.5 }
      ),
      markLabel({
        ...at(today, production),
        value: quantityWithUnit(production, kt),
        details: details(production),
        side: "right",
        width: room
      }),
      markLabel({
        ...raised(at(today, oxides)),
        value: quantityWithUnit(oxides, kt),
        after: "as oxides",
        details: [],
        side: "right",
        width: room
      }),
      markLabel({
        ...at(later, demand),
        x: later.x(demand.year - horizonLine),
        value: quantityWithUnit(demand, kt),
        details: [...details(demand), `“${uncapitalised(horizon.printed ?? "")}”`],
        side: "left",
        width: room
      }),
      surveySeries(name, today, mined, { title: "Mineral concentrates, USGS", firstEdition: 18 }),
      surveySeries(name, later, used, {
        title: "Apparent consumption, USGS",
        counts: "compounds and metals, ",
        firstEdition: -22
      }),
      noPresentDemand(name, later, used),
      symbolMarks(
        [production, oxides, demand].map((row) => ({ row, ...at(row === demand ? later : today, row) })),
        {
          x: ({ x }) => x,
          y: ({ y }) => y,
          kind: ({ row }) => row.kind,
          evidence: ({ row }) => statementId(row),
          label: ({ row }) => `${statementLabel(row, kt, " a year")}, ${row.measure}`
        }
      )
    ]);
  }
};

const at = (panel: YearPanel, row: UsNumberRow) => numberPlace(name, panel, row);

const raised = ({ x, y }: { x: number; y: number }) => ({ x, y: y - 7 });
