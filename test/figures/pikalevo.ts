import { derivedRow, figureRow } from "./tables-fixture.ts";

/** What one plant is said to make and could make of gallium, in tonnes a year, and the multiple. */
export function pikalevo(output: number, could: number) {
  const gallium = { material: "gallium", subject: "pikalevo", subject_name: "Pikalevo plant", unit: "t/yr" };
  const made = figureRow({
    id: "rex-kommersant.output",
    ...gallium,
    metric: "production",
    value: output,
    comparator: "~"
  });
  const possible = figureRow({
    id: "rex-kommersant.possible",
    ...gallium,
    metric: "capacity",
    metric_label: "possible output",
    value: could,
    speaker: "rusal",
    chain: ["kommersant", "rare-earth-exchanges"],
    condition: "only if somebody buys it"
  });
  const multiple = derivedRow({
    id: "derived.gallium-multiple",
    inputs: [possible.id, made.id],
    value: could / output,
    comparator: "~"
  });
  return { made, possible, multiple };
}
