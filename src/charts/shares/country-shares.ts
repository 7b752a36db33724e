import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import type { ChartRow } from "../chart.ts";
import { firstOf, oneValue, pickDerived, pickFigure } from "../rows/pick.ts";
import { markAt, type Quantity } from "../words/format.ts";

/** A country's reserves and output, in tonnes, and its shares of the world's. */
export interface SharesRow extends ChartRow {
  country: string;
  name: string;
  reserves: FigureRow;
  output: FigureRow;
  worldReserves: FigureRow;
  worldOutput: FigureRow;
  /** Per cent; null where the survey gives no reserves. A bound where the world's total is one. */
  reserveShare: Quantity | null;
  outputShare: Quantity;
}

/** Countries with less than this part of both, in per cent, are in the table only. */
export const leastDrawn = 2;

/** A row for each country of the survey's newest edition that has both, those with the largest reserves first. */
export function countryShares(chart: string, tables: Tables): SharesRow[] {
  const [russian = "", world = ""] = pickDerived(chart, tables, "derived.survey-reserve-share-russia").inputs;
  const worldReserves = pickFigure(chart, tables, world);
  const ofEdition = tables.figures.rows.filter(
    ({ material, series, source }) => material === "rare-earths" && series !== null && source === worldReserves.source
  );
  const reserves = [
    pickFigure(chart, tables, russian),
    ...ofEdition.filter(({ metric, basis }) => metric === "reserves" && basis === "usgs-reserves")
  ];
  const output = ofEdition.filter(({ metric, basis }) => metric === "production" && basis === "mine-production");
  const worldOutput = newest(chart, output.filter(isWorld));
  const rows = output
    .filter((figure) => figure.period === worldOutput.period && isCountry(figure, tables))
    .flatMap((figure) => {
      const held = reserves.find((row) => row.subject === figure.subject);
      return held ? [sharesRow(chart, { reserves: held, output: figure, worldReserves, worldOutput })] : [];
    });
  const key = (row: SharesRow) => [reservesAt(row) ?? -1, markAt(row.outputShare) ?? 0];
  return rows.sort((a, b) => compare(key(b), key(a)));
}

export const isWorld = ({ subject }: FigureRow) => subject === "world";
export const isRussia = ({ country }: SharesRow) => country === "russia";

/** The share of reserves to draw, in per cent; null where the survey gives none. */
export const reservesAt = ({ reserveShare }: SharesRow): number | null => reserveShare && markAt(reserveShare);

/** Whether a country has a line of its own. */
export const isDrawn = (row: SharesRow): boolean =>
  Math.max(reservesAt(row) ?? 0, markAt(row.outputShare) ?? 0) >= leastDrawn || isRussia(row);

function isCountry({ subject }: FigureRow, { places }: Tables): boolean {
  const type = places.rows.find(({ id }) => id === subject)?.type;
  return type === undefined ? subject !== "world" : type === "country";
}

function newest(chart: string, worlds: readonly FigureRow[]): FigureRow {
  const order = [...worlds].sort((a, b) => Number(b.period) - Number(a.period));
  return firstOf(chart, "world output", order);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function sharesRow(
  chart: string,
  figures: Pick<SharesRow, "reserves" | "output" | "worldReserves" | "worldOutput">
): SharesRow {
  const { reserves, output, worldReserves, worldOutput } = figures;
  const given = markAt(reserves) !== null;
  return {
    ...figures,
    evidence: [reserves, output, worldReserves, worldOutput].map(({ id }) => id),
    country: output.subject,
    name: output.subject_name,
    reserveShare: given ? share(chart, reserves, worldReserves) : null,
    outputShare: share(chart, output, worldOutput)
  };
}

/** The part of a whole in per cent; the part of a lower bound is an upper one. */
function share(chart: string, part: FigureRow, whole: FigureRow): Quantity {
  const of = markAt(whole);
  if (!of) throw new Error(`chart "${chart}" needs an amount of "${whole.id}", which has none`);
  const value = (oneValue(chart, part) / of) * 100;
  return whole.value === null
    ? { low: null, value: null, high: value, comparator: "<=" }
    : { low: value, value, high: value };
}
