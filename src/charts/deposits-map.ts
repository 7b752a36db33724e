import type { Chart, Size } from "./chart.ts";
import {
  type DepositGroup,
  type DepositLayout,
  depositGroups,
  depositUnit,
  writtenPlaces
} from "./deposits/deposit-groups.ts";
import { type DepositRow, depositRows } from "./deposits/deposit-rows.ts";
import { mapMarks, mapScale } from "./deposits/map-of-places.ts";
import { labels, pixelPlot } from "./marks/pixel-plot.ts";
import { entryMarks } from "./marks/statement-entry.ts";
import { firstOf } from "./rows/pick.ts";
import { statementColumns } from "./rows/statement-row.ts";
import { displayUnits, listed, numberWord, plainNumber, quantityInProse } from "./words/format.ts";

const name = "deposits-map";
const { Mt } = displayUnits;

const layouts: Readonly<Record<Size, DepositLayout>> = {
  sm: { map: { width: (width) => width, height: 180 }, columns: 1, column: 280, beside: false },
  md: { map: { width: (width) => width, height: 349 }, columns: 2, column: 250, beside: false },
  lg: { map: { width: (width) => (2 * width) / 3 - 24, height: 277 }, columns: 3, column: 250, beside: true }
};
const recovered = "concentrate-output";

/** Where the deposits are that a source places, and what each source counts in each. */
export const depositsMap: Chart<DepositRow> = {
  name,

  select: depositRows,

  words(rows) {
    const { deposits, worked, placed, unplaced } = parts(rows);
    const titles = { deposits: numberWord(deposits.length), worked: listed(worked) };
    const largest = deposits.flatMap((place) => {
      const counts = rows.filter((row) => row.place === place && row.metric === "reserves" && row.value !== null);
      const [most] = [...counts].sort((a, b) => Number(b.value) - Number(a.value));
      return most ? [`${place} ${quantityInProse(most, Mt)}`] : [];
    });
    return {
      title: `Of ${titles.deposits} deposits with a count, the ore of one, ${titles.worked}, is used for its rare earths`,
      subtitle:
        "Rare-earth deposits and plants in Russia, with what each source says of each, million or thousand tonnes",
      notes: [
        "The map shows land, not states: no border is drawn, so none is chosen. Deposits in occupied parts of Ukraine are not on it.",
        `${coordinateNote(rows)} ${listed(unplaced)} have no place on the map, because no source that we could read gives one.`,
        "Nearly all of these statements were seen second-hand. Counts of different years and categories must not be added or ranked, and tonnes of ore are not tonnes of rare earths; those, grades and plans are in the table."
      ],
      description: `A map with ${listed(placed)}; beside it, without a place, ${listed(unplaced)}. The largest counts of rare earths: ${listed(largest)}. Only the ore of ${titles.worked} is used for them. Counts differ in year, category and form.`
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
    const places = rows.flatMap(({ place, type, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ name: place, type, latitude, longitude }]
    );
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
