import type { Tables } from "../tables/tables.ts";
import type { Model, Recorded, Start, Values } from "./model.ts";

type Records = Pick<Tables, "figures" | "derived">;

/** The numbers that a model starts from: the ledger's where a source gives one. Throws for a record that has none. */
export function startValues<Name extends string>(model: Model<Name>, tables: Records): Values<Name> {
  const fixed = Object.entries<Recorded | undefined>(model.fixed).map(([name, recorded]) => [
    name,
    recorded && startOf(model.name, recorded, 1, tables)
  ]);
  const inputs = model.inputs.map(({ id, start, unit }) => [id, startOf(model.name, start, unit.factor, tables)]);
  return Object.fromEntries([...fixed, ...inputs]) as Values<Name>;
}

function startOf(model: string, start: Start, factor: number, tables: Records): number {
  if ("assumed" in start) return start.assumed;
  if (start.as === "number") return recordNumber(model, start.record, tables) / factor;
  const year = Number(tables.figures.rows.find(({ id }) => id === start.record)?.period?.slice(0, 4));
  if (!year) throw new Error(`the model "${model}" needs the year of "${start.record}", which has none`);
  return year;
}

function recordNumber(model: string, id: string, { figures, derived }: Records): number {
  const row = [...figures.rows, ...derived.rows].find((candidate) => candidate.id === id);
  if (!row) throw new Error(`the model "${model}" needs "${id}", which the ledger does not have`);
  if (row.value === null) throw new Error(`the model "${model}" needs one value of "${id}", which has none`);
  return row.value;
}
