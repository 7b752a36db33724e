import * as Plot from "@observablehq/plot";
import {
  attribution,
  type Canvas,
  capitalised,
  evidenceHref,
  type Figure,
  type FigureRow,
  firstOf,
  type Label,
  labels,
  listed,
  noBreakSpace,
  numberWord,
  pixelPlot,
  plotSymbol,
  type QuantityRow,
  type Size,
  type SourceRow,
  stroke,
  symbolOfKind,
  symbolStyle,
  type Tables,
  textWidth,
  unless,
  wrapText
} from "../notebook/index.ts";

/** A kind of speaker with the printed figures that come from it. */
export interface FiguresByKindRow extends FigureRow {
  kind: string;
  symbol: string;
  label: string;
  /** One name a figure, in the order of the evidence: "28.5 million tons, Oleg Kazanov, Rosnedra, in Russia.Post". */
  names: string[];
  /** How many of them a publication states itself, without naming a source. */
  own: number;
  /** How many stand in which publication, by its name. */
  outlets: { outlet: string; count: number }[];
  publications: number;
  withoutNumber: number;
}

const name = "figures-by-kind";

/** What the kinds are called where several speak, in the order of the key. */
const kinds: Readonly<Record<string, string>> = {
  statistic: "official statistics",
  official: "government officials",
  "state-media": "state-linked media",
  "trade-press": "trade press",
  independent: "independent analysis",
  expert: "industry experts"
};

interface Layout {
  /** Where the symbols start, from the left edge and from a lane's top. */
  left: number;
  line: number;
  pitch: number;
  step: number;
  /** How many symbols fit into one line at the size's narrowest. */
  perLine: number;
}
const layouts: Readonly<Record<Size, Layout>> = {
  sm: { left: 0, line: 34, pitch: 54, step: 18, perLine: 15 },
  md: { left: 164, line: 20, pitch: 40, step: 18, perLine: 15 },
  lg: { left: 226, line: 20, pitch: 40, step: 19, perLine: 18 }
};
const extraLine = 19;
const detailSize = 12.5;
const detailLine = 17;
/** What the narrowest phone has for a line, in px. */
const narrowest = 290;

export const figuresByKind: Figure<FiguresByKindRow> = {
  name,

  select(tables) {
    const figures = articleFigures(tables);
    const publications = new Set(figures.map(({ source }) => source)).size;
    const withoutNumber = figures.filter((figure) => !hasNumber(figure)).length;
    return Object.entries(kinds).map(([kind, label]) => {
      const said = figures.filter((figure) => figure.speaker_kind === kind && hasNumber(figure));
      return {
        evidence: said.map(({ id }) => id),
        kind,
        symbol: symbolOfKind(kind, tables),
        label,
        names: said.map((figure) => figureName(figure, tables)),
        own: said.filter(({ voice }) => voice === "authorial" || voice === "gloss").length,
        outlets: outletCounts(said, tables),
        publications,
        withoutNumber
      };
    });
  },

  words(rows) {
    const all = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
    const own = rows.reduce((sum, row) => sum + row.own, 0);
    const official = statisticsAmong(rows);
    const { publications, withoutNumber } = firstOf(name, "kind of speaker", rows);
    const most = mostAmong(rows);
    const first = listed(most.map(({ label }) => label));
    return {
      title: `${capitalised(numberWord(official))} of ${all} printed figures ${official === 1 ? "comes" : "come"} from official statistics`,
      subtitle: `Figures with a number in ${numberWord(publications)} publications, by kind of speaker`,
      howToRead: "One symbol is one figure.",
      notes: [
        `The kind is the speaker’s, not the outlet’s: a minister quoted in a newspaper is a government official. ${capitalised(numberWord(own))} are the publications’ own, stated without naming a source.`,
        `${capitalised(numberWord(withoutNumber))} ${withoutNumber === 1 ? "statement" : "statements"} of quantity without a number ${withoutNumber === 1 ? "is" : "are"} left out. A figure that a text repeats counts once.`
      ],
      description: `Printed figures by kind of speaker, one symbol each, ${all} in all: ${listed(rows.map(({ label, evidence }) => `${label} ${evidence.length}`))}. ${most.length === 1 ? `More come from ${first} than from any other kind` : `${capitalised(first)} give the most, each as many`}. The publications state ${own} themselves, without naming a source.`
    };
  },

  doubts(rows) {
    const official = statisticsAmong(rows);
    return rows.flatMap((row) =>
      unless(official <= row.evidence.length, `${row.label} are a rarer source than official statistics`, [row])
    );
  },

  columns: [
    { label: "Kind of speaker", align: "start", text: ({ label }) => capitalised(label) },
    {
      label: "Figures",
      align: "end",
      text: ({ evidence }) => String(evidence.length),
      value: ({ evidence }) => evidence.length
    },
    { label: "The publication’s own", align: "end", text: ({ own }) => String(own), value: ({ own }) => own },
    { label: "By publication", align: "start", text: outletsText }
  ],

  height: (size, rows) => rows.reduce((sum, row) => sum + laneHeight(size, row), 0),

  draw(rows, canvas) {
    const lanes = placeLanes(rows, canvas.size);
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      lanes.slice(1).map(({ top }) => hairline(top - 0.5, canvas.width)),
      laneLabels(lanes, canvas),
      lanes.map((lane) => laneSymbols(lane, layouts[canvas.size]))
    ]);
  }
};

