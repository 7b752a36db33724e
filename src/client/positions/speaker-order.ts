import { bothSides } from "../../charts/rows/joint-stance.ts";
import type { ShownPosition, ShownSpeaker } from "./read-positions.ts";

type Counted = Pick<ShownPosition, "stance">;

/** How much more is said for than against. */
const favour = (said: readonly Counted[]): number => {
  const { up, down } = bothSides(said.map(({ stance }) => stance));
  return up - down;
};

/** Ways to sort the speakers, by the name that the address gives them; the table's own order has none. */
export const orders: Readonly<Record<string, { label: string; rank: (said: readonly Counted[]) => number }>> = {
  most: { label: "most positions first", rank: (said) => -said.length },
  name: { label: "by name", rank: () => 0 },
  favourable: { label: "most in favour first", rank: (said) => -favour(said) },
  sceptical: { label: "most sceptical first", rank: favour }
};

/** The speakers in an order: by rank, then by name; as they came where the order has no such name. */
export function sorted<Speaker extends Pick<ShownSpeaker, "name">>(
  speakers: ReadonlyMap<Speaker, readonly Counted[]>,
  order: string
): Speaker[] {
  const rank = orders[order]?.rank;
  const found = [...speakers];
  if (rank) found.sort(([a, saidA], [b, saidB]) => rank(saidA) - rank(saidB) || a.name.localeCompare(b.name, "en"));
  return found.map(([speaker]) => speaker);
}
