import * as Plot from "@observablehq/plot";
import {
  type DisplayUnit,
  displayUnits,
  entryHeight,
  entryMarks,
  type Figure,
  type FigureAmount,
  type FigureRow,
  firstOf,
  labels,
  pickDerived,
  pickFigure,
  pixelPlot,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type Size,
  type StatementEntry,
  statementId,
  symbolOfKind,
  type Tables,
  unless
} from "../notebook/index.ts";
import { whenOf } from "./periods.ts";

/** What the record has of a country at a stage from ore to magnet. */
export interface StageByCountryRow extends FigureRow {
  stage: string;
  country: string;
  colour: string;
  /** What is given, in words: "51,000 t", "91%", “practically no processing”. */
  amount: string;
  spoken: string;
  /** The same in its canonical unit. */
  given: FigureAmount;
  /** What it counts, by whom, when. */
  details: string[];
  /** The same for the drawing, the share apart, and whoever is known by initials has them. */
  lines: string[];
  symbol: string;
  /** The part of the world’s, in per cent, where it is known. */
  share: number | null;
  shareAmount: FigureAmount | null;
}

const name = "stages-by-country";
const { percent } = displayUnits;
const tonnes: DisplayUnit = { factor: 1, sign: "t", name: "tonnes" };

const countries: readonly [country: string, colour: string][] = [
  ["Russia", "var(--red)"],
  ["United States", "var(--blue)"],
  ["China", "var(--ochre)"]
];

interface Cell {
  figure: string;
  /** Of which this notebook calculates the share of the world’s. */
  share?: string;
  counts: string;
}

/** For each stage what the record has of each country, in the countries’ order. */
const stages: readonly [stage: string, cells: readonly (Cell | null)[]][] = [
  [
    "Mine",
    [
      {
        figure: "usgs-mcs@latest.mine-production.russia.latest",
        share: "derived.survey-output-share-russia",
        counts: "oxide in concentrates"
      },
      {
        figure: "usgs-mcs@latest.mine-production.united-states.latest",
        share: "derived.survey-output-share-us",
        counts: "oxide in concentrates"
      },
      {
        figure: "usgs-mcs@latest.mine-production.china.latest",
        share: "derived.survey-output-share-china",
        counts: "oxide in concentrates"
      }
    ]
  ],
  [
    "Compounds",
    [
      {
        figure: "state-report-2021.solikamsk-products.solikamsk.2021",
        counts: "mixed compounds, which others have to separate"
      },
      {
        figure: "usgs-mcs@latest.us-compounds-and-metals.united-states.latest",
        counts: "compounds and metals together"
      },
      { figure: "further-statements.china-share-of-separation-iea", counts: "of the world’s separation" }
    ]
  ],
  ["Metal", [null, null, null]],
  [
    "Magnet",
    [null, null, { figure: "further-statements.china-share-of-magnets-iea", counts: "of the world’s magnets" }]
  ]
];

const bar = 8;
const barRoom = 16;
const head = 26;
const rowGap = 14;
const gap = 20;
/** Room at the left for the stages; on a phone a stage stands above its countries. */
const left: Readonly<Record<Size, number>> = { sm: 0, md: 92, lg: 108 };
/** The width of a cell at the narrowest drawing of a size, which its words must fit. */
const cellWidth: Readonly<Record<Size, number>> = { sm: 280, md: 129, lg: 217 };

