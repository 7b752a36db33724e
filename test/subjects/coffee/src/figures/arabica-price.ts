import * as Plot from "@observablehq/plot";
import {
  base,
  type DisplayUnit,
  type Figure,
  firstOf,
  plainNumber,
  quantityText,
  type Size,
  type StatementRow,
  statementColumns,
  statementId,
  statementLabel,
  statementRow,
  statementValue,
  symbolMarks,
  ticksTo,
  tidySvg,
  unless,
  xYears,
  yAxis
} from "../../../../../src/notebook/index.ts";

/** A price with its season. */
interface PriceRow extends StatementRow {
  year: number;
  /** Whether a release gives it, for every season, or a publication for one. */
  official: boolean;
}

const name = "arabica-price";
const euros: DisplayUnit = { factor: 1, sign: "€/kg", name: "euros a kilogram" };
const heights: Readonly<Record<Size, number>> = { sm: 240, md: 260, lg: 280 };

/** What a kilogram of arabica fetched, season by season, and what a paper says of the last one. */
export const arabicaPrice: Figure<PriceRow> = {
  name,
  select: (tables) =>
    tables.figures.rows
      .filter(({ metric, material, current }) => metric === "price" && material === "arabica" && current)
      .map((figure) => ({
        ...statementRow(figure, tables),
        year: Number(figure.period?.slice(0, 4)),
        official: figure.series !== null
      }))
      .sort((a, b) => a.year - b.year),
  words(rows) {
    const { first, last, said } = parts(rows);
    const [from, to] = [first, last].map((row) => plainNumber(statementValue(name, row)));
    return {
      title: `Arabica rose from ${from} to ${to} euros a kilogram; ${said.speaker} says ${quantityText(said, euros)}`,
      subtitle: `Arabica of ${last.subject}, average of the auctions, euros a kilogram, ${first.year} to ${last.year}`,
      notes: [
        `The open circle is the paper’s number for ${said.year}, beside the line: it is round, and of which sales is not said.`
      ],
      description: `A line of arabica prices that rises every season, from ${from} euros a kilogram in ${first.year} to ${to} in ${last.year}.`
    };
  },
  doubts(rows) {
    const { official, last, said } = parts(rows);
    const prices = official.map((row) => statementValue(name, row));
    return [
      ...unless(
        prices.every((price, place) => place === 0 || price > (prices[place - 1] ?? 0)),
        "the price did not rise in every season",
        official
      ),
      ...unless(
        Math.round(statementValue(name, last)) === statementValue(name, said),
        "the paper’s number is not the official one, rounded",
        [said, last]
      )
    ];
  },
  columns: statementColumns(() => euros),
  height: (size) => heights[size],
  draw(rows, canvas) {
    const { official, last, said } = parts(rows);
    const price = (row: PriceRow) => statementValue(name, row);
    const symbols = {
      x: ({ year }: PriceRow) => year,
      y: price,
      symbol: ({ symbol }: PriceRow) => symbol,
      evidence: statementId,
      label: (row: PriceRow) => `${statementLabel(row, euros)}, ${row.year}`
    };
    const ticks = ticksTo(Math.max(...rows.map(price)));
    const years = official.map(({ year }) => year);
    const options = {
      marginRight: 52,
      x: { domain: [Math.min(...years), Math.max(...years)], insetLeft: 14 },
      y: { domain: [0, Math.max(...ticks, ...rows.map(price))] },
      marks: [
        yAxis(ticks, euros.sign),
        xYears(years),
        Plot.line(official, { x: "year", y: price, stroke: "var(--ink)", strokeWidth: 2.4 }),
        symbolMarks(official, symbols),
        symbolMarks([said], { ...symbols, dx: 20 }),
        Plot.text([said], {
          x: "year",
          y: price,
          dx: 20,
          dy: -16,
          text: (row: PriceRow) => quantityText(row, euros),
          fontSize: 13,
          fill: "var(--ink2)"
        }),
        Plot.text(
          official.filter((row) => row === official[0] || row === last),
          {
            x: "year",
            y: price,
            dy: 19,
            text: (row: PriceRow) => plainNumber(price(row)),
            fontSize: 14.5,
            fontWeight: 600,
            fill: "var(--ink)",
            stroke: "var(--paper)",
            strokeWidth: 6
          }
        )
      ]
    };
    return tidySvg(Plot.plot(base(canvas, this.height(canvas.size, rows), options)));
  }
};

function parts(rows: readonly PriceRow[]) {
  const official = rows.filter((row) => row.official);
  return {
    official,
    first: firstOf(name, "official price of arabica", official),
    last: firstOf(name, "last official price of arabica", official.slice(-1)),
    said: firstOf(
      name,
      "price of arabica that a publication prints",
      rows.filter((row) => !row.official)
    )
  };
}
