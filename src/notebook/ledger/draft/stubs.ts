import type { Ledger, Speaker } from "../schema.ts";
import { slugOf } from "./names.ts";

type Known = Pick<Ledger, "vocabulary" | "speakers">;

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
    stubs.set(id, {
      id,
      name,
      type: isUnnamed ? "unnamed" : isPerson ? "person" : "organisation",
      kind: vocabulary.kinds.at(-1)?.id,
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
      kind: known.vocabulary.kinds[0]?.id,
      review: ["name", "kind"]
    });
  return id;
}
