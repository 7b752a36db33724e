import {
  amountText,
  displayUnits,
  drawPaths,
  grown,
  growthPerYear,
  type Model,
  paceText,
  pathsHeight,
  plainNumber,
  timesText,
  type Values
} from "../notebook/index.ts";

type Name = "share" | "year" | "world" | "russia" | "worldOutput" | "output" | "firstYear" | "sevenfold";

const { t, kt, percent, one } = displayUnits;

/** What a share of world output would take, by a year, if the world and Russia grow. */
export const goal: Model<Name> = {
  name: "goal",
  title: "What the share aimed at would take, on your numbers",
  subtitle: "Rare-earth mine output, thousand tonnes of oxide a year",
  inputs: [
    {
      id: "share",
      label: "Share of world output aimed at",
      start: { record: "rex-reuters.target-share", as: "number" },
      unit: percent,
      min: 1,
      max: 50,
      step: 1
    },
    {
      id: "year",
      label: "Year in which it is reached",
      start: { record: "rex-reuters.target-share", as: "year" },
      unit: one,
      min: 2027,
      max: 2050,
      step: 1
    },
    {
      id: "world",
      label: "Growth of the world’s output a year",
      start: { assumed: 0 },
      unit: percent,
      min: -5,
      max: 15,
      step: 1
    },
    {
      id: "russia",
      label: "Growth of Russian output a year",
      start: { assumed: 0 },
      unit: percent,
      min: -10,
      max: 100,
      step: 1
    }
  ],
  fixed: {
    worldOutput: { record: "usgs-mcs@latest.mine-production.world.latest", as: "number" },
    output: { record: "usgs-mcs@latest.mine-production.russia.latest", as: "number" },
    firstYear: { record: "usgs-mcs@latest.mine-production.russia.latest", as: "year" },
    sevenfold: { record: "derived.plan-alikhanov-output", as: "number" }
  },
  repeats: "derived.survey-output-at-twelve-percent",
  question:
    "Suppose Russia aims for {share}% of the world’s output in {year}, while the world’s output grows by {world}% a year from {worldOutput} and Russia’s by {russia}% a year from {output}, both as of {firstYear}.",
  answer:
    "The share would be {needed}, {multiple} today’s output, and {pace} more every year. At the growth supposed, Russian output would come to {reached}, {part} of what the share takes; the minister’s sevenfold output, about {sevenfold}, would be {sevenfoldPart}.",
  notes: [
    "Both outputs are the US Geological Survey’s estimates. Dashed lines are arithmetic; no source describes a path between now and the goal."
  ],
  results(values) {
    const { needed, reached, pace } = at(values);
    return {
      needed: amountText(needed, t),
      multiple: timesText(needed / values.output),
      pace: paceText(pace),
      reached: amountText(reached, t),
      part: `${plainNumber((reached / needed) * 100, 2)}%`,
      sevenfoldPart: `${plainNumber((values.sevenfold / needed) * 100, 2)}%`
    };
  },
  height: pathsHeight,
  amounts(values) {
    const unit = "t/yr";
    const { share, wanted, supposed } = paths(values);
    const { sevenfold } = values;
    const rows = (what: string, points: ReturnType<typeof path>) =>
      points.map(({ x, amount: thousands }) => {
        const amount = thousands * kt.factor;
        return { what, when: String(x), amount, unit, text: amountText(amount, t) };
      });
    return [
      ...rows(`${plainNumber(values.share)}% of the world`, share),
      ...rows("Russia, at the growth that it takes", wanted),
      ...rows("Russia, at the growth supposed", supposed),
      {
        what: "Sevenfold output, the minister’s goal",
        when: "",
        amount: sevenfold,
        unit,
        text: amountText(sevenfold, t, 2)
      }
    ];
  },
  draw(values, canvas) {
    const { needed, reached } = at(values);
    const { share, wanted, supposed } = paths(values);
    return drawPaths(
      {
        unit: kt.sign,
        paths: [
          {
            points: share,
            colour: "var(--ink3)",
            ink: "var(--ink2)",
            label: `${plainNumber(values.share)}% of the world`,
            value: amountText(needed / kt.factor, one)
          },
          { points: wanted, colour: "var(--red)" },
          {
            points: supposed,
            colour: "var(--red)",
            ink: "var(--red)",
            label: "Russia",
            value: amountText(reached / kt.factor, one)
          }
        ],
        levels: [
          {
            amount: values.sevenfold / kt.factor,
            label: "sevenfold output",
            value: amountText(values.sevenfold / kt.factor, one, 2)
          }
        ]
      },
      canvas
    );
  }
};

/** What is drawn: the share, Russia at the pace that it takes, and Russia as supposed; in thousand tonnes. */
function paths(values: Values<Name>) {
  const { years, pace } = at(values);
  const { firstYear, output } = values;
  return {
    share: path((values.worldOutput * values.share) / 100, values.world, { firstYear, years }),
    wanted: path(output, pace, { firstYear, years }),
    supposed: path(output, values.russia, { firstYear, years })
  };
}

const path = (from: number, growth: number, { firstYear, years }: { firstYear: number; years: number }) =>
  Array.from({ length: years + 1 }, (_, year) => ({
    x: firstYear + year,
    amount: grown(from, growth, year) / kt.factor
  }));

function at({ share, year, world, russia, worldOutput, output, firstYear }: Values<Name>) {
  const years = year - firstYear;
  const needed = (grown(worldOutput, world, years) * share) / 100;
  return { years, needed, reached: grown(output, russia, years), pace: growthPerYear(output, needed, years) };
}
