import { colourOf, thick } from "./mark-options.ts";
import type { Plan, RecipeMark } from "./recipe.ts";

/** Rows as spans from their lowest to their highest end. */
export function rangeMarks(plan: Plan): RecipeMark[] {
  const { layout, subsets } = plan;
  const isAmount = layout.measured?.field.type === "amount";
  const [low, high] = isAmount ? ["low", "high"] : [layout.measured?.column ?? null, layout.measured?.column ?? null];
  const along = layout.along?.column ?? null;
  const style = thick(colourOf(plan));
  if (layout.value === "x")
    return [
      {
        mark: "ruleY",
        data: subsets.points,
        transform: { name: "groupY", outputs: { x1: "min", x2: "max" } },
        options: { y: along, x1: low, x2: high, ...style }
      }
    ];
  return [
    {
      mark: "ruleX",
      data: subsets.points,
      transform: { name: "groupX", outputs: { y1: "min", y2: "max" } },
      options: { x: along, y1: low, y2: high, ...style }
    }
  ];
}
