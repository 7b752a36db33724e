import {
  displayUnits,
  type FigureRow,
  firstOf,
  markAt,
  oneValue,
  pickDerived,
  pickFigure,
  type Quantity,
  type QuantityRow,
  quantityText,
  quantityWithUnit,
  type Tables
} from "../notebook/index.ts";

const name = "reserves-and-output-shares";
const { percent } = displayUnits;

/** A country's reserves and output, in tonnes, and its shares of the world's. */
export interface SharesRow extends FigureRow {
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
export const leastDrawn = 2;

/** A row for each country of the survey's newest edition that has both, those with the largest reserves first. */
export function countryShares(tables: Tables): SharesRow[] {
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
  return rows.sort((a, b) => (reservesAt(b) ?? -1) - (reservesAt(a) ?? -1) || outputAt(b) - outputAt(a));
}

export const isWorld = ({ subject }: QuantityRow) => subject === "world";
export const isRussia = ({ country }: SharesRow) => country === "russia";

/** The share of reserves to draw, in per cent; null where the survey gives none. */
export const reservesAt = ({ reserveShare }: SharesRow): number | null => reserveShare && markAt(reserveShare);

/** The share of output to draw, in per cent; nothing where the survey gives no amount. */
export const outputAt = ({ outputShare }: SharesRow): number => markAt(outputShare) ?? 0;

/** Whether a country has a line of its own. */
export const isDrawn = (row: SharesRow): boolean =>
  Math.max(reservesAt(row) ?? 0, outputAt(row)) >= leastDrawn || isRussia(row);

function isCountry({ subject }: QuantityRow, { places }: Tables): boolean {
  const type = places.rows.find(({ id }) => id === subject)?.type;
  return type === undefined ? subject !== "world" : type === "country";
}

function newest(worlds: readonly QuantityRow[]): QuantityRow {
  const order = [...worlds].sort((a, b) => Number(b.period) - Number(a.period));
  return firstOf(name, "world output", order);
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
export const digits = { digits: 2 } as const;

/** "at most 5.1%", "0.67%". */
export const shareText = (quantity: Quantity | null): string =>
  quantity === null ? "no share" : quantityWithUnit(quantity, percent, digits).replace(/^up to /, "at most ");

/** The number of a column whose head says what it is; bounds keep their sign. */
export const columnShare = (quantity: Quantity): string => quantityText(quantity, percent, { ...digits, signs: true });
