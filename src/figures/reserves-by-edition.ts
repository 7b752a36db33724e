import * as Plot from "@observablehq/plot";
import {
  displayUnits,
  evidenceHref,
  type Figure,
  firstOf,
  labels,
  listed,
  pickFigure,
  pixelPlot,
  quantityInProse,
  quantityText,
  type Size,
  type StatementRow,
  sortNumber,
  statementColumns,
  statementId,
  statementLabel,
  statementNumber,
  statementRow,
  surveyRow,
  svgNode,
  type Tables,
  unless
} from "../notebook/index.ts";

/** What one edition of the survey counts as reserves of a country or of the world. */
interface EditionRow extends StatementRow {
  place: string;
  year: number;
  /** Seen on a page that cites the edition, not in the edition. */
  relayed: boolean;
}

const name = "reserves-by-edition";
const { Mt } = displayUnits;

/** The panels, in order; the world has a scale of its own. */
const places = ["russia", "vietnam", "brazil", "world"] as const;
const order: readonly string[] = places;
/** A count older than the editions that the ledger has as tables. */
const before = "further-statements.reserves-survey-2019";

const layout: Readonly<Record<Size, { columns: number; heading: number; plot: number; gap: number }>> = {
  sm: { columns: 2, heading: 46, plot: 120, gap: 22 },
  md: { columns: 4, heading: 46, plot: 150, gap: 22 },
  lg: { columns: 4, heading: 46, plot: 170, gap: 30 }
};
const yearsHeight = 24;
const rowGap = 18;

/** What the US survey counted as reserves, edition by edition: Russia, two others that it cut, and the world. */
export const reservesByEdition: Figure<EditionRow> = {
  name,

  select(tables) {
    const rows = tables.figures.rows
      .filter(
        ({ material, metric, basis }) =>
          material === "rare-earths" && metric === "reserves" && basis === "usgs-reserves"
      )
      .filter(({ series, subject }) => series !== null && places.some((place) => place === subject))
      .filter((figure) => sortNumber(figure) !== null)
      .map((figure) => ({
        ...surveyRow(figure, tables),
        place: figure.subject,
        relayed: figure.reading === "second-hand"
      }));
    return [...rows, earlierRow(tables)].sort(
      (a, b) => order.indexOf(a.place) - order.indexOf(b.place) || a.year - b.year
    );
  },

  words(rows) {
    const { world, of } = parts(rows);
    const editions = [...new Set(rows.map(({ year }) => String(year)))].sort();
    const relayed = [...new Set(rows.filter((row) => row.relayed).map(({ year }) => String(year)))].sort();
    const steps = (place: string) => listed(of(place).map((row) => `${quantityText(row, Mt)} in ${row.year}`));
    const ends = (place: string) =>
      of(place)
        .slice(-1)
        .map((row) => quantityText(row, Mt))
        .join("");
    const first = firstOf(name, "first count of the world", world);
    const last = firstOf(name, "last count of the world", world.slice(-1));
    return {
      title: `The US survey did not cut Russia alone: its world total fell from ${quantityText(first, Mt)} to ${quantityInProse(last, Mt)}`,
      subtitle: `Rare-earth reserves by edition of the ${firstOf(name, "edition", rows.slice(-1)).speaker}’s summaries, ${Mt.name} of oxide; the world on a scale of its own`,
      notes: [
        `Editions of ${listed(editions)}; those of ${listed(relayed)} are known from pages that cite them, and a gap is a count that was not found. “Over” is the survey’s: its total leaves out countries without a figure.`
      ],
      description: `Bars, an edition each. Russia: ${steps("russia")}. The world: ${steps("world")}. Vietnam ends at ${ends("vietnam")}, Brazil at ${ends("brazil")}. Russia’s count had risen before it fell.`
    };
  },

  doubts(rows) {
    const { russia, of } = parts(rows);
    const falls = (series: readonly EditionRow[]) => {
      const [first = 0, ...others] = series.map(countOf);
      return others.slice(-1).some((last) => last < first);
    };
    const never = (series: readonly EditionRow[]) =>
      series.every((row, index) => series.slice(0, index).every((before) => countOf(row) <= countOf(before)));
    return [
      ...unless(
        falls(of("world")) && never(of("world")),
        "the survey’s world total no longer falls from edition to edition",
        of("world").toReversed()
      ),
      ...unless(falls(of("vietnam")) || falls(of("brazil")), "Russia is the only country drawn whose count fell", [
        ...of("vietnam").slice(-1),
        ...of("brazil").slice(-1)
      ]),
      ...unless(falls(russia), "Russia’s count is no lower than in the first edition drawn", russia.toReversed()),
      ...unless(falls(russia.slice(0, 2).toReversed()), "Russia’s count did not rise before it fell", russia)
    ];
  },

  columns: [
    ...statementColumns<EditionRow>(() => Mt).map((column) =>
      column.label === "What" ? { ...column, text: (row: EditionRow) => `${row.measure}, ${row.subject}` } : column
    ),
    { label: "Edition", align: "end", text: ({ year }) => String(year), value: ({ year }) => year }
  ],

  height(size) {
    const { columns, heading, plot } = layout[size];
    const count = places.length / columns;
    return count * (heading + plot + yearsHeight) + (count - 1) * rowGap;
  },

  draw(rows, canvas) {
    const { size, width } = canvas;
    const { columns, heading, plot, gap } = layout[size];
    const wide = (width - (columns - 1) * gap) / columns;
    const { of } = parts(rows);
    const years = [...new Set(rows.map(({ year }) => year))].sort();
    const most = (ids: readonly string[]) => Math.max(...ids.flatMap((id) => of(id).map(countOf)));
    return pixelPlot(
      canvas,
      this.height(size, rows),
      places.map((place, index) => {
        const left = (index % columns) * (wide + gap);
        const top = Math.floor(index / columns) * (heading + plot + yearsHeight + rowGap);
        return panelMarks(of(place), {
          left,
          right: left + wide,
          top: top + heading,
          bottom: top + heading + plot,
          years,
          most: most(place === "world" ? ["world"] : places.filter((id) => id !== "world")),
          heading: firstOf(name, `count of ${place}`, of(place)).subject + (place === "world" ? ", own scale" : ""),
          colour: place === "russia" ? "var(--red)" : "var(--grey)"
        });
      })
    );
  }
};

