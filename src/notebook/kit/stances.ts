import type { Stance } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { Tables } from "../tables/tables.ts";

/** One stance for several statements: mixed where they differ, `describes` where none takes a side. */
export function jointStance(stances: readonly Stance[]): Stance {
  const favourable = stances.some((stance) => stance === "favourable" || stance === "mixed");
  const sceptical = stances.some((stance) => stance === "sceptical" || stance === "mixed");
  if (favourable) return sceptical ? "mixed" : "favourable";
  return sceptical ? "sceptical" : "describes";
}

/** How many statements speak for and how many against; a mixed one does both. */
export function bothSides(stances: readonly Stance[]): { up: number; down: number } {
  const count = (side: Stance) => stances.filter((stance) => stance === side || stance === "mixed").length;
  return { up: count("favourable"), down: count("sceptical") };
}

/** Positions on a place or on one that lies within it: a tally counts no voice on another place. */
export function positionsAbout(
  subject: string,
  { positions, places }: Pick<Tables, "positions" | "places">
): PositionRow[] {
  const within = new Set([subject]);
  for (const inner of within) for (const { id, within: outer } of places.rows) if (outer === inner) within.add(id);
  return positions.rows.filter((position) => within.has(position.subject));
}