/** Russia, the United States and China side by side, stage by stage, with gaps where nobody gives a figure. */
export const stagesByCountry: Figure<StageByCountryRow> = {
  name,

  select: (tables) =>
    stages.flatMap(([stage, cells]) =>
      countries.flatMap(([country, colour], place) => {
        const cell = cells[place];
        return cell ? [{ stage, country, colour, ...told(cell, tables) }] : [];
      })
    ),

  words(rows) {
    firstOf(name, "figure", rows);
    const said = stages.map(([stage]) => {
      const own = rows.filter((row) => row.stage === stage);
      return `${stage}: ${own.map(({ country, amount }) => `${country} ${amount}`).join(", ") || "no figure"}`;
    });
    return {
      title: "The mines of all three are counted; for metal there is no figure, and for magnets only China’s",
      subtitle: "What is known of three countries at four stages, each with its year",
      howToRead:
        "A frame stands for the whole world at that stage, its filled part for the country. Without a frame, no share is known.",
      notes: [
        "Shares at the mine are this notebook’s division of the US survey’s tonnes; those of separation and magnets are the International Energy Agency’s, seen second-hand. Stages count different things, so only what stands in one row compares."
      ],
      description: `Rows are stages, columns countries; a country that is not named at a stage has no figure. ${said.join(". ")}. Percentages are shares of the world’s.`
    };
  },

  doubts(rows) {
    const at = (stage: string) => rows.filter((row) => row.stage === stage);
    const foreign = at("Magnet").filter(({ country }) => country !== "China");
    return [
      ...unless(at("Mine").length === countries.length, "a country’s mines have no figure", at("Mine")),
      ...unless(at("Metal").length === 0, "there is a figure for metal", at("Metal")),
      ...unless(foreign.length === 0, "magnets have figures of other countries than China", foreign),
      ...unless(foreign.length < at("Magnet").length, "China’s magnets have no figure", foreign)
    ];
  },

  columns: [
    { label: "Stage", align: "start", text: ({ stage }) => stage },
    { label: "Country", align: "start", text: ({ country }) => country },
    { label: "Figure", align: "start", text: ({ amount }) => amount, amount: ({ given }) => given },
    { label: "What and whose", align: "start", text: ({ details }) => details.join("; ") },
    {
      label: "Share of the world’s, %",
      align: "end",
      text: ({ share }) => (share === null ? "" : share.toFixed(1)),
      amount: ({ shareAmount }) => shareAmount
    }
  ],

  height: (size, rows) => placed(rows, size).height,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const isStacked = size === "sm";
    const { cells, gaps, tops, height } = placed(rows, size);
    const pitch = isStacked ? 0 : (width - left[size] + gap) / countries.length;
    const room = isStacked ? width - 8 : pitch - gap;
    const at = cells.map((cell) => ({ ...cell, x: left[size] + cell.column * pitch }));
    const shares = at.flatMap(({ row, x, y }) => (row.share === null ? [] : [{ x, y: y + 4, share: row.share, row }]));
    const barOf = (share: number) => (room * share) / 100;
    return pixelPlot(canvas, height, [
      Plot.ruleY(tops, { x1: 0, x2: width, y: ({ y }: { y: number }) => y - 0.5, stroke: "var(--rule)" }),
      labels(
        tops.map(({ stage, y }) => ({ x: 0, y: y + 20, text: stage })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      isStacked
        ? []
        : labels(
            countries.map(([country], place) => ({ x: left[size] + place * pitch, y: 15, text: country })),
            { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
          ),
      Plot.rect(shares, {
        x1: "x",
        x2: ({ x }) => x + room,
        y1: "y",
        y2: ({ y }) => y + bar,
        fill: "var(--paper)",
        stroke: "var(--grey)"
      }),
      Plot.rect(shares, {
        x1: "x",
        x2: ({ x, share }) => x + Math.max(1.5, barOf(share)),
        y1: "y",
        y2: ({ y }) => y + bar,
        fill: ({ row }) => row.colour
      }),
      labels(
        gaps.map(({ country, column, y }) => ({
          x: left[size] + column * pitch,
          y: y + 17,
          text: isStacked ? `${country}: no figure` : "no figure"
        })),
        { fontSize: 14, fill: "var(--ink3)" }
      ),
      entryMarks(
        at.map(({ row, x, y }) => ({ ...entryOf(row, isStacked), x, y: y + (row.share === null ? 0 : barRoom) })),
        isStacked ? cellWidth.sm : room
      )
    ]);
  }
};

function told({ figure, share, counts }: Cell, tables: Tables) {
  const row = pickFigure(name, tables, figure);
  const part = share === undefined ? null : pickDerived(name, tables, share);
  const given = amountOf(row);
  const shareAmount = row.unit === "%" ? given : part && amountOf(part);
  const unit = row.unit === "%" ? percent : tonnes;
  const abbreviation = tables.speakers.rows.find(({ id }) => id === row.speaker)?.abbreviation;
  const ofWorld = part ? [`${quantityText(part, percent, { digits: 2 })}% of the world`] : [];
  return {
    evidence: [row.id, ...(part ? [part.id] : [])],
    amount: quantityWithUnit(row, unit),
    spoken: `${quantityInProse(row, unit)} ${counts}`,
    details: [[...ofWorld.map((text) => `${text}’s`), counts].join(", "), `${row.speaker_name}, ${whenOf(row)}`],
    lines: [...ofWorld, counts, `${abbreviation ?? row.speaker_name}, ${whenOf(row)}`],
    symbol: symbolOfKind(row.speaker_kind, tables),
    given,
    share: shareAmount?.value ?? null,
    shareAmount
  };
}

const amountOf = ({ low, value, high, comparator, unit }: FigureAmount): FigureAmount => ({
  low,
  value,
  high,
  comparator,
  unit
});

const entryOf = (row: StageByCountryRow, isStacked: boolean): StatementEntry => ({
  evidence: statementId(row),
  symbol: row.symbol,
  label: `${row.stage}, ${row.country}: ${row.spoken}, ${row.details.at(-1)}`,
  amount: isStacked ? `${row.country}: ${row.amount}` : row.amount,
  details: isStacked ? [row.lines.slice(0, -1).join(", "), ...row.lines.slice(-1)] : row.lines
});

/** Each cell and gap at its top, each stage at the rule above it; on a phone the cells of a stage stand under each other. */
function placed(rows: readonly StageByCountryRow[], size: Size) {
  const isStacked = size === "sm";
  const cells: { row: StageByCountryRow; column: number; y: number }[] = [];
  const gaps: { country: string; column: number; y: number }[] = [];
  const tops: { stage: string; y: number }[] = [];
  let y = isStacked ? 0 : head;
  for (const [stage] of stages) {
    tops.push({ stage, y });
    let bottom = y + (isStacked ? head : 0);
    for (const [column, [country]] of countries.entries()) {
      const top = (isStacked ? bottom : y) + 6;
      const row = rows.find((row) => row.stage === stage && row.country === country);
      if (row) cells.push({ row, column, y: top });
      else gaps.push({ country, column, y: top });
      const room = row
        ? entryHeight(entryOf(row, isStacked), cellWidth[size]) + (row.share === null ? 0 : barRoom)
        : 24;
      bottom = Math.max(bottom, top + room);
    }
    y = bottom + rowGap;
  }
  return { cells, gaps, tops, height: y };
}
