import * as Plot from "@observablehq/plot";
import {
  arithmeticRow,
  capitalised,
  displayUnits,
  editionSpans,
  evidenceHref,
  type Figure,
  firstOf,
  halo,
  haloAttributes,
  labels,
  listed,
  partInWords,
  pickDerived,
  pickFigure,
  pixelPlot,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type Size,
  type StatementRow,
  type SurveyRow,
  secondHandRow,
  seriesLine,
  seriesPoint,
  statementColumns,
  statementId,
  statementValue,
  stroke,
  surveyRow,
  svgNode,
  type Tables,
  ticksTo,
  unless,
  type YearPanel,
  yearAxes,
  yearPanel
} from "../notebook/index.ts";
import { newestOfEachPeriod } from "./periods.ts";

/** A year of a series in one edition, what happened to the mine, or America's share in the last year of its lead. */
interface CenturyRow extends StatementRow {
  part: "world" | "america" | "china" | "mine" | "lead";
  year: number;
  edition: string;
}

const name = "century";
const { kt, t, percent } = displayUnits;
const longSeries = "usgs-ds-140";
const mine = ["further-statements.mountain-pass-idle", "further-statements.mountain-pass-restart"];
const lead = "derived.us-output-share-1984";

const plot: Readonly<Record<Size, number>> = { sm: 300, md: 320, lg: 360 };
const top = 30;
const yearsHeight = 24;

/** World and American mine output since the survey's long series begins; later years from the editions that have them. */
export const century: Figure<CenturyRow> = {
  name,

  select(tables) {
    const share = pickDerived(name, tables, lead);
    const last = later(tables, "china").slice(-1);
    return [
      ...outputOf(tables, "world").map((row): CenturyRow => ({ ...row, part: "world" })),
      ...outputOf(tables, "united-states").map((row): CenturyRow => ({ ...row, part: "america" })),
      ...last.map((row): CenturyRow => ({ ...row, part: "china" })),
      ...mine.map((id): CenturyRow => {
        const figure = pickFigure(name, tables, id);
        return {
          ...secondHandRow(figure, tables),
          part: "mine",
          year: Number(figure.period),
          edition: figure.edition ?? ""
        };
      }),
      {
        ...arithmeticRow(share, "share of world output"),
        part: "lead",
        year: Number(share.inputs[0]?.slice(-4)),
        edition: ""
      }
    ];
  },

  words(rows) {
    const { america, china, idle, restart, lead, firstWorld, last, lastWorld } = parts(rows);
    const { from, to } = lead;
    const now = partInWords((100 * statementValue(name, last)) / statementValue(name, lastWorld));
    const spans = editionSpans(america.filter(({ edition }) => edition !== firstWorld.edition));
    return {
      title: `From ${from} to ${to} America mined more than half of the world’s rare earths; in ${last.year} it was about ${now}`,
      subtitle: `Rare-earth mine output, thousand tonnes of oxide a year, ${firstWorld.year}\u2060–\u2060${last.year}, by the ${last.speaker}`,
      notes: [
        `The lines to ${endOfLong(rows)} are the survey’s long series; after a break, ${listed(spans)}. Years that the long series leaves out, or withholds, are gaps.`
      ],
      description:
        `World output rises from ${quantityInProse(firstWorld, t)} in ${firstWorld.year} to ${quantityInProse(lastWorld, kt)} in ${lastWorld.year}, ` +
        `${quantityText(china, kt)} thousand of them China’s. America mined more than half from ${from} to ${to}, nothing from ${listed(idleSpans(america))}, and ${quantityInProse(last, kt)} in ${last.year}. ` +
        `Its mine at Mountain Pass stopped in ${idle.year} and restarted in ${restart.year}.`
    };
  },

  doubts(rows) {
    const { lead, share, last, lastWorld, idle, restart, america, china } = parts(rows);
    const { from, to, years: leadYears } = lead;
    const none = america.filter(({ value }) => value === 0).map(({ year }) => year);
    return [
      ...unless(
        to - from + 1 === leadYears.length && leadYears.length > 9,
        "the years of the lead are not in a row",
        america
      ),
      ...unless(
        share.year === to && statementValue(name, share) > 50,
        "the share on record is not that of the last year of the lead",
        [share]
      ),
      ...unless(china.year === lastWorld.year, "China’s output is not of the last year of the world’s", [
        china,
        lastWorld
      ]),
      ...unless(
        partInWords((100 * statementValue(name, last)) / statementValue(name, lastWorld)) !== null,
        "America’s part of the last year is no simple one",
        [last, lastWorld]
      ),
      ...unless(
        Array.from({ length: restart.year - idle.year - 1 }, (_, year) => idle.year + 1 + year).every((year) =>
          none.includes(year)
        ),
        "something was mined while the mine stood still",
        america.filter(({ year, value }) => idle.year < year && year < restart.year && value !== 0)
      )
    ];
  },

  columns: statementColumns<CenturyRow>(({ part }) => (part === "lead" ? percent : kt)).map((column) =>
    column.label === "Period" ? { ...column, text: ({ year }) => String(year), value: ({ year }) => year } : column
  ),

  height: (size) => top + plot[size] + yearsHeight,

  draw(rows, canvas) {
    const { world, america, china, lead, share, firstWorld, last, lastWorld, idle, restart } = parts(rows);
    const { size, width } = canvas;
    const span: [number, number] = [firstWorld.year, last.year];
    const step = size === "sm" ? 50 : 25;
    const panel = yearPanel({
      left: 0,
      right: width - 6,
      top,
      bottom: top + plot[size],
      span,
      years: Array.from({ length: Math.floor((span[1] - span[0]) / step) + 1 }, (_, index) => span[0] + index * step),
      ticks: ticksTo(statementValue(name, lastWorld) / kt.factor)
    });
    const at = (row: CenturyRow) => ({ x: panel.x(row.year), y: panel.y(statementValue(name, row) / kt.factor) });
    const line = (series: readonly CenturyRow[], colour: string) => {
      const points = inRuns(series).map(({ row, run }) => ({ ...seriesPoint(row, kt, at(row)), run }));
      const later = series.filter(({ edition }) => edition !== series[0]?.edition).map(at);
      return [
        seriesLine(points, colour, { opens: [points[0], points.at(-1)].filter((point) => point !== undefined) }),
        Plot.dot(later, { x: "x", y: "y", r: 2, fill: colour })
      ];
    };
    const bold = { fontSize: 14, fontWeight: 600, anchor: "end" as const, ...halo };
    const ends = [
      { row: lastWorld, what: "World", fill: "var(--ink2)", dx: 4, dy: -10 },
      { row: china, what: "of which China", fill: "var(--ochre)", dx: -12, dy: 5 },
      { row: last, what: "US", fill: "var(--blue)", dx: 4, dy: -10 }
    ];
    const leadFrom = panel.x(lead.from);
    const leadTo = panel.x(lead.to);
    const leadY = panel.y(110);
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, kt.sign),
      line(world, "var(--ink3)"),
      line(america, "var(--blue)"),
      opening(china, at(china)),
      mineMarks(panel, [idle, restart]),
      ends.map(({ row, what, fill, dx, dy }) =>
        labels([{ x: at(row).x + dx, y: at(row).y + dy, text: `${what} ${quantityText(row, kt)}` }], { ...bold, fill })
      ),
      stroke(
        [
          { x: leadFrom, y: leadY + 8 },
          { x: leadFrom, y: leadY },
          { x: leadTo, y: leadY },
          { x: leadTo, y: leadY + 8 }
        ],
        { stroke: "var(--blue)" }
      ),
      linkedText(share, {
        x: size === "sm" ? leadTo : (leadFrom + leadTo) / 2,
        y: leadY - 24,
        anchor: size === "sm" ? "end" : "middle",
        lines: [
          `America over half, ${lead.from}–${lead.to}`,
          `${quantityWithUnit(share, percent, { digits: 2 })} in ${share.year}`
        ]
      })
    ]);
  }
};

