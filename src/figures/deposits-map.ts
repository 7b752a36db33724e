import type * as Plot from "@observablehq/plot";
import {
  type DisplayUnit,
  displayUnits,
  entryHeight,
  entryMarks,
  type Figure,
  firstOf,
  labels,
  listed,
  noBreakSpace,
  numberWord,
  type PlaceRow,
  paletteColour,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  type QuantityRow,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type Size,
  type StatementEntry,
  type StatementRow,
  secondHandRow,
  statementColumns,
  statementId,
  statementValue,
  type Tables,
  wrapText
} from "../notebook/index.ts";
import { mapMarks, mapScale, worldFrame, yieldMarks } from "./maps.ts";

const name = "deposits-map";
const { Mt, kt, percent } = displayUnits;

/**
 * A statement about a deposit, a plant or a region of deposits in Russia, or a plant abroad that Russia feeds; or what the
 * mines of a country yield.
 */
interface DepositRow extends StatementRow {
  place: string;
  type: PlaceRow["type"];
  region: string;
  latitude: number | null;
  longitude: number | null;
  /** Who gives the coordinates and what they mark; null where nobody does. */
  coordinateSource: string | null;
  /** The colour that the ledger gives a country; null for grey. */
  colour: string | null;
  /** The main town of the district, for a place that no source locates more closely. */
  town: { latitude: number; longitude: number } | null;
}

/** What part of its raw material a plant takes from Russia. */
const feed = "share-of-feed";

/** What a statement may be of to be about rare earths that somebody counts, mines or makes. */
const metrics = [
  "reserves",
  "share-of-reserves",
  "ore",
  "grade",
  "contained-in-ore",
  "concentrate-output",
  "production-of-compounds",
  "capacity",
  "ore-mined",
  feed
];

/** What is said of places in Russia and of the plants that it feeds, then the yield of each country with mines. */
const mapRows = (tables: Tables): DepositRow[] => [...depositRows(tables), ...yieldRows(tables)];

/** What the survey gives for the mines of each country, of the edition and year from which China's share is taken; the largest first. */
function yieldRows(tables: Tables): DepositRow[] {
  const [china = ""] = pickDerived(name, tables, "derived.survey-output-share-china").inputs;
  const { series, period } = pickFigure(name, tables, china);
  const ofTable = tables.figures.rows.filter((row) => row.series === series && row.period === period);
  return ofTable
    .filter(({ value }) => value !== null && value > 0)
    .flatMap((figure) => {
      const place = tables.places.rows.find(({ id, type }) => id === figure.subject && type === "country");
      return place ? [placedRow(figure, place, tables)] : [];
    })
    .sort((one, other) => Number(other.value) - Number(one.value));
}

const placedRow = (figure: QuantityRow, place: PlaceRow, tables: Tables): DepositRow => ({
  ...secondHandRow(figure, tables),
  place: place.name,
  type: place.type,
  region: regionOf(place, tables.places)?.name ?? "",
  latitude: place.latitude,
  longitude: place.longitude,
  coordinateSource: place.coordinate_source,
  colour: place.colour,
  town: townOf(place, tables.places)
});

/** Every statement about rare earths of such a place, place by place; of a table's years only the last. */
function depositRows({ figures, places, ...tables }: Tables): DepositRow[] {
  const isSaid = (id: string, what: readonly string[]): boolean =>
    figures.rows.some(({ subject, metric }) => subject === id && what.includes(metric));
  const isPlace = ({ type, country, id }: PlaceRow): boolean =>
    country === "RU"
      ? type === "deposit" || type === "plant" || (type === "region" && isSaid(id, metrics))
      : type === "plant" && isSaid(id, [feed]);
  return places.rows
    .filter(isPlace)
    .sort(fromWestToEast)
    .flatMap((place) => {
      const about = figures.rows.filter(
        ({ subject, material, metric, current }) =>
          subject === place.id && material === "rare-earths" && metrics.includes(metric) && current
      );
      const isLast = ({ series, period }: (typeof about)[number]): boolean =>
        series === null || about.every((row) => row.series !== series || (row.period ?? "") <= (period ?? ""));
      return about
        .filter(isLast)
        .sort((a, b) => metrics.indexOf(a.metric) - metrics.indexOf(b.metric))
        .map((figure) => placedRow(figure, place, { figures, places, ...tables }));
    });
}

const regionOf = ({ within }: PlaceRow, places: Tables["places"]): PlaceRow | undefined =>
  places.rows.find(({ id }) => id === within);

