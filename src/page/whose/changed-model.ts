import { models } from "../../models/models.ts";
import { startValues } from "../../models/start-values.ts";
import { withStandIns } from "../../models/with-stand-ins.ts";
import { modelGiven } from "../model-given.ts";
import { recordedText } from "../model-sentence.ts";
import type { Notebook } from "../notebook.ts";
import type { Alternative } from "./alternatives.ts";

/** What a choice changes of a model: where it starts, and what is said of that. */
export interface ChangedModel {
  start: Readonly<Record<string, number>>;
  /** By input: its line in the list of what is given. */
  given: Record<string, string>;
  /** By record that the reader cannot change: the one that stands in, and its texts by what they were. */
  fixed: Record<string, { record: string; texts: Record<string, string> }>;
}

/** A model under an alternative; null where it is the same. */
export function changedModel(name: string, notebook: Notebook, alternative: Alternative): ChangedModel | null {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`there is no model "${name}"`);
  const other = alternative.notebook;
  const placed = withStandIns(model, alternative.standIn);
  const start = startValues(placed, other.tables);
  if (JSON.stringify(start) === JSON.stringify(startValues(model, notebook.tables))) return null;
  const given = placed.inputs.flatMap((input, index) => {
    const before = model.inputs[index]?.start;
    if (!("record" in input.start) || JSON.stringify(before) === JSON.stringify(input.start)) return [];
    const line = modelGiven(input, start[input.id] ?? 0, other);
    return [[input.id, line.replace(/<\/span>$/, ", by your choice</span>")]];
  });
  const fixed: ChangedModel["fixed"] = {};
  for (const [slot, before] of Object.entries(model.fixed)) {
    const after = placed.fixed[slot];
    if (!before || !after || after.record === before.record) continue;
    const known = fixed[before.record] ?? { record: after.record, texts: {} };
    known.texts[recordedText(before, notebook)] = recordedText(after, other);
    fixed[before.record] = known;
  }
  return { start, given: Object.fromEntries(given), fixed };
}
