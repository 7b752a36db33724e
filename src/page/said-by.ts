import type { Notebook } from "./notebook.ts";

/** Who said it and who passed it on: "Oleg Kazanov → Russia.Post". An outlet that speaks for itself is named once. */
export function saidBy({ speaker, chain }: { speaker: string; chain: readonly string[] }, notebook: Notebook): string {
  return [speaker, ...chain.filter((id) => id !== speaker)].map((id) => notebook.speaker(id).name).join(" → ");
}
