import {
  amountText,
  barsHeight,
  displayUnits,
  drawBars,
  grown,
  growthPerYear,
  type Model,
  type ModelBar,
  paceText,
  plainNumber,
  type Values
} from "../notebook/index.ts";

type Name = "demand" | "years" | "growth" | "production" | "output" | "lower" | "higher" | "sevenfold";

const { t, percent, years: yearsUnit } = displayUnits;

/** What part of a gap between American demand and production Russian output at stated plans would fill. */
export const gap: Model<Name> = {
  name: "gap",
  title: "How much of the gap Russia could fill, on your numbers",
  subtitle: "Rare earths, tonnes a year: US demand less US production, and Russian output now and as planned",
  inputs: [
    {
      id: "demand",
      label: "American demand, tonnes a year",
      start: { record: "izvestia.us-demand-next-decade", as: "number" },
      unit: t,
      min: 10000,
      max: 200000,
      step: 1000
    },
    {
      id: "years",
      label: "Years until then",
      start: { record: "izvestia.us-demand-horizon", as: "number" },
      unit: yearsUnit,
      min: 1,
      max: 30,
      step: 1
    },
    {
      id: "growth",
      label: "Growth of American production a year",
      start: { assumed: 0 },
      unit: percent,
      min: -10,
      max: 20,
      step: 1
    }
  ],
  fixed: {
    production: { record: "izvestia.us-production", as: "number" },
    output: { record: "rex-reuters.production", as: "number" },
    lower: { record: "further-statements.output-target-fedorov", as: "number" },
    higher: { record: "further-statements.output-target-ministry", as: "number" },
    sevenfold: { record: "derived.plan-alikhanov-output", as: "number" }
  },
  repeats: "derived.plan-ministry-part-of-gap",
  question:
    "Suppose America needs {demand} tonnes a year in {years} years, while its own production grows by {growth}% a year from {production}.",
  answer:
    "The gap would be {gap}. All of Russia’s output, {output}, would fill {outputPart} of it. The plans for {lower} and {higher} would fill {lowerPart} and {higherPart}, sevenfold output {sevenfoldPart}. To fill it all, Russian output would have to grow by {pace} a year.",
  notes: [
    "The gap supposes that all American production serves America. The expert says that America buys back what China processes, not how much.",
    "Nobody else is supposed to buy a tonne of Russia’s. The plans keep their own year, and do not say whether oxide or metal."
  ],
  results(values) {
    const { missing, pace } = at(values);
    const part = (output: number) => `${plainNumber(missing > 0 ? Math.min(100, (output / missing) * 100) : 100, 2)}%`;
    return {
      gap: missing > 0 ? amountText(missing, t) : "nothing",
      outputPart: part(values.output),
      lowerPart: part(values.lower),
      higherPart: part(values.higher),
      sevenfoldPart: part(values.sevenfold),
      pace: paceText(pace)
    };
  },
  height: () => barsHeight(5),
  amounts: (values) =>
    bars(values).map(({ label, amount }) => ({ what: label, amount, unit: "t/yr", text: words(amount) })),
  draw: (values, canvas) => drawBars(bars(values), words, canvas)
};

const words = (amount: number): string => amountText(amount, t);

const bars = (values: Values<Name>): ModelBar[] => [
  { label: "Gap", amount: at(values).missing, colour: "var(--blue-tint)" },
  { label: "Sevenfold Russian output", amount: values.sevenfold, colour: "var(--red-tint)" },
  { label: "Higher Russian plan", amount: values.higher, colour: "var(--red-tint)" },
  { label: "Lower Russian plan", amount: values.lower, colour: "var(--red-tint)" },
  { label: "Russian output now", amount: values.output, colour: "var(--red)" }
];

function at({ demand, years, growth, production, output }: Values<Name>) {
  const missing = Math.max(0, demand - grown(production, growth, years));
  return { missing, pace: missing > output ? growthPerYear(output, missing, years) : 0 };
}
