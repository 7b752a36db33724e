import type { Model, Recorded } from "./model.ts";

/** A model that starts at other records where others stand in for its own. */
export function withStandIns(model: Model<string>, standIn: (record: string) => string): Model<string> {
  const placed = (recorded: Recorded): Recorded => ({ ...recorded, record: standIn(recorded.record) });
  return {
    ...model,
    inputs: model.inputs.map((input) => {
      if ("assumed" in input.start) return input;
      const start = placed(input.start);
      // What now comes first is no longer what others say.
      return { ...input, start, others: (input.others ?? []).filter((other) => other !== start.record) };
    }),
    fixed: Object.fromEntries(
      Object.entries(model.fixed).flatMap(([name, recorded]) => (recorded ? [[name, placed(recorded)]] : []))
    )
  };
}