/** The survey's figures of one country: the long series, then the newest edition for each later year. */
function outputOf(tables: Tables, subject: string): SurveyRow[] {
  const long = tables.figures.rows
    .filter((figure) => figure.source === longSeries && figure.subject === subject)
    .filter(({ metric, basis, value }) => metric === "production" && basis === "mine-production" && value !== null)
    .map((figure) => surveyRow(figure, tables))
    .sort((a, b) => a.year - b.year);
  const until = Math.max(0, ...long.map(({ year }) => year));
  return [...long, ...later(tables, subject).filter(({ year }) => year > until)];
}

/** What other releases give of a country's mine output, each year from the newest that has it. */
function later(tables: Tables, subject: string): SurveyRow[] {
  const given = tables.figures.rows
    .filter((figure) => figure.subject === subject && figure.material === "rare-earths" && figure.current)
    .filter(({ metric, basis }) => metric === "production" && basis === "mine-production")
    .filter(({ source, series, period, value }) => {
      const isCell = source !== longSeries && series !== null;
      return isCell && value !== null && period !== null;
    });
  return newestOfEachPeriod(given)
    .map((figure) => surveyRow(figure, tables))
    .sort((a, b) => a.year - b.year);
}

function parts(rows: readonly CenturyRow[]) {
  const of = (part: CenturyRow["part"]) => rows.filter((row) => row.part === part);
  const [world, america, ofMine] = [of("world"), of("america"), of("mine")];
  const firstWorld = firstOf(name, "first year of the world’s output", world);
  const total = new Map(world.map((row) => [`${row.edition} ${row.year}`, row]));
  const ahead = america.filter((row) => {
    const whole = total.get(`${row.edition} ${row.year}`);
    return row.edition === firstWorld.edition && whole && statementValue(name, row) > statementValue(name, whole) / 2;
  });
  const last = firstOf(name, "last year of American output", america.slice(-1));
  const leadYears = longestRun(ahead.map(({ year }) => year));
  return {
    world,
    america,
    china: firstOf(name, "output of China", of("china")),
    share: firstOf(name, "share in the last year of the lead", of("lead")),
    idle: firstOf(name, "record of the mine’s stop", ofMine),
    restart: firstOf(name, "record of the mine’s restart", ofMine.slice(1)),
    lead: {
      years: leadYears,
      from: firstOf(name, "year in which America mined more than half", leadYears),
      to: firstOf(name, "last of these years", leadYears.slice(-1))
    },
    firstWorld,
    last,
    lastWorld: firstOf(
      name,
      "world output of the same year",
      world.filter(({ year }) => year === last.year)
    )
  };
}

