import {
  displayUnits,
  type Figure,
  fifthYears,
  firstOf,
  halo,
  labels,
  pixelPlot,
  plainNumber,
  quantityInProse,
  type Size,
  type SurveyRow,
  seriesLine,
  statementColumns,
  statementId,
  statementLabel,
  statementValue,
  surveyRow,
  textWidth,
  ticksTo,
  unless,
  yearAxes,
  yearPanel
} from "../notebook/index.ts";

const name = "us-imports-from-russia";
const { t } = displayUnits;
const plotHeight: Readonly<Record<Size, number>> = { sm: 220, md: 240, lg: 260 };
const yearsHeight = 24;
/** Room above the top gridline for its label and for a peak beyond it. */
const top = 30;

/** What the United States bought from Russia of rare-earth compounds, by year. */
export const usImportsFromRussia: Figure<SurveyRow> = {
  name,

  /** Years for which the download is whole. */
  select({ figures, ...tables }) {
    return figures.rows
      .filter(
        ({ metric, basis, subject }) => metric === "us-imports-from" && basis === "hts-2846" && subject === "russia"
      )
      .filter(({ current, marks }) => current && !marks.includes("download incomplete"))
      .map((figure) => surveyRow(figure, { figures, ...tables }))
      .sort((a, b) => a.year - b.year);
  },

  words(rows) {
    const { first, peak, last } = parts(rows);
    const [most, latest] = [peak, last].map((row) => statementValue(name, row));
    return {
      title: `US imports of rare earths from Russia peaked at ${tonnes(most)} in ${peak.year}; in ${last.year} they were ${tonnes(latest)}`,
      subtitle: `Rare-earth compounds (heading 2846 of the US tariff), tonnes a year, gross weight, ${first.year}\u2060–\u2060${last.year}`,
      notes: [
        "Gross weight is the weight of the goods, more than the oxide in them; it must not be set against figures in oxide.",
        "Compounds only: ores, metals and magnets stand under other headings.",
        `The line ends in ${last.year}: for the year after, the download seems to lack partners, so no share can be made of it.`
      ],
      description: `A line of US imports of rare-earth compounds from Russia, ${first.year} to ${last.year}, in gross weight. It starts at ${quantityInProse(first, t, { digits: 2 })}, peaks at ${tonnes(most)} in ${peak.year} and ends at ${tonnes(latest)} in ${last.year}.`
    };
  },

  doubts(rows) {
    const { peak, last } = parts(rows);
    const isSmall = 10 * statementValue(name, last) < statementValue(name, peak);
    return [
      ...unless(isSmall, "the last year is no longer less than a tenth of the peak", [last, peak]),
      ...unless(
        rows.every(({ form }) => form === "product-weight"),
        "a year is not given in gross weight",
        rows.filter(({ form }) => form !== "product-weight")
      )
    ];
  },
  columns: statementColumns(() => t),

  height: (size) => top + plotHeight[size] + yearsHeight,

  draw(rows, canvas) {
    const { first, peak, last } = parts(rows);
    const { size, width } = canvas;
    const panel = yearPanel({
      left: 0,
      right: width,
      top,
      bottom: top + plotHeight[size],
      span: [first.year, last.year],
      years: fifthYears(first.year, last.year),
      ticks: ticksTo(statementValue(name, peak))
    });
    const point = (row: SurveyRow) => ({
      x: panel.x(row.year),
      y: panel.y(statementValue(name, row)),
      run: "",
      evidence: statementId(row),
      label: `${statementLabel(row, t)}, ${row.year}`
    });
    const points = rows.map(point);
    const [atPeak, atLast] = [point(peak), point(last)];
    const text = (row: SurveyRow) => `${plainNumber(rounded(statementValue(name, row)))}\u00a0${t.sign} in ${row.year}`;
    const lastText = text(last);
    const lastLeft = atLast.x - textWidth(lastText, 14, 600) - 6;
    const lastTop = Math.min(...points.filter(({ x }) => x > lastLeft).map(({ y }) => y));
    const style = { fontSize: 14, fontWeight: 600, fill: "var(--red)", ...halo };
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, t.sign),
      seriesLine(points, "var(--red)", { opens: [atPeak, atLast], radius: 4 }),
      labels([{ x: atPeak.x + 10, y: atPeak.y - 3, text: text(peak) }], style),
      labels([{ x: atLast.x + 4, y: lastTop - 9, text: lastText }], { ...style, anchor: "end" })
    ]);
  }
};

function parts(rows: readonly SurveyRow[]) {
  const first = firstOf(name, "year of imports from Russia", rows);
  const value = (row: SurveyRow) => statementValue(name, row);
  return {
    first,
    peak: rows.reduce((most, row) => (value(row) > value(most) ? row : most)),
    last: firstOf(name, "last year of imports from Russia", rows.slice(-1))
  };
}

/** Rounded as a sentence rounds a table's number: three digits, and whole tonnes. */
const rounded = (value: number): number => (value < 100 ? Number(value.toPrecision(3)) : Math.round(value));

const tonnes = (value = 0): string => `${plainNumber(rounded(value))}\u00a0${t.name}`;
