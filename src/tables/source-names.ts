import type { Ledger } from "../ledger/schema.ts";

/** What each publication is called in one line: its publisher, with the edition or the date that tells it from others. */
export function sourceNames({ sources, speakers }: Ledger): { id: string; name: string }[] {
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]));
  return sources.map(({ id, publisher, edition, published }) => ({
    id,
    name: `${nameOf.get(publisher) ?? publisher}, ${edition ?? published.date}`
  }));
}
