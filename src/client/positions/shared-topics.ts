import { jointStance } from "../../charts/rows/joint-stance.ts";
import type { ShownPosition } from "./read-positions.ts";

type Said = Pick<ShownPosition, "topic" | "stance">;

/** What two speakers have in common, in a sentence or two: the topics of both, in the order of `topics`, and on which of them they part. */
export function sharedTopics(left: readonly Said[], right: readonly Said[], topics: readonly string[]): string {
  const shared = topics.filter((topic) => [left, right].every((side) => side.some((said) => said.topic === topic)));
  if (shared.length === 0) return "They speak on no topic in common.";
  const isSame = (topic: string): boolean => stanceOn(topic, left) === stanceOn(topic, right);
  const same = shared.filter(isSame);
  const apart = shared.filter((topic) => !isSame(topic));
  return [
    same.length > 0 ? `Same stance: ${same.join(", ")}.` : "",
    apart.length > 0 ? `Different stance: ${apart.join(", ")}.` : ""
  ]
    .filter(Boolean)
    .join(" ");
}

const stanceOn = (topic: string, said: readonly Said[]) =>
  jointStance(said.filter((position) => position.topic === topic).map(({ stance }) => stance));
