import * as Plot from "@observablehq/plot";
import {
  arithmeticRow,
  displayUnits,
  type Figure,
  firstOf,
  holds,
  labels,
  pickDerived,
  pixelPlot,
  plainNumber,
  quantityInProse,
  quantityText,
  type Size,
  type StatementRow,
  statementColumns,
  statementId,
  statementLabel,
  statementValue,
  stroke,
  surveyRow,
  symbolMarks,
  textWidth,
  thumbnailBox,
  thumbnailText,
  thumbnailWidth,
  unless,
  wrapText
} from "../notebook/index.ts";
import { periodOf } from "./periods.ts";

/** A year's tonnes at one step from the mine to the product, or the part of them that is in the one ore used. */
export interface MinedRow extends StatementRow {
  step: "lifted" | "loparite" | "products" | "part";
}

const name = "mined-not-recovered";
const { kt, percent } = displayUnits;

const steps: Readonly<Record<Exclude<MinedRow["step"], "part">, { series: string; title: string; detail: string }>> = {
  lifted: {
    series: "state-report-2021.contained-in-ore",
    title: "In all ore mined",
    detail: "apatite first of all; recovered from loparite only"
  },
  loparite: {
    series: "state-report-2021.contained-in-loparite-ore",
    title: "Of which in loparite ore",
    detail: "mined at Lovozero for its rare earths"
  },
  products: {
    series: "state-report-2021.solikamsk-products",
    title: "In products",
    detail: "mixed compounds made at Solikamsk"
  }
};

const bar = 12;
const pitch = 19;
const gap = 22;
const left: Readonly<Record<Size, number>> = { sm: 0, md: 236, lg: 256 };
/** On a phone a step's name stands above its bars. */
const head: Readonly<Record<Size, number>> = { sm: 42, md: 0, lg: 0 };
const yearRoom = 38;
/** Between a step's detail and the years beside it. */
const detailGap = 32;
/** From a bar's end to its symbol, and from there to the value. */
const symbolGap = 14;
const valueGap = 12;

