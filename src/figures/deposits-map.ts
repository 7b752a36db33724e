import * as Plot from "@observablehq/plot";
import { type GeoProjection, geoConicEqualArea, geoPath } from "d3-geo";
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
  pixelPlot,
  plainNumber,
  quantityInProse,
  quantityWithUnit,
  type Size,
  type StatementEntry,
  type StatementRow,
  secondHandRow,
  statementColumns,
  statementId,
  svgNode,
  type Tables,
  wrapText
} from "../notebook/index.ts";
import { land } from "./land.ts";

const { Mt, kt, percent } = displayUnits;

/** A statement about a deposit, a plant or a region of deposits in Russia, or a plant abroad that Russia feeds. */
interface DepositRow extends StatementRow {
  place: string;
  type: PlaceRow["type"];
  region: string;
  latitude: number | null;
  longitude: number | null;
  /** Who gives the coordinates and what they mark; null where nobody does. */
  coordinateSource: string | null;
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
        .map((figure) => ({
          ...secondHandRow(figure, { figures, places, ...tables }),
          place: place.name,
          type: place.type,
          region: regionOf(place, places)?.name ?? "",
          latitude: place.latitude,
          longitude: place.longitude,
          coordinateSource: place.coordinate_source,
          town: townOf(place, places)
        }));
    });
}

const regionOf = ({ within }: PlaceRow, places: Tables["places"]): PlaceRow | undefined =>
  places.rows.find(({ id }) => id === within);

