import type { Voice } from "../../ledger/schema.ts";
import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";

/** Who says something and where, in the words that label a mark. */
export interface Attribution {
  /** "Oleg Kazanov, Rosnedra", "Ministry of Natural Resources". */
  speaker: string;
  /** "in Reuters, via Rare Earth Exchanges"; "its own statement" for a publication's own statement. */
  where: string;
}

/** What a statement needs to have for its attribution: a figure or a position. */
export type Attributed = Pick<FigureRow, "speaker" | "chain"> & { voice: Voice };

/** This notebook's list of statements seen second-hand: it holds them, but is no outlet that reported them. */
const ownList = "this-notebook";

/** "Ministry of Natural Resources": a figure about Russia need not say whose ministry it is. */
export const withoutCountry = (speaker: string): string => speaker.replace(/ of Russia$/, "");

/** Names the speaker, with the office spoken for, and the chain of outlets from the first reporter to the publisher. */
export function attribution(statement: Attributed, { speakers }: Pick<Tables, "speakers">): Attribution {
  const name = (id: string) => speakers.rows.find((row) => row.id === id)?.name ?? id;
  const affiliation = speakers.rows.find(({ id }) => id === statement.speaker)?.affiliation;
  const speaker = affiliation ? `${name(statement.speaker)}, ${name(affiliation)}` : name(statement.speaker);
  const [first = "", ...relays] = statement.chain.filter((id) => id !== statement.speaker && id !== ownList).map(name);
  const via = relays.map((relay) => `, via ${relay}`).join("");
  const where = first ? `in ${first}${via}` : "its own statement";
  return {
    speaker: withoutCountry(speaker),
    where: statement.voice === "gloss" ? `${where}, as a gloss` : where
  };
}
