import type { Ledger, Speaker } from "../schema.ts";
import { slugOf } from "./names.ts";

type Known = Pick<Ledger, "vocabulary" | "speakers">;

/** The kind that most speakers of a type are of: a newspaper is hardly a statistic. */
function usualKind(type: Speaker["type"], speakers: readonly Speaker[]): string | undefined {
  const counts = new Map<string, number>();
  for (const speaker of speakers)
    if (speaker.type === type) counts.set(speaker.kind, (counts.get(speaker.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The id of a speaker whom the ledger does not know, with a stub to be looked at. */
export function stubSpeaker(
  name: string,
  stubs: Map<string, Record<string, unknown>>,
  { vocabulary, speakers }: Known,
  isUnnamed = false
): string {
  const id = slugOf(name);
  if (!stubs.has(id) && !speakers.some((speaker) => speaker.id === id)) {
    const words = name.split(/\s+/);
    const isPerson =
      words.length >= 2 && words.length <= 3 && words.every((word) => /^\p{Lu}[\p{Ll}'’-]+$/u.test(word));
    const type = isUnnamed ? "unnamed" : isPerson ? "person" : "organisation";
    stubs.set(id, {
      id,
      name,
      type,
      kind: usualKind(type, speakers) ?? vocabulary.kinds.at(-1)?.id,
      review: ["name", "type", "kind"]
    });
  }
  return id;
}

/** The id of the publisher, with a stub where the ledger does not know it. */
export function publisherOf(
  name: string | null,
  speakers: readonly Speaker[],
  stubs: Map<string, Record<string, unknown>>,
  known: Known
): string {
  const wanted = slugOf(name ?? "publisher");
  const match = speakers.find((speaker) => speaker.id === name || slugOf(speaker.name) === wanted);
  if (match) return match.id;
  const id = `${wanted}-outlet`;
  if (!speakers.some((speaker) => speaker.id === id))
    stubs.set(id, {
      id,
      name: name ?? "the publisher, to be named",
      type: "publication",
      kind: usualKind("publication", speakers) ?? known.vocabulary.kinds.at(-1)?.id,
      review: ["name", "kind"]
    });
  return id;
}
