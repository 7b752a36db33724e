import {
  amountText,
  barsHeight,
  type DisplayUnit,
  drawBars,
  type Model,
  type ModelBar,
  plainNumber,
  type Values
} from "../../../../../src/notebook/index.ts";

type Name = "picked" | "lost" | "counted";

const bags: DisplayUnit = { factor: 1, sign: "bags", name: "bags" };
const thousand: DisplayUnit = { factor: 1000, sign: "thousand bags", name: "thousand bags" };
const percent: DisplayUnit = { factor: 1, sign: "%", name: "per cent" };

/** How much of what is picked reaches a mill, by how much is lost in drying. */
export const drying: Model<Name> = {
  name: "drying",
  title: "What would reach the mills, on your numbers",
  subtitle: "Coffee of one season, bags of 60 kg: as picked, less what is lost, and as the bureau counts it",
  inputs: [
    {
      id: "picked",
      label: "Harvest as picked, thousand bags",
      start: { record: "courier.harvest-growers", as: "number" },
      others: ["crop-survey@latest.harvest.ombrel.2024"],
      unit: thousand,
      min: 300,
      max: 700,
      step: 1
    },
    {
      id: "lost",
      label: "Share lost in drying",
      start: { record: "courier.share-lost", as: "number" },
      unit: percent,
      min: 0,
      max: 40,
      step: 1
    }
  ],
  fixed: { counted: { record: "crop-survey@latest.harvest.ombrel.2024", as: "number" } },
  repeats: "derived.lost-in-drying",
  question: "Suppose {picked} thousand bags are picked, and {lost}% of them are lost in drying.",
  answer: "Then {rotten} never reach a mill and {left} do, {apart} the {counted} that the bureau counts.",
  notes: ["Arithmetic: the share is one agronomist’s estimate, and nobody has measured it for the whole region."],
  results(values) {
    const { rotten, left } = at(values);
    const apart = left - values.counted;
    return {
      rotten: amountText(rotten, bags),
      left: plainNumber(left, 3),
      apart: apart === 0 ? "as many as" : `${plainNumber(Math.abs(apart), 3)} ${apart > 0 ? "more" : "fewer"} than`
    };
  },
  height: () => barsHeight(3),
  amounts: (values) =>
    bars(values).map(({ label, amount }) => ({ what: label, amount, unit: "bags", text: words(amount) })),
  draw: (values, canvas) => drawBars(bars(values), words, canvas)
};

const words = (amount: number): string => amountText(amount, bags);

const bars = (values: Values<Name>): ModelBar[] => [
  { label: "As picked", amount: values.picked * thousand.factor, colour: "var(--rule2)" },
  { label: "Left after drying", amount: at(values).left, colour: "var(--grey)" },
  { label: "As the bureau counts it", amount: values.counted, colour: "var(--ink)" }
];

function at({ picked, lost }: Values<Name>) {
  const all = picked * thousand.factor;
  const rotten = (all * lost) / 100;
  return { rotten, left: all - rotten };
}