function townOf(place: PlaceRow, places: Tables["places"]): DepositRow["town"] {
  const region = regionOf(place, places);
  const { latitude = null, longitude = null } = region?.type === "region" ? region : {};
  return place.latitude !== null || latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Places without coordinates last. */
function fromWestToEast(one: PlaceRow, other: PlaceRow): number {
  const [here, there] = [one, other].map(({ longitude }) => longitude ?? 360);
  return Number(here) - Number(there) || one.name.localeCompare(other.name, "en");
}

/** How a size arranges the figure, for its narrowest width: the map, and the columns of what is said. */
interface DepositLayout {
  /** The room of the map in px; its height is kept at every width. */
  map: { width: (width: number) => number; height: number };
  columns: number;
  column: number;
  /** The unplaced stand beside the map, in the last column. */
  beside: boolean;
}

const mapGap = 24;
const headHeight = 22;
const lineHeight = 16;
const groupGap = 10;
const smallMapHeight = headHeight + lineHeight + worldFrame.height + groupGap;
const aside = "No source found says where exactly; the dashed mark is the main town of the district.";

/** What is written on the drawing, of ore only where nothing else is counted; the rest is in the table. */
const written = ["reserves", "contained-in-ore", "production-of-compounds", feed];

/** What is said of a place, arranged in a column; heights in px from the top of the figure. */
interface DepositGroup {
  place: string;
  column: number;
  /** The baseline of the place's name. */
  title: number;
  remarks: { text: string; y: number }[];
  entries: (StatementEntry & { y: number })[];
}

/** What stands in the columns, and where the small map does: its column, and its top in px; null without yields. */
interface Arrangement {
  groups: DepositGroup[];
  small: { column: number; top: number } | null;
  height: number;
}

/**
 * Placed groups and unplaced ones, each into the column that is shortest so far; on a wide screen the unplaced beside the
 * map. The small map comes last, into the column that is shortest then.
 */
function depositGroups(rows: readonly DepositRow[], layout: DepositLayout): Arrangement {
  const { placed, unplaced } = writtenPlaces(rows);
  const below = layout.map.height + mapGap;
  const ends = Array.from({ length: layout.columns }, (_, column) =>
    layout.beside && column === layout.columns - 1 ? 0 : below
  );
  const last = layout.columns - 1;
  const add = (place: string, column: number, remarks: readonly string[]): DepositGroup => {
    const group = stacked(rows, place, { column, top: ends[column] ?? 0, width: layout.column, remarks });
    ends[column] = group.end;
    return group;
  };
  const columns = Array.from({ length: layout.columns }, (_, column) => column);
  const shortest = (open: readonly number[]) =>
    open.reduce((best, column) => (Number(ends[column]) < Number(ends[best]) ? column : best));
  const open = layout.columns === 1 ? columns : columns.slice(0, -1);
  const groups = [
    ...placed.map((place) => add(place, shortest(open), [])),
    ...unplaced.map((place, index) => add(place, last, index === 0 ? wrapText(aside, layout.column, 12.5) : []))
  ];
  if (!rows.some(isYield)) return { groups, small: null, height: Math.max(below, ...ends) };
  const column = shortest(columns);
  const top = (ends[column] ?? 0) + groupGap;
  return { groups, small: { column, top }, height: Math.max(below, ...ends, top + smallMapHeight) };
}

function stacked(
  rows: readonly DepositRow[],
  place: string,
  { column, top, width, remarks }: { column: number; top: number; width: number; remarks: readonly string[] }
): DepositGroup & { end: number } {
  const own = writtenOf(rows, place);
  const before = remarks.map((text, index) => ({ text, y: top + 14 + index * lineHeight }));
  const head = top + remarks.length * lineHeight + (remarks.length > 0 ? 8 : 0);
  const region = { text: own[0]?.region ?? "", y: head + 15 + lineHeight };
  let y = head + headHeight + lineHeight;
  const entries = own.map((row) => {
    const entry = { ...entryOf(row), y };
    y += entryHeight(entry, width);
    return entry;
  });
  return { place, column, title: head + 15, remarks: [...before, region], entries, end: y + groupGap };
}

function writtenOf(rows: readonly DepositRow[], place: string): DepositRow[] {
  const all = rows.filter((row) => row.place === place);
  const own = all.filter(({ metric }) => written.includes(metric));
  return own.length > 0 ? own : all.filter(({ metric }) => metric === "ore");
}

/** Significant digits of what is written; the table has them all. */
const rounded = { digits: 3 };

function entryOf(row: DepositRow): StatementEntry {
  const unit = depositUnit(row);
  const what = row.metric === "reserves" || row.metric === "ore" ? row.basis : row.measure;
  return {
    evidence: statementId(row),
    symbol: row.symbol,
    label: `${row.place}, ${row.measure}: ${quantityInProse(row, unit, rounded)}, ${row.speaker}`,
    amount: `${quantityWithUnit(row, unit, rounded)}${row.metric === "ore" ? " of ore" : row.unit === "t/yr" ? " a year" : ""}`,
    details: [`${what}${row.period ? `,${noBreakSpace}${row.period.slice(0, 4)}` : ""}`, row.speaker]
  };
}

const isYield = ({ type }: DepositRow): boolean => type === "country";

const isPoint = (type: PlaceRow["type"]): boolean => type === "deposit" || type === "plant";

/** The places on the drawing, in the rows' order: those with coordinates, and those without. */
function writtenPlaces(rows: readonly DepositRow[]): { placed: string[]; unplaced: string[] } {
  const points = rows.filter(({ type, metric }) => isPoint(type) && (written.includes(metric) || metric === "ore"));
  const distinct = (hasCoordinates: boolean) => [
    ...new Set(points.filter(({ latitude }) => (latitude !== null) === hasCoordinates).map(({ place }) => place))
  ];
  return { placed: distinct(true), unplaced: distinct(false) };
}

/** Millions of tonnes in the ground, thousands of what is mined or made in a year. */
function depositUnit({ metric, unit }: DepositRow): DisplayUnit {
  if (unit === "%") return percent;
  return metric === "reserves" || metric === "ore"
    ? { ...Mt, sign: "million t" }
    : { ...kt, sign: "thousand t", name: "thousand tonnes" };
}

const layouts: Readonly<Record<Size, DepositLayout>> = {
  sm: { map: { width: (width) => width, height: 198 }, columns: 1, column: 280, beside: false },
  md: { map: { width: (width) => width, height: 384 }, columns: 2, column: 250, beside: false },
  lg: { map: { width: (width) => (2 * width) / 3 - 24, height: 305 }, columns: 3, column: 250, beside: true }
};
const recovered = "concentrate-output";

/** Where the deposits are that a source places, and what each source counts in each. */
export const depositsMap: Figure<DepositRow> = {
  name,

  select: mapRows,

  words(rows) {
    const { deposits, worked, placed } = parts(rows);
    const somewhere = [
      ...new Set(rows.filter(({ town, type }) => town && type === "deposit").map(({ place }) => place))
    ];
    const mined = mineYield(rows);
    const titles = { deposits: numberWord(deposits.length), worked: listed(worked) };
    const largest = deposits.flatMap((place) => {
      const counts = rows.filter((row) => row.place === place && row.metric === "reserves" && row.value !== null);
      const [most] = [...counts].sort((a, b) => Number(b.value) - Number(a.value));
      return most ? [`${place} ${quantityInProse(most, Mt, rounded)}`] : [];
    });
    return {
      title: `Of ${titles.deposits} deposits with a count, the ore of one, ${titles.worked}, is used for its rare earths`,
      subtitle: `Rare-earth deposits and plants in Russia, and a plant abroad that it feeds, with what each source says of each, million or thousand tonnes${mined ? `; on the small map, what each country mined in ${mined.year}` : ""}`,
      howToRead:
        "A dot is a deposit, a ring a plant. A dashed ring is a deposit that lies somewhere in the district whose main town it marks.",
      notes: [
        "Counts of different years and categories must not be added or ranked, and tonnes of ore are not tonnes of rare earths. Nearly all were seen second-hand; grades and plans are in the table.",
        `No border is drawn, so none is chosen; deposits in occupied parts of Ukraine are left out. ${mined ? `No source read here places the mines of Russia’s rivals, so each circle stands in the middle of its country (${mined.source})${mined.unplaced.length > 0 ? `; ${listed(mined.unplaced)} ${mined.unplaced.length > 1 ? "are" : "is"} in the table only` : ""}. ` : ""}${coordinateNote(rows)}${somewhere.length > 0 ? ` Dashed rings: ${listed(somewhere)}, at the main towns of their districts (GeoNames, CC BY 4.0).` : ""}`
      ],
      description: `A map with ${listed(placed)}${somewhere.length > 0 ? `, and roughly ${listed(somewhere)}` : ""}. The largest counts: ${listed(largest)}. Only the ore of ${titles.worked} is used.${mined ? ` Mined in ${mined.year}: ${listed(mined.ends.map((row) => `${row.place} ${quantityInProse(row, kt, rounded)}`))}.` : ""}`
    };
  },

  doubts(rows) {
    const { worked } = parts(rows);
    return worked.length === 1 ? [] : [`Rare earths are recovered from the ore of ${worked.length} deposits, not one.`];
  },

  columns: [
    { label: "Place", align: "start", text: ({ place }) => place },
    { label: "Region", align: "start", text: ({ region, type }) => (isPoint(type) ? region : type) },
    { label: "Coordinates", align: "start", text: ({ latitude, longitude }) => coordinateText(latitude, longitude) },
    ...statementColumns<DepositRow>(depositUnit)
  ],

  height: (size, rows) => depositGroups(rows, layouts[size]).height,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const layout = layouts[size];
    const mined = mineYield(rows);
    const { groups, small, height } = depositGroups(rows, layout);
    const left = ({ column }: { column: number }) => (column * width) / layout.columns;
    const places = rows
      .filter((row) => !isYield(row))
      .flatMap(({ place, type, latitude, longitude, town }) => {
        if (latitude !== null && longitude !== null) return [{ name: place, type, latitude, longitude, isNear: false }];
        return town && type === "deposit" ? [{ name: place, type, ...town, isNear: true }] : [];
      });
    const onMap = places.filter((place, index) => places.findIndex(({ name }) => name === place.name) === index);
    return pixelPlot(canvas, height, [
      mapMarks(onMap, mapScale(layout.map.width(width), layout.map.height)),
      labels(
        groups.flatMap((group) => group.remarks.map(({ text, y }) => ({ x: left(group), y, text }))),
        { fontSize: 12.5, fill: "var(--ink2)" }
      ),
      labels(
        groups.map((group) => ({ x: left(group), y: group.title, text: group.place })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      entryMarks(
        groups.flatMap((group) => group.entries.map((entry) => ({ ...entry, x: left(group) }))),
        layout.column
      ),
      small && mined ? smallMap(mined, left(small), small.top) : []
    ]);
  }
};

/** The largest yields have their names on the small map, and those of countries that have a colour. */
const isNamed = ({ colour }: DepositRow, index: number): boolean => index < 4 || colour !== null;

/** The small map of yields with its heading. */
function smallMap({ year, speaker, placed, shown }: MineYield, x: number, top: number): Plot.Markish[] {
  const circles = placed.map((row) => ({
    evidence: statementId(row),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    value: statementValue(name, row),
    text: shown.includes(row) ? `${row.place} ${quantityText(row, kt, rounded)}` : "",
    label: `${row.place}, mined: ${quantityInProse(row, kt, rounded)}, ${row.speaker}`,
    colour: paletteColour(row.colour).mark
  }));
  return [
    labels([{ x, y: top + 15, text: `What each country mined in ${year}` }], {
      fontSize: 14,
      fontWeight: 600,
      fill: "var(--ink)"
    }),
    labels([{ x, y: top + 15 + lineHeight, text: `thousand t of oxide, ${speaker}` }], {
      fontSize: 12.5,
      fill: "var(--ink2)"
    }),
    ...yieldMarks(circles, { x, y: top + headHeight + lineHeight })
  ];
}

/** What countries' mines yield, the largest first. */
interface MineYield {
  year: string;
  speaker: string;
  placed: DepositRow[];
  /** The names of countries that the ledger gives no place. */
  unplaced: string[];
  /** Who gives the places. */
  source: string;
  /** Those that have their names on the small map. */
  shown: DepositRow[];
  /** The largest, and Russia's. */
  ends: DepositRow[];
}

/** Null where no table gives any. */
function mineYield(rows: readonly DepositRow[]): MineYield | null {
  const yields = rows.filter(isYield);
  const [first] = yields;
  if (!first) return null;
  const placed = yields.filter(({ latitude }) => latitude !== null);
  return {
    year: first.period ?? "",
    speaker: first.speaker,
    placed,
    unplaced: yields.filter(({ latitude }) => latitude === null).map(({ place }) => place),
    source: [...new Set(placed.map(({ coordinateSource }) => coordinateSource?.split(";")[0]))].join(", "),
    shown: yields.filter(isNamed),
    ends: yields.filter(({ subject }, index) => index === 0 || subject === "Russia")
  };
}

/** The deposits, in the rows' order, and those whose ore is worked. */
function parts(rows: readonly DepositRow[]) {
  const deposits = rows.filter(({ type }) => type === "deposit");
  firstOf(name, "deposit", deposits);
  const distinct = (some: readonly DepositRow[]) => [...new Set(some.map(({ place }) => place))];
  return {
    ...writtenPlaces(rows),
    deposits: distinct(deposits),
    worked: distinct(deposits.filter(({ metric }) => metric === recovered))
  };
}

/** Who gives which coordinates, with the credit that they ask for. */
function coordinateNote(rows: readonly DepositRow[]): string {
  const given = new Map(
    rows.flatMap(({ place, type, coordinateSource }) =>
      coordinateSource === null || type === "country" ? [] : [[place, coordinateSource] as const]
    )
  );
  return `Coordinates: ${[...given].map(([place, source]) => `${place}, ${source}`).join("; ")}.`;
}

const coordinateText = (latitude: number | null, longitude: number | null): string =>
  latitude === null || longitude === null
    ? "not found"
    : `${plainNumber(latitude, 5)}° N, ${plainNumber(longitude, 6)}° E`;