/** Rare earths in all ore that Russia mines, in the one ore used, and in products: most never reach a plant. */
export const minedNotRecovered: Figure<MinedRow> = {
  name,

  select(tables) {
    const part = pickDerived(name, tables, "derived.loparite-part");
    const series = Object.entries(steps).flatMap(([step, { series }]) =>
      tables.figures.rows
        .filter((row) => row.series === series && row.current)
        .map((row) => ({ ...surveyRow(row, tables), step: step as MinedRow["step"] }))
    );
    return [...series, { ...arithmeticRow(part, "part of it in loparite ore"), step: "part" }];
  },

  words(rows) {
    const { last, part } = parts(rows);
    const amount = (row: StatementRow) => quantityInProse(row, kt);
    const share = quantityText(part, percent, part);
    return {
      title: `Of the rare earths that Russia digs up, ${share}% lie in the one ore that is worked for them`,
      subtitle: "Rare earths in ore mined and in products, thousand tonnes a year of oxide as RE₂O₃, by year, Russia",
      notes: [
        `The Russian State Report counts what is in the ore; ${share}% is this notebook’s division for ${last.lifted.period}. The rest leaves with apatite and other ore and is not recovered; that is seen second-hand, and how much could be recovered is not said.`,
        "Products may come from concentrate of an earlier year, so they need not be less than a year’s loparite."
      ],
      description: `In ${last.lifted.period} all ore mined in Russia held ${amount(last.lifted)} of rare earths. Loparite ore, the only one from which they are recovered, held ${amount(last.loparite)}, or ${share}%. Products held ${amount(last.products)}. The years before look alike.`
    };
  },

  doubts(rows) {
    const { part } = parts(rows);
    const [lifted = [], loparite = []] = groups(rows).map(({ years }) => years);
    return [
      ...unless(
        statementValue(name, part) < 50,
        "most of the rare earths lifted are in the ore that is used for them",
        [part]
      ),
      ...unless(
        lifted.every((whole) => {
          const used = loparite.find(({ period }) => period === whole.period);
          return (
            used && (100 * statementValue(name, used)) / statementValue(name, whole) < 2 * statementValue(name, part)
          );
        }),
        "in a year before, the part was twice that of the last",
        lifted
      )
    ];
  },

  columns: statementColumns(({ step }) => (step === "part" ? percent : kt)),

  height: (size, rows) =>
    groups(rows).reduce((sum, { years }) => sum + head[size] + years.length * pitch + gap, 0) - gap + 4,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const start = left[size] + yearRoom;
    const longest = Math.max(...groups(rows).flatMap(({ years }) => years.map((row) => statementValue(name, row))));
    const valueRoom = symbolGap + valueGap + textWidth(plainNumber(longest / kt.factor), 15, 600) + 6;
    const x = (row: MinedRow) => start + ((width - start - valueRoom) * statementValue(name, row)) / longest;
    let top = 0;
    const placed = groups(rows).map((group) => {
      const y = top;
      top += head[size] + group.years.length * pitch + gap;
      return { ...group, y };
    });
    const bars = placed.flatMap(({ step, y, years }) =>
      years.map((row, index) => ({
        row,
        step,
        y: y + head[size] + index * pitch + pitch / 2,
        isLast: index === years.length - 1
      }))
    );
    const names = placed.map(({ step, y }) => ({ ...steps[step], y: y + (size === "sm" ? 16 : 14) }));
    const year = ({ row, y }: (typeof bars)[number]) => ({ x: left[size], y: y + 4.5, text: periodOf(row) });
    return pixelPlot(canvas, this.height(size, rows), [
      labels(
        names.map(({ title, y }) => ({ x: 0, y, text: title })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      labels(
        names.flatMap(({ detail, y }) =>
          wrapText(detail, (left[size] || width) - detailGap, 12.5).map((text, line) => ({
            x: 0,
            y: y + 17 + line * 16,
            text
          }))
        ),
        { fontSize: 12.5, fill: "var(--ink3)" }
      ),
      labels(bars.map(year), { fontSize: 12.5, fill: "var(--ink3)" }),
      Plot.rect(bars, {
        x1: start,
        x2: ({ row }) => x(row),
        y1: ({ y }) => y - bar / 2,
        y2: ({ y }) => y + bar / 2,
        fill: ({ step }) => (step === "lifted" ? "var(--red-tint)" : "var(--red)")
      }),
      placed.map(({ y, years }) =>
        stroke([
          { x: start - 0.5, y: y + head[size] },
          { x: start - 0.5, y: y + head[size] + years.length * pitch }
        ])
      ),
      labels(
        bars
          .filter(({ isLast }) => isLast)
          .map(({ row, y }) => ({ x: x(row) + symbolGap + valueGap, y: y + 5, text: quantityText(row, kt) })),
        { fontSize: 15, fontWeight: 600, fill: "var(--ink)" }
      ),
      symbolMarks(bars, {
        x: ({ row }) => x(row) + symbolGap,
        y: ({ y }) => y,
        symbol: ({ row }) => row.symbol,
        evidence: ({ row }) => statementId(row),
        label: ({ row }) => `${statementLabel(row, kt, ` in ${row.period}`)}, ${row.measure}`,
        scale: 0.75
      })
    ]);
  },

  /** What the ore that is mined holds, and the part of it in the ore that is used. */
  thumbnail(rows, document) {
    const share = statementValue(name, parts(rows).part);
    holds(name, "a part within a whole", share < 100);
    const whole = { x: 0, y: 8, width: thumbnailWidth, height: 22 };
    return [
      thumbnailBox(document, { ...whole, fill: "var(--red-tint)" }),
      thumbnailBox(document, { ...whole, width: Math.max(2, (whole.width * share) / 100), fill: "var(--red)" }),
      thumbnailText(document, "mined", { x: whole.width, y: 48, anchor: "end" }),
      thumbnailText(document, "used", { x: 0, y: 48 })
    ];
  }
};

type Step = keyof typeof steps;

/** Steps from the mine on, each with its years, oldest first. */
function groups(rows: readonly MinedRow[]): { step: Step; years: MinedRow[] }[] {
  return (Object.keys(steps) as Step[]).map((step) => {
    const years = yearsOf(rows, step);
    return { step, years };
  });
}

function yearsOf(rows: readonly MinedRow[], step: Step): MinedRow[] {
  const years = rows.filter((row) => row.step === step).sort((a, b) => Number(a.period) - Number(b.period));
  firstOf(name, `year of "${steps[step].series}"`, years);
  return years;
}

function parts(rows: readonly MinedRow[]) {
  const of = (step: Step) => firstOf(name, steps[step].title, yearsOf(rows, step).slice(-1));
  const part = firstOf(
    name,
    "part in loparite ore",
    rows.filter(({ step }) => step === "part")
  );
  return { last: { lifted: of("lifted"), loparite: of("loparite"), products: of("products") }, part };
}
