import {
  amountText,
  barsHeight,
  displayUnits,
  drawBars,
  type Model,
  type ModelBar,
  type Values,
  yearsOf
} from "../notebook/index.ts";

type Name = "reserve" | "output" | "growth" | "russian" | "survey";

const { Mt, t, percent, years } = displayUnits;

/** How long a reserve would last, by its count, by output and by the growth of output. */
export const life: Model<Name> = {
  name: "life",
  title: "How long the reserve would last, on your numbers",
  subtitle: "Rare-earth reserves of Russia divided by a year’s output, years",
  inputs: [
    {
      id: "reserve",
      label: "Reserve, million tonnes",
      start: { record: "russia-post.reserves-kazanov", as: "number" },
      others: ["usgs-mcs@latest.reserves.russia.latest"],
      unit: Mt,
      min: 0.1,
      max: 40,
      step: 0.1
    },
    {
      id: "output",
      label: "Output, tonnes a year",
      start: { record: "russia-post.production-kazanov", as: "number" },
      others: ["usgs-mcs@latest.mine-production.russia.latest"],
      unit: t,
      min: 500,
      max: 300000,
      step: 100
    },
    {
      id: "growth",
      label: "Growth of output a year",
      start: { assumed: 0 },
      unit: percent,
      min: 0,
      max: 20,
      step: 1
    }
  ],
  fixed: {
    russian: { record: "derived.reserve-life-ministry", as: "number" },
    survey: { record: "derived.reserve-life-survey", as: "number" }
  },
  repeats: "derived.reserve-life-ministry",
  question:
    "Suppose the reserve is {reserve} million tonnes, output is {output} tonnes a year, and it grows by {growth}% a year.",
  answer:
    "The reserve would last {life}. At a steady output it is {russian} on the Russian count and {survey} on the American.",
  notes: [
    "Arithmetic, not a forecast: losses in mining and refining are left out. The two counts rest on different bases, and one of them is no correction of the other."
  ],
  results: (values) => ({ life: amountText(lasts(values), years, 2) }),
  height: () => barsHeight(3),
  amounts: (values) =>
    bars(values).map(({ label, amount }) => ({ what: label, amount, unit: "yr", text: words(amount) })),
  draw: (values, canvas) => drawBars(bars(values), words, canvas)
};

const words = (amount: number): string => amountText(amount, years, 2);

const bars = (values: Values<Name>): ModelBar[] => [
  { label: "As supposed", amount: lasts(values), colour: "var(--red)" },
  { label: "Russian count, steady output", amount: values.russian, colour: "var(--red-tint)" },
  { label: "American count, steady output", amount: values.survey, colour: "var(--red-tint)" }
];

const lasts = ({ reserve, output, growth }: Values<Name>): number => yearsOf(reserve * Mt.factor, output, growth);
