import type * as Plot from "@observablehq/plot";
import {
  displayUnits,
  entryMarks,
  type Figure,
  firstOf,
  labels,
  listed,
  numberWord,
  paletteColour,
  pixelPlot,
  plainNumber,
  quantityInProse,
  quantityText,
  type Size,
  statementColumns,
  statementId,
  statementValue,
  unless
} from "../notebook/index.ts";
import {
  type DepositLayout,
  depositGroups,
  depositUnit,
  headHeight,
  lineHeight,
  rounded,
  writtenPlaces
} from "./deposit-columns.ts";
import { type DepositRow, isPoint, isYield, type MineYield, mapRows, mineYield } from "./deposit-rows.ts";
import { mapMarks, mapScale, yieldMarks } from "./maps.ts";

const name = "deposits-map";
const { Mt, kt } = displayUnits;

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
      title: `Of ${titles.deposits} deposits that have been counted, only ${titles.worked} is worked for its rare earths`,
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
    return unless(
      worked.length === 1,
      `rare earths are recovered from the ore of ${worked.length} deposits, not one`,
      rows.filter(({ metric }) => metric === recovered)
    );
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