/** What the survey is said to have counted before the editions that the ledger has. */
function earlierRow(tables: Tables): EditionRow {
  const figure = pickFigure(name, tables, before);
  return { ...statementRow(figure, tables), place: figure.subject, year: Number(figure.period), relayed: true };
}

const countOf = (row: EditionRow): number => statementNumber(name, row);

function parts(rows: readonly EditionRow[]) {
  const of = (place: string) => rows.filter((row) => row.place === place);
  return { of, russia: of("russia"), world: of("world") };
}

interface Panel {
  left: number;
  right: number;
  top: number;
  bottom: number;
  years: readonly number[];
  most: number;
  colour: string;
  heading: string;
}

/** A country’s name, a bar an edition with its count over it, and the editions underneath. */
function panelMarks(
  rows: readonly EditionRow[],
  { left, right, top, bottom, years, most, colour, heading }: Panel
): Plot.Markish {
  // Editions that were not found lie between the first and the next.
  const [earliest = 0, next = 0] = years;
  const skip = next - earliest > 1 ? 1 : 0;
  const pitch = (right - left) / (years.length + skip / 2);
  const bar = Math.min(34, pitch * 0.68);
  const middle = (year: number) => left + (years.indexOf(year) + 0.5 + (year === earliest ? 0 : skip / 2)) * pitch;
  const y = (row: EditionRow) => bottom - ((bottom - top) * countOf(row)) / most;
  const text = (row: EditionRow) => quantityText(row, Mt, { signs: true });
  return [
    labels([{ x: left, y: top - 28, text: heading }], {
      fontSize: 14.5,
      fontWeight: 600,
      fill: "var(--ink)"
    }),
    Plot.ruleY([Math.floor(bottom) + 0.5], { x1: left, x2: right, stroke: "var(--ink)" }),
    labels(
      years.map((year, index) => ({
        x: middle(year),
        y: bottom + 19,
        text: index === 0 ? String(year) : `’${String(year).slice(2)}`
      })),
      { anchor: "middle", fontSize: 12.5, fill: "var(--ink3)" }
    ),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        {},
        ...rows.map((row, index) => {
          const rounded = (length: number) => Math.round(length * 10) / 10;
          const box = {
            x: rounded(middle(row.year) - bar / 2),
            y: rounded(y(row)),
            width: bar,
            height: rounded(bottom - y(row))
          };
          const last = index === rows.length - 1;
          return svgNode(
            document,
            "a",
            { href: evidenceHref(statementId(row)), "aria-label": `${statementLabel(row, Mt)}, ${row.subject}` },
            svgNode(document, "rect", {
              ...box,
              fill: last ? colour : `color-mix(in srgb, ${colour} 55%, var(--paper))`
            }),
            svgNode(
              document,
              "text",
              {
                x: middle(row.year),
                y: box.y - 5,
                "text-anchor": "middle",
                "font-size": 13,
                "font-weight": 600,
                fill: "var(--ink)"
              },
              text(row)
            )
          );
        })
      )
  ];
}
