import {
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type Lane,
  type LaneBlock,
  lanesHeight,
  listed,
  periodText,
  type QuantityRow,
  quantityText,
  quantityWithUnit,
  type StatementRow,
  statementColumns,
  statementLane,
  statementValue,
  surveyRow,
  ticksTo,
  tickTexts,
  uncapitalised,
  unless
} from "../notebook/index.ts";
import { periodOf } from "./periods.ts";

/** A country's part of what America imports, in one edition. */
interface ImportSourceRow extends StatementRow {
  place: string;
  edition: string;
}

const name = "us-import-sources";
const { percent } = displayUnits;

/** Whose rare-earth compounds and metals America buys: a lane a country, with the part that the edition before gave. */
export const usImportSources: Figure<ImportSourceRow> = {
  name,

  select(tables) {
    const isPart = ({ metric, material, basis }: QuantityRow) =>
      metric === "share-of-us-imports" && material === "rare-earths" && basis === "compounds-and-metals";
    return tables.figures.rows
      .filter(isPart)
      .map((figure): ImportSourceRow => ({ ...surveyRow(figure, tables), place: figure.subject }))
      .sort((a, b) => b.edition.localeCompare(a.edition) || rank(a) - rank(b));
  },

  words(rows) {
    const { newest, older, largest } = parts(rows);
    const others = newest
      .slice(1)
      .map(
        (row) =>
          `${row.place === "other-countries" ? uncapitalised(row.subject) : row.subject} ${quantityText(row, percent)}`
      );
    return {
      title: `${largest.subject} supplies ${quantityWithUnit(largest, percent)} of the rare-earth compounds and metals that America imports`,
      subtitle: `Shares of US imports of rare-earth compounds and metals, ${years(newest)}, by the ${largest.speaker}, ${largest.where}`,
      notes: [
        "A shipment need not come from the country where its ore was mined. Russia is not named; magnets inside finished goods are left out."
      ],
      description: `Of the rare-earth compounds and metals that America imported in ${years(newest)}, ${largest.subject} supplied ${quantityWithUnit(largest, percent)}; others: ${listed(others)}. The ${older[0]?.where ?? "edition before"}, for ${years(older)}, gave ${largest.subject} ${older
        .filter(({ place }) => place === largest.place)
        .map((row) => quantityWithUnit(row, percent))
        .join("")}. Russia is not named.`
    };
  },

  doubts(rows) {
    const { newest, older, largest } = parts(rows);
    const total = newest.reduce((sum, row) => sum + statementValue(name, row), 0);
    return [
      ...unless(Math.abs(total - 100) < 1.5, "the parts no longer add up to the whole", newest),
      ...unless(statementValue(name, largest) > 50, `${largest.subject} no longer supplies more than half`, [largest]),
      ...unless(
        [...newest, ...older].every(({ place }) => place !== "russia"),
        "Russia is named among the sources",
        [...newest, ...older].filter(({ place }) => place === "russia")
      )
    ];
  },

  columns: statementColumns<ImportSourceRow>(() => percent).map((column) =>
    column.label === "What" ? { ...column, text: ({ measure, subject }) => `${measure}, ${subject}` } : column
  ),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

/** The largest first, what is counted together last. */
const rank = (row: ImportSourceRow): number => (row.place === "other-countries" ? 1 : -statementValue(name, row));

const years = (rows: readonly ImportSourceRow[]): string =>
  periodText(periodOf(firstOf(name, "share of an edition", rows)));

function parts(rows: readonly ImportSourceRow[]) {
  const editions = [...new Set(rows.map(({ edition }) => edition))];
  const [newest, older] = editions.map((edition) => rows.filter((row) => row.edition === edition));
  return {
    newest: newest ?? [],
    older: older ?? [],
    largest: firstOf(name, "country that America buys from", newest ?? [])
  };
}

function blocks(rows: readonly ImportSourceRow[]): LaneBlock[] {
  const { newest, older } = parts(rows);
  const lanes = newest.map((row): Lane => {
    const lane = statementLane(row, percent);
    const before = older.find(({ place }) => place === row.place);
    return {
      ...lane,
      name: row.subject,
      detail: before ? `${quantityWithUnit(before, percent)} in ${years(older)}` : "not named in the edition before",
      bar: [{ to: lane.at, colour: row.place === "china" ? "var(--ochre)" : "var(--grey)" }]
    };
  });
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  return [{ lanes, ticks, tickText: tickTexts(ticks, percent.sign) }];
}
