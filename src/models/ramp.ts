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

type Name = "possible" | "bought" | "years" | "made" | "capacity";

const { t, percent, years: yearsUnit } = displayUnits;

/** How gallium output would climb, by what is possible, how much of it is bought and how long it takes. */
export const ramp: Model<Name> = {
  name: "ramp",
  title: "How steep the ramp would be, on your numbers",
  subtitle: "Gallium output of Russia, tonnes a year, by years from the start",
  inputs: [
    {
      id: "possible",
      label: "What the plant could make, tonnes a year",
      start: { record: "rex-kommersant.gallium-possible", as: "number" },
      unit: t,
      min: 8,
      max: 100,
      step: 1
    },
    {
      id: "bought",
      label: "Part of the step for which there is demand",
      start: { assumed: 100 },
      unit: percent,
      min: 5,
      max: 100,
      step: 5
    },
    {
      id: "years",
      label: "Years that the step takes",
      start: { assumed: 5 },
      unit: yearsUnit,
      min: 1,
      max: 20,
      step: 1
    }
  ],
  fixed: {
    made: { record: "rex-kommersant.gallium-output", as: "number" },
    capacity: { record: "usgs-mcs@latest.gallium-capacity.russia.latest", as: "number" }
  },
  repeats: "derived.gallium-multiple",
  question:
    "Suppose the plant could make {possible} tonnes a year, there is demand for {bought}% of the step from {made}, and the step takes {years} years.",
  answer:
    "Output would come to {reached}, {multiple} today’s, and grow by {pace} a year. It would pass {capacity}, what the US Geological Survey estimates that Russia could make, {passed}.",
  notes: [
    "Dashed lines are arithmetic: the same growth every year. No source read here gives a pace, and nobody is reported to have ordered."
  ],
  results(values) {
    const { reached, pace, passed } = at(values);
    return {
      reached: amountText(reached, t, 2),
      multiple: timesText(reached / values.made),
      pace: paceText(pace),
      passed:
        passed === null ? "at no time" : `after ${amountText(passed, yearsUnit, 2).replace(/^1(\s)years$/, "1$1year")}`
    };
  },
  height: pathsHeight,
  amounts(values) {
    const unit = "t/yr";
    const { pace } = at(values);
    const years = Array.from({ length: values.years + 1 }, (_, year) => {
      const amount = grown(values.made, pace, year);
      return { what: "Output", when: `year ${year}`, amount, unit, text: amountText(amount, t, 2) };
    });
    const { capacity } = values;
    return [
      ...years,
      { what: "Capacity, US Geological Survey", when: "", amount: capacity, unit, text: amountText(capacity, t) }
    ];
  },
  draw(values, canvas) {
    const { reached, pace } = at(values);
    const quarters = Array.from({ length: values.years * 4 + 1 }, (_, quarter) => quarter / 4);
    return drawPaths(
      {
        unit: t.sign,
        paths: [
          {
            points: quarters.map((x) => ({ x, amount: grown(values.made, pace, x) })),
            colour: "var(--red)",
            ink: "var(--red)",
            label: "output",
            value: amountText(reached, { ...t, name: "" }, 2)
          }
        ],
        levels: [{ amount: values.capacity, label: "capacity, USGS", value: plainNumber(values.capacity) }]
      },
      canvas
    );
  }
};

function at({ possible, bought, years, made, capacity }: Values<Name>) {
  const reached = made + ((possible - made) * bought) / 100;
  const pace = growthPerYear(made, reached, years);
  const passed = reached > capacity ? Math.log(capacity / made) / Math.log(1 + pace / 100) : null;
  return { reached, pace, passed };
}
