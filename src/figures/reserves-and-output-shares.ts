import * as Plot from "@observablehq/plot";
import {
  type Canvas,
  displayUnits,
  evidenceHref,
  type Figure,
  type FigureAmount,
  type FigureRow,
  firstOf,
  labels,
  listed,
  markAt,
  oneValue,
  paletteColour,
  pickDerived,
  pickFigure,
  pixelPlot,
  type Quantity,
  type QuantityRow,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type Size,
  sortNumber,
  stroke,
  svgNode,
  type Tables,
  textWidth,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";

const { percent, Mt, t } = displayUnits;

/** A country's reserves and output, in tonnes, and its shares of the world's. */
interface SharesRow extends FigureRow {
  country: string;
  /** The colour that the ledger gives it; null for grey. */
  colour: string | null;
  name: string;
  reserves: QuantityRow;
  output: QuantityRow;
  worldReserves: QuantityRow;
  worldOutput: QuantityRow;
  /** Per cent; null where the survey gives no reserves. A bound where the world's total is one. */
  reserveShare: Quantity | null;
  outputShare: Quantity;
}

/** Countries with less than this part of both, in per cent, are in the table only. */
const leastDrawn = 2;

/** A row for each country of the survey's newest edition that has both, those with the largest reserves first. */
function countryShares(tables: Tables): SharesRow[] {
  const [russian = "", world = ""] = pickDerived(name, tables, "derived.survey-reserve-share-russia").inputs;
  const worldReserves = pickFigure(name, tables, world);
  const ofEdition = tables.figures.rows.filter(
    ({ material, series, source }) => material === "rare-earths" && series !== null && source === worldReserves.source
  );
  const reserves = [
    pickFigure(name, tables, russian),
    ...ofEdition.filter(({ metric, basis }) => metric === "reserves" && basis === "usgs-reserves")
  ];
  const output = ofEdition.filter(({ metric, basis }) => metric === "production" && basis === "mine-production");
  const worldOutput = newest(output.filter(isWorld));
  const rows = output
    .filter((figure) => figure.period === worldOutput.period && isCountry(figure, tables))
    .flatMap((figure) => {
      const held = reserves.find((row) => row.subject === figure.subject);
      return held ? [sharesRow({ reserves: held, output: figure, worldReserves, worldOutput }, tables)] : [];
    });
  const key = (row: SharesRow) => [reservesAt(row) ?? -1, markAt(row.outputShare) ?? 0];
  return rows.sort((a, b) => compare(key(b), key(a)));
}

const isWorld = ({ subject }: QuantityRow) => subject === "world";
const isRussia = ({ country }: SharesRow) => country === "russia";

/** The share of reserves to draw, in per cent; null where the survey gives none. */
const reservesAt = ({ reserveShare }: SharesRow): number | null => reserveShare && markAt(reserveShare);

/** Whether a country has a line of its own. */
const isDrawn = (row: SharesRow): boolean =>
  Math.max(reservesAt(row) ?? 0, markAt(row.outputShare) ?? 0) >= leastDrawn || isRussia(row);

function isCountry({ subject }: QuantityRow, { places }: Tables): boolean {
  const type = places.rows.find(({ id }) => id === subject)?.type;
  return type === undefined ? subject !== "world" : type === "country";
}

function newest(worlds: readonly QuantityRow[]): QuantityRow {
  const order = [...worlds].sort((a, b) => Number(b.period) - Number(a.period));
  return firstOf(name, "world output", order);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function sharesRow(
  figures: Pick<SharesRow, "reserves" | "output" | "worldReserves" | "worldOutput">,
  { places }: Pick<Tables, "places">
): SharesRow {
  const { reserves, output, worldReserves, worldOutput } = figures;
  const given = markAt(reserves) !== null;
  return {
    ...figures,
    evidence: [reserves, output, worldReserves, worldOutput].map(({ id }) => id),
    country: output.subject,
    colour: places.rows.find(({ id }) => id === output.subject)?.colour ?? null,
    name: output.subject_name,
    reserveShare: given ? share(reserves, worldReserves) : null,
    outputShare: share(output, worldOutput)
  };
}

/** The part of a whole in per cent; the part of a lower bound is an upper one. */
function share(part: QuantityRow, whole: QuantityRow): Quantity {
  const of = markAt(whole);
  if (!of) throw new Error(`figure "${name}" needs an amount of "${whole.id}", which has none`);
  const value = (oneValue(name, part) / of) * 100;
  return whole.value === null
    ? { low: null, value: null, high: value, comparator: "<=" }
    : { low: value, value, high: value };
}

/** The totals bear two digits, so shares do. */
const digits = { digits: 2 } as const;

/** "at most 5.1%", "0.67%". */
const shareText = (quantity: Quantity | null): string =>
  quantity === null ? "no share" : quantityWithUnit(quantity, percent, digits).replace(/^up to /, "at most ");

/** A share as the table says it. */
const tableShare = (quantity: Quantity | null): string =>
  quantity === null ? "not given" : quantityWithUnit(quantity, percent, { ...digits, signs: true });

const inPercent = ({ low, value, high, comparator = "=" }: Quantity): FigureAmount => ({
  low,
  value,
  high,
  comparator,
  unit: "%"
});

/** The number of a column whose head says what it is; bounds keep their sign. */
const columnShare = (quantity: Quantity): string => quantityText(quantity, percent, { ...digits, signs: true });

/** How a size arranges the figure, in px. */
interface Layout {
  /** Where the axis begins. */
  left: number;
  /** From the end of the column of reserves to the right edge, where the column of output ends. */
  reserves: number;
  /** From the end of the axis to the right edge. */
  right: number;
}

const sharesLayout: Readonly<Record<Size, Layout>> = {
  sm: { left: 76, reserves: 60, right: 134 },
  md: { left: 124, reserves: 84, right: 196 },
  lg: { left: 138, reserves: 100, right: 222 }
};

/** The room above the first country, its own, and that below the last. */
const top = 48;
const pitch = 34;
const bottom = 6;

/** A country and the middle of its line. */
interface PlacedShares {
  row: SharesRow;
  y: number;
}

/** With less room between ticks, only the first and the last are labelled. */
const tickRoom = 26;

/** Gridlines down to `end` with their shares above them. */
function sharesAxis(ticks: readonly number[], x: (share: number) => number, end: number): Plot.Markish {
  const text = tickTexts(ticks, "%");
  const isClose = x(ticks[1] ?? 0) - x(0) < tickRoom;
  const written = ticks.filter((tick) => !isClose || tick === 0 || tick === ticks.at(-1));
  return [
    ...ticks.map((tick) =>
      stroke(
        [
          { x: x(tick), y: top - 6 },
          { x: x(tick), y: end }
        ],
        { stroke: tick === 0 ? "var(--ink)" : "var(--rule)" }
      )
    ),
    labels(
      written.map((tick) => ({ x: x(tick), y: top - 12, text: text(tick) })),
      { anchor: "middle", fill: "var(--ink3)", fontSize: 12.5 }
    )
  ];
}

/** Each country's name, and its two shares in columns at the right. */
function sharesColumns(placed: readonly PlacedShares[], { size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const weight = (row: SharesRow) => (isRussia(row) ? 700 : row.colour === null ? 400 : 600);
  return placed.map(({ row, y }) => {
    const { country, reserveShare } = row;
    const shown = size === "sm" && country === "united-states" ? "US" : row.name;
    const text = { fontSize: 14, fontWeight: weight(row), fill: paletteColour(row.colour).text };
    return [
      labels([{ x: 0, y: y + 5, text: shown }], text),
      labels(
        [
          ...(reserveShare ? [{ x: width - reserves, y: y + 5, text: columnShare(reserveShare) }] : []),
          { x: width, y: y + 5, text: columnShare(row.outputShare) }
        ],
        { ...text, anchor: "end" }
      ),
      reserveShare
        ? null
        : labels([{ x: width - reserves, y: y + 5, text: "not given" }], {
            anchor: "end",
            fontSize: 12.5,
            fill: "var(--ink3)"
          })
    ];
  });
}

const tickHalf = 7;

/** An upright stroke: the mark of a share of reserves. */
const tickPath = (x: number, y: number) => `M${x} ${y - tickHalf}v${2 * tickHalf}`;

/** Heads of the two columns of values; the mark before each word is the figure's only key. */
function sharesHeads({ size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const head = { fontSize: 12.5, anchor: "end" } as const;
  const columns = [
    { x: width - reserves, word: "reserves" },
    { x: width, word: "output" }
  ];
  const before = columns.map(({ x, word }) => x - textWidth(word, 12.5, 600) - 10);
  return [
    labels(
      columns.map(({ x }) => ({ x, y: top - 28, text: "share of" })),
      { ...head, fill: "var(--ink3)" }
    ),
    labels(
      columns.map(({ x, word }) => ({ x, y: top - 12, text: word })),
      { ...head, fontWeight: 600, fill: "var(--ink)" }
    ),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        {},
        svgNode(document, "path", { d: tickPath(before[0] ?? 0, top - 17), stroke: "var(--ink)", "stroke-width": 2.6 }),
        svgNode(document, "circle", { cx: before[1] ?? 0, cy: top - 17, r: 4.5, fill: "var(--ink)" })
      )
  ];
}

/** A dotted hairline under each country, and the line that joins its two marks. */
function sharesLines(placed: readonly PlacedShares[], x: (share: number) => number, { width }: Canvas): Plot.Markish {
  const pairs = placed.flatMap(({ row, y }) => {
    const from = reservesAt(row);
    return from === null ? [] : [{ x1: x(from), x2: x(markAt(row.outputShare) ?? 0), y, row }];
  });
  return [
    Plot.link(placed.slice(1), {
      x1: 0,
      x2: width,
      y: ({ y }: PlacedShares) => y - pitch / 2,
      stroke: "var(--rule)",
      strokeDasharray: "1 3"
    }),
    Plot.link(pairs, {
      x1: "x1",
      x2: "x2",
      y: "y",
      stroke: ({ row }: { row: SharesRow }) => paletteColour(row.colour).mark,
      strokeWidth: ({ row }: { row: SharesRow }) => (isRussia(row) ? 3 : 2)
    })
  ];
}

const dotRadius = 5;

/** The tick of the reserves and the dot of the output; each opens the evidence of its figure. */
function sharesMarks(placed: readonly PlacedShares[], x: (share: number) => number): Plot.Markish {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const link = (figure: QuantityRow, of: string, quantity: Quantity, draw: (at: number) => SVGElement, y: number) => {
      const at = x(markAt(quantity) ?? 0);
      const label = `${figure.subject_name}, ${shareText(quantity)} of world ${of}`;
      const ring = { class: "ring", cx: at, cy: y, r: 11, fill: "none", "stroke-width": 2, "pointer-events": "all" };
      return svgNode(
        document,
        "a",
        { href: evidenceHref(figure.id), "aria-label": label },
        svgNode(document, "circle", ring),
        draw(at)
      );
    };
    const links = placed.flatMap(({ row, y }) => {
      const colour = paletteColour(row.colour).mark;
      const tick = (at: number) =>
        svgNode(document, "path", { d: tickPath(at, y), stroke: colour, "stroke-width": 2.6 });
      const dot = (at: number) =>
        svgNode(document, "circle", { cx: at, cy: y, r: dotRadius, fill: colour, stroke: "var(--paper)" });
      return [
        ...(row.reserveShare ? [link(row.reserves, "reserves", row.reserveShare, tick, y)] : []),
        link(row.output, "output", row.outputShare, dot, y)
      ];
    });
    return svgNode(document, "g", {}, ...links);
  };
}

/** Which outputs are estimates, and which of these come from trade records. */
function estimateNote(rows: readonly SharesRow[]): string {
  const known = rows.filter(({ output }) => !output.marks.includes("estimated") && markAt(output) !== 0);
  const fromTrade = rows.filter(({ output }) => output.marks.includes("from trade records"));
  const all = `Every output above zero is the survey’s estimate${known.length > 0 ? `, but for ${listed(known.map((row) => row.name))}` : ""}`;
  return fromTrade.length > 0
    ? `${all}; for ${listed(fromTrade.map((row) => row.name))} it rests on trade records.`
    : `${all}.`;
}

/** Where a correction holds in place of what the release prints. */
function correctionNotes(rows: readonly SharesRow[]): string[] {
  const [first] = rows;
  const corrected = [...rows.map(({ reserves }) => reserves), ...(first ? [first.worldReserves] : [])].filter(
    ({ corrected_from }) => corrected_from !== null
  );
  if (corrected.length === 0) return [];
  const each = corrected.map(
    (figure) =>
      `${isWorld(figure) ? "the world" : figure.subject_name} ${quantityInProse(figure, Mt)}, not “${figure.printed}”`
  );
  return [
    `Of reserves, corrected values count: ${listed(each)}. The survey revised its chapter after the data release.`
  ];
}

const name = "reserves-and-output-shares";

/** A mark for the share of reserves and one for the share of output, a row a country. */
export const reservesAndOutputShares: Figure<SharesRow> = {
  name,

  select: (tables) => countryShares(tables),

  words(rows) {
    const russia = firstOf(name, "row for Russia", rows.filter(isRussia));
    const us = firstOf(
      name,
      "row for the United States",
      rows.filter(({ country }) => country === "united-states")
    );
    const { worldReserves, worldOutput, reserveShare } = russia;
    const year = worldOutput.period ?? "";
    const bound = worldReserves.value === null;
    const left = rows.filter((row) => !isDrawn(row)).map((row) => row.name);
    return {
      title: `Russia has ${shareText(reserveShare)} of the world’s reserves and ${shareText(russia.outputShare)} of its mine output`,
      subtitle: `Shares of world reserves and of mine output in ${year}, %, rare-earth oxide, as the US Geological Survey counts and estimates them${otherCount(russia)}`,
      notes: [
        `${bound ? `The survey gives world reserves as ${quantityInProse(worldReserves, Mt)}, so each share of reserves is an upper bound. ` : ""}The shares are this notebook’s arithmetic, in two digits.${worldReserves.period_inferred === null ? "" : " The table dates output, not reserves."}`,
        ...(rows.some(({ country }) => country === "china")
          ? []
          : ["China is left out: this edition prints its quota, not its output."]),
        estimateNote(rows.filter(isDrawn)),
        ...correctionNotes(rows),
        ...(left.length > 0
          ? [`In the table only, with less than ${leastDrawn}% of either: ${listed([...left].sort())}.`]
          : [])
      ],
      description:
        `Russia has ${shareText(reserveShare)} of the world’s reserves and ${shareText(russia.outputShare)} of its mine output in ${year}. ` +
        `The United States shows the reverse: ${shareText(us.reserveShare)} and ${shareText(us.outputShare)}. ` +
        `The others, reserves, then output, in %: ${rows
          .filter((row) => isDrawn(row) && row !== russia && row !== us)
          .map(inDescription)
          .join("; ")}.`
    };
  },

  doubts(rows) {
    const share = (country: string, part: "reserves" | "output"): number => {
      const [row] = rows.filter((candidate) => candidate.country === country);
      return (row && (part === "reserves" ? reservesAt(row) : markAt(row.outputShare))) ?? 0;
    };
    return [
      ...unless(
        share("russia", "reserves") > share("russia", "output"),
        "Russia’s share of output is no smaller than its share of reserves"
      ),
      ...unless(
        share("united-states", "reserves") < share("united-states", "output"),
        "the United States no longer shows the reverse of Russia"
      )
    ];
  },

  columns: [
    { label: "Country", align: "start", text: (row) => row.name },
    {
      label: "Reserves, t",
      align: "end",
      text: ({ reserves }) => quantityText(reserves, t, { signs: true }),
      amount: ({ reserves }) => reserves
    },
    {
      label: "Share of reserves",
      align: "end",
      text: ({ reserveShare }) => tableShare(reserveShare),
      amount: ({ reserveShare }) => reserveShare && inPercent(reserveShare)
    },
    {
      label: "Output, t a year",
      align: "end",
      text: ({ output }) => quantityText(output, t, { signs: true }),
      amount: ({ output }) => output
    },
    {
      label: "Share of output",
      align: "end",
      text: ({ outputShare }) => tableShare(outputShare),
      amount: ({ outputShare }) => inPercent(outputShare)
    },
    {
      label: "Output of",
      align: "start",
      text: ({ output }) => output.period ?? "",
      value: ({ output }) => output.period
    },
    { label: "Output is", align: "start", text: ({ output }) => output.marks.join(", ") || "reported" },
    {
      label: "World, t",
      align: "end",
      text: ({ worldReserves, worldOutput }) =>
        `${quantityText(worldReserves, t, { signs: true })} and ${quantityText(worldOutput, t, { signs: true })} a year`,
      amount: ({ worldReserves }) => worldReserves
    },
    {
      label: "World’s output, t a year",
      align: "end",
      text: ({ worldOutput }) => quantityText(worldOutput, t, { signs: true }),
      amount: ({ worldOutput }) => worldOutput
    },
    {
      label: "Reserves as printed",
      align: "end",
      text: ({ reserves }) => reserves.printed,
      value: ({ reserves }) => reserves.corrected_from ?? sortNumber(reserves)
    },
    { label: "Correction", align: "start", text: ({ reserves }) => reserves.correction ?? "" },
    { label: "Edition", align: "start", text: ({ output }) => output.edition ?? "" }
  ],

  height: (_size, rows) => top + rows.filter(isDrawn).length * pitch + bottom,

  draw(rows, canvas) {
    const drawn = rows.filter(isDrawn);
    const { left, right } = sharesLayout[canvas.size];
    const most = Math.max(...drawn.flatMap((row) => [reservesAt(row) ?? 0, markAt(row.outputShare) ?? 0]));
    const ticks = ticksTo(most);
    const end = canvas.width - right;
    const x = (share: number) => left + ((end - left) * share) / Math.max(most, ...ticks);
    const placed = drawn.map((row, index) => ({ row, y: top + pitch * index + pitch / 2 }));
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      sharesAxis(ticks, x, top + drawn.length * pitch),
      sharesLines(placed, x, canvas),
      sharesColumns(placed, canvas),
      sharesHeads(canvas),
      sharesMarks(placed, x)
    ]);
  }
};

/** A reader may prefer another's count of Russia's reserve. */
const otherCount = ({ reserves, worldReserves }: SharesRow): string =>
  reserves.source === worldReserves.source ? "" : `; Russia’s reserves by ${reserves.speaker_name}`;

const inDescription = ({ name: country, reserveShare, outputShare }: SharesRow): string =>
  `${country} ${reserveShare === null ? "not given" : columnShare(reserveShare)}, ${columnShare(outputShare)}`;