/** The most years that follow each other. */
function longestRun(years: readonly number[]): number[] {
  const spans: number[][] = [];
  for (const year of years) {
    const open = spans.at(-1);
    if (open?.at(-1) === year - 1) open.push(year);
    else spans.push([year]);
  }
  return spans.reduce((longest, span) => (span.length > longest.length ? span : longest), []);
}

/** The last year of the long series. */
const endOfLong = (rows: readonly CenturyRow[]): number => {
  const { world } = parts(rows);
  return Math.max(...world.filter(({ edition }) => edition === world[0]?.edition).map(({ year }) => year));
};

/** A line breaks with its edition, and where a year is missing. */
function inRuns(series: readonly CenturyRow[]): { row: CenturyRow; run: string }[] {
  let run = 0;
  return series.map((row, index) => {
    const before = series[index - 1];
    if (before && (before.edition !== row.edition || row.year - before.year !== 1)) run++;
    return { row, run: String(run) };
  });
}

/** The spans of two years and more in which nothing was mined: "2001 to 2011". */
function idleSpans(america: readonly CenturyRow[]): string[] {
  const spans: number[][] = [];
  for (const { year, value } of america) {
    const open = spans.at(-1);
    if (value !== 0) continue;
    if (open && open.at(-1) === year - 1) open.push(year);
    else spans.push([year]);
  }
  return spans.filter(({ length }) => length > 1).map((span) => `${span[0]} to ${span.at(-1)}`);
}

/** A single mark that opens its evidence. */
const opening =
  (row: CenturyRow, { x, y }: { x: number; y: number }): Plot.Markish =>
  (_index, _scales, _values, _dimensions, { document }) =>
    svgNode(
      document,
      "a",
      {
        href: evidenceHref(statementId(row)),
        "aria-label": `${quantityInProse(row, kt)}, ${row.subject}, ${row.speaker}, ${row.where}, ${row.year}`
      },
      svgNode(document, "circle", {
        cx: round(x),
        cy: round(y),
        r: 11,
        class: "ring",
        fill: "none",
        "pointer-events": "all"
      }),
      svgNode(document, "circle", { cx: round(x), cy: round(y), r: 4, fill: "var(--ochre)" })
    );

interface LinkedText {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  lines: readonly string[];
}

/** Lines of text that open a record. */
const linkedText =
  (row: CenturyRow, { x, y, anchor, lines }: LinkedText): Plot.Markish =>
  (_index, _scales, _values, _dimensions, { document }) =>
    svgNode(
      document,
      "a",
      { href: evidenceHref(statementId(row)), "aria-label": `${capitalised(lines.join(" "))}, ${row.speaker}` },
      svgNode(
        document,
        "text",
        { x: round(x), y: round(y), "text-anchor": anchor, "font-size": 13, ...haloAttributes },
        ...lines.map((line, index) =>
          svgNode(
            document,
            "tspan",
            { x: round(x), dy: index === 0 ? 0 : 17, fill: index === 0 ? "var(--blue)" : "var(--ink2)" },
            // A name is what stands there, with a space between its lines.
            index < lines.length - 1 ? `${line} ` : line
          )
        )
      )
    );

/** What happened to the mine: a stroke down to its year, each with its words. */
function mineMarks(panel: YearPanel, events: readonly [CenturyRow, CenturyRow]): Plot.Markish {
  // The later one above, so that its words do not cross the other’s line.
  const words = ["Mountain Pass stops", "Mountain Pass restarts"];
  return events.map((row, index) => {
    const x = panel.x(row.year);
    const y = panel.y(index === 0 ? 172 : 205);
    return [
      stroke(
        [
          { x, y: y + 4 },
          { x, y: panel.bottom }
        ],
        { stroke: "var(--rule2)" }
      ),
      linkedText(row, { x: x - 6, y, anchor: "end", lines: [`${row.year}: ${words[index]}`] })
    ];
  });
}

const round = (place: number): number => Math.round(place * 10) / 10;