interface Lane {
  row: FiguresByKindRow;
  top: number;
}

function placeLanes(rows: readonly FiguresByKindRow[], size: Size): Lane[] {
  let top = 0;
  return rows.map((row) => {
    const lane = { row, top };
    top += laneHeight(size, row);
    return lane;
  });
}

const hairline = (y: number, width: number) =>
  stroke(
    [
      { x: 0, y },
      { x: width, y }
    ],
    { stroke: "var(--rule)" }
  );

/**
 * The kind, how many figures come from it, and in which publications: on a phone under the symbols, else beside them
 * where there is room.
 */
function laneLabels(lanes: readonly Lane[], { size, width }: Canvas): Plot.Markish {
  const { left, line, step, perLine } = layouts[size];
  const isPhone = size === "sm";
  const bold = { fontWeight: 600, fill: "var(--ink)" };
  const under = isPhone ? lanes.flatMap(linesUnder) : [];
  const placed = lanes.map(({ row, top }) => ({
    row,
    y: top + (isPhone ? 19 : line + 5),
    x: isPhone ? width : left + 12 + Math.min(row.evidence.length, perLine) * step
  }));
  const details = placed.map(({ row, x, y }) => ({ x: x + 26, y, text: outletsText(row) }));
  const fits = !isPhone && details.every(({ x, text }) => x + 0.92 * textWidth(text, detailSize) <= width);
  return [
    labels(
      placed.map(({ row, y }) => ({ x: 0, y, text: capitalised(row.label) })),
      { fontSize: 14, ...bold }
    ),
    labels(
      placed.map(({ row, x, y }) => ({ x, y, text: String(row.evidence.length) })),
      { fontSize: 15, anchor: isPhone ? "end" : "start", ...bold }
    ),
    labels(fits ? details : under, { fontSize: detailSize, fill: "var(--ink3)" })
  ];
}

/** The publications of a lane under its symbols; a line ends between two of them. */
function linesUnder({ row, top }: Lane): Label[] {
  const last = top + laneHeight("sm", row) - 16;
  return outletLines(row)
    .reverse()
    .map((text, above) => ({ x: 0, y: last - above * detailLine, text }));
}

const statisticsAmong = (rows: readonly FiguresByKindRow[]): number =>
  rows.filter(({ kind }) => kind === "statistic").flatMap(({ evidence }) => evidence).length;

/** The kind of speaker that gives the most figures; several where they give as many. */
function mostAmong(rows: readonly FiguresByKindRow[]): FiguresByKindRow[] {
  const most = Math.max(...rows.map(({ evidence }) => evidence.length));
  return rows.filter(({ evidence }) => evidence.length === most);
}

function outletLines({ outlets }: FiguresByKindRow): string[] {
  const parts = outlets.map(({ outlet, count }) => `${outlet} ${count}`.replaceAll(" ", noBreakSpace));
  return wrapText(parts.join(`${noBreakSpace}· `), narrowest, detailSize);
}

/** One symbol a figure, without the halo and ring of sparser figures: there are many, and none overlap. */
function laneSymbols({ row, top }: Lane, { left, line, step, perLine }: Layout): Plot.Markish {
  const style = symbolStyle(row.symbol);
  const symbols = row.evidence.map((id, index) => ({
    id,
    name: row.names[index] ?? "",
    x: left + 8 + (index % perLine) * step,
    y: top + line + Math.floor(index / perLine) * extraLine
  }));
  return Plot.dot(symbols, {
    x: "x",
    y: "y",
    r: 5,
    symbol: plotSymbol(row.symbol),
    fill: style.open ? "var(--paper)" : style.colour,
    stroke: style.open ? style.colour : "none",
    strokeWidth: style.line,
    href: ({ id }) => evidenceHref(id),
    ariaLabel: "name"
  });
}

/** Figures that articles print; official statistics are sources of their own and print nothing but themselves. */
function articleFigures({ figures, sources }: Tables): QuantityRow[] {
  const isArticle = ({ kind, reading }: SourceRow): boolean => kind !== "statistic" && reading === "text";
  const articles = new Set(sources.rows.filter(isArticle).map(({ id }) => id));
  return figures.rows.filter(({ source }) => articles.has(source));
}

const hasNumber = ({ low, value, high }: QuantityRow) => [low, value, high].some((end) => end !== null);

function figureName(figure: QuantityRow, tables: Tables): string {
  const { speaker, where } = attribution(figure, tables);
  return `${figure.printed}, ${speaker}, ${where}`;
}

function outletCounts(figures: readonly QuantityRow[], { sources }: Tables): FiguresByKindRow["outlets"] {
  const counts = new Map<string, number>();
  for (const { source } of figures) {
    const outlet = sources.rows.find(({ id }) => id === source)?.publisher_name ?? source;
    counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  return [...counts].map(([outlet, count]) => ({ outlet, count })).sort((a, b) => b.count - a.count);
}

function outletsText({ outlets }: FiguresByKindRow): string {
  return outlets.map(({ outlet, count }) => `${outlet} ${count}`).join(" · ");
}

function laneHeight(size: Size, row: FiguresByKindRow): number {
  const { pitch, perLine } = layouts[size];
  const under = size === "sm" ? outletLines(row).length * detailLine : 0;
  return pitch + Math.max(0, Math.ceil(row.evidence.length / perLine) - 1) * extraLine + under;
}