function townOf(place: PlaceRow, places: Tables["places"]): DepositRow["town"] {
  const { latitude = null, longitude = null } = regionOf(place, places) ?? {};
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

/** Placed groups and unplaced ones, each into the column that is shortest so far; on a wide screen the unplaced beside the map. */
function depositGroups(rows: readonly DepositRow[], layout: DepositLayout): { groups: DepositGroup[]; height: number } {
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
  const open = layout.columns === 1 ? [0] : Array.from({ length: last }, (_, column) => column);
  const shortest = () => open.reduce((best, column) => (Number(ends[column]) < Number(ends[best]) ? column : best));
  const groups = [
    ...placed.map((place) => add(place, shortest(), [])),
    ...unplaced.map((place, index) => add(place, last, index === 0 ? wrapText(aside, layout.column, 12.5) : []))
  ];
  return { groups, height: Math.max(below, ...ends) };
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

/** The places on the drawing, in the rows' order: those with coordinates, and those without. */
function writtenPlaces(rows: readonly DepositRow[]): { placed: string[]; unplaced: string[] } {
  const points = rows.filter(({ type, metric }) => type !== "region" && (written.includes(metric) || metric === "ore"));
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

/** The map's own units; a drawing scales them to its width. */
export const mapFrame = { width: 780, height: 440 } as const;

/** An equal-area cone over northern Eurasia, from degrees to units of the frame. */
export function mapProjection(): GeoProjection {
  return geoConicEqualArea().parallels([50, 70]).rotate([-100, 0]).scale(700).translate([435, 668]);
}

/** A point to mark, with its name. */
interface MapPlace {
  name: string;
  type: string;
  latitude: number;
  longitude: number;
  /** Whether the mark is the main town of the district in which the place lies. */
  isNear: boolean;
}

const arcticCircle = 66.56;
const circleLabelAt = 152;

/** The scale of a map in a room of so many px, of two decimals, as drawings are rounded. */
const mapScale = (width: number, height: number): number =>
  Math.floor(100 * Math.min(width / mapFrame.width, height / mapFrame.height)) / 100;

const isRing = (type: string): boolean => type !== "deposit";
/** The Circle passes right of the plant at Solikamsk. */
const under = (x: number, y: number) => ({ x: x - 5, y: y + 20 });

/**
 * Land, the Arctic Circle and places: a dot for a deposit with its name beside it, a ring for a plant with its name below,
 * a wide dashed ring with its name beside it for a deposit that lies somewhere in the district of that town.
 */
function mapMarks(places: readonly MapPlace[], scale: number): Plot.Markish[] {
  const projection = mapProjection().clipExtent([
    [0, 0],
    [mapFrame.width, mapFrame.height]
  ]);
  const at = (longitude: number, latitude: number) => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
    return { x: x * scale, y: y * scale };
  };
  const parallel = Array.from({ length: 81 }, (_, step) => [20 + 2 * step, arcticCircle]);
  const circle = geoPath(projection).digits(0)({ type: "LineString", coordinates: parallel }) ?? "";
  const circleLabel = at(circleLabelAt, arcticCircle + 1);
  const marked = places.map((place) => ({ ...place, ...at(place.longitude, place.latitude) }));
  const exact = marked.filter(({ isNear }) => !isNear);
  const near = marked.filter(({ isNear }) => isNear);
  const isEast = (x: number) => x > (mapFrame.width * scale) / 2;
  const named = exact.map(({ x, y, name, type }) => ({
    // A plant is known by its town.
    text: type === "plant" ? name.replace(/ .*/, "") : name,
    ...(isRing(type) ? under(x, y) : { x: isEast(x) ? x - 10 : x + 10, y: y + 5 }),
    isLeft: !isRing(type) && isEast(x)
  }));
  const nameText = { fontSize: 14, fontWeight: 600, fill: "var(--ink)" };
  return [
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        { transform: `scale(${scale})`, fill: "none" },
        svgNode(document, "path", { d: land, fill: "var(--rule)" }),
        svgNode(document, "path", { d: circle, stroke: "var(--grey)", "vector-effect": "non-scaling-stroke" })
      ),
    labels([{ x: circleLabel.x - 16, y: circleLabel.y, text: "Arctic Circle" }], {
      fontSize: 12.5,
      fill: "var(--ink2)",
      anchor: "end"
    }),
    Plot.dot(near, {
      x: "x",
      y: "y",
      r: 7,
      fill: "none",
      stroke: "var(--ink2)",
      strokeWidth: 1.5,
      strokeDasharray: "3 3"
    }),
    labels(
      near.map(({ x, y, name }) => ({ x: x + 12, y: y + 4, text: name })),
      { fontSize: 12.5, fill: "var(--ink2)" }
    ),
    Plot.dot(exact, {
      x: "x",
      y: "y",
      r: 4.5,
      fill: ({ type }) => (isRing(type) ? "var(--paper)" : "var(--ink)"),
      stroke: "var(--ink)",
      strokeWidth: 2
    }),
    // Towards the middle, where the Circle is far from a deposit.
    labels(
      named.filter(({ isLeft }) => isLeft),
      { ...nameText, anchor: "end" }
    ),
    labels(
      named.filter(({ isLeft }) => !isLeft),
      nameText
    )
  ];
}

const name = "deposits-map";

const layouts: Readonly<Record<Size, DepositLayout>> = {
  sm: { map: { width: (width) => width, height: 198 }, columns: 1, column: 280, beside: false },
  md: { map: { width: (width) => width, height: 384 }, columns: 2, column: 250, beside: false },
  lg: { map: { width: (width) => (2 * width) / 3 - 24, height: 305 }, columns: 3, column: 250, beside: true }
};
const recovered = "concentrate-output";

/** Where the deposits are that a source places, and what each source counts in each. */
export const depositsMap: Figure<DepositRow> = {
  name,

  select: depositRows,

  words(rows) {
    const { deposits, worked, placed } = parts(rows);
    const somewhere = [
      ...new Set(rows.filter(({ town, type }) => town && type === "deposit").map(({ place }) => place))
    ];
    const titles = { deposits: numberWord(deposits.length), worked: listed(worked) };
    const largest = deposits.flatMap((place) => {
      const counts = rows.filter((row) => row.place === place && row.metric === "reserves" && row.value !== null);
      const [most] = [...counts].sort((a, b) => Number(b.value) - Number(a.value));
      return most ? [`${place} ${quantityInProse(most, Mt, rounded)}`] : [];
    });
    return {
      title: `Of ${titles.deposits} deposits with a count, the ore of one, ${titles.worked}, is used for its rare earths`,
      subtitle:
        "Rare-earth deposits and plants in Russia, and a plant abroad that it feeds, with what each source says of each, million or thousand tonnes",
      howToRead:
        "A dot is a deposit, a ring a plant. A dashed ring is a deposit that lies somewhere in the district whose main town it marks.",
      notes: [
        "Counts of different years and categories must not be added or ranked, and tonnes of ore are not tonnes of rare earths. Nearly all were seen second-hand; grades and plans are in the table.",
        `No border is drawn, so none is chosen; deposits in occupied parts of Ukraine are left out. Rivals’ mines and plants lie beyond the map, and no source read here places them. ${coordinateNote(rows)}${somewhere.length > 0 ? ` Dashed rings: ${listed(somewhere)}, at the main towns of their districts (GeoNames, CC BY 4.0).` : ""}`
      ],
      description: `A map with ${listed(placed)} where they lie${somewhere.length > 0 ? `, and with ${listed(somewhere)} at the main towns of their districts` : ""}. The largest counts: ${listed(largest)}. Only the ore of ${titles.worked} is used for them.`
    };
  },

  doubts(rows) {
    const { worked } = parts(rows);
    return worked.length === 1 ? [] : [`Rare earths are recovered from the ore of ${worked.length} deposits, not one.`];
  },

  columns: [
    { label: "Place", align: "start", text: ({ place }) => place },
    { label: "Region", align: "start", text: ({ region, type }) => (type === "region" ? "region" : region) },
    { label: "Coordinates", align: "start", text: ({ latitude, longitude }) => coordinateText(latitude, longitude) },
    ...statementColumns<DepositRow>(depositUnit)
  ],

  height: (size, rows) => depositGroups(rows, layouts[size]).height,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const layout = layouts[size];
    const { groups, height } = depositGroups(rows, layout);
    const left = ({ column }: DepositGroup) => (column * width) / layout.columns;
    const places = rows.flatMap(({ place, type, latitude, longitude, town }) => {
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
      )
    ]);
  }
};

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
    rows.flatMap(({ place, coordinateSource }) =>
      coordinateSource === null ? [] : [[place, coordinateSource] as const]
    )
  );
  return `Coordinates: ${[...given].map(([place, source]) => `${place}, ${source}`).join("; ")}.`;
}

const coordinateText = (latitude: number | null, longitude: number | null): string =>
  latitude === null || longitude === null
    ? "not found"
    : `${plainNumber(latitude, 5)}° N, ${plainNumber(longitude, 6)}° E`;
