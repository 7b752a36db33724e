import type { Voice } from "../ledger/schema.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { Tables } from "../tables/tables.ts";
import { noBreakSpace } from "../words/words.ts";

/** Who says something and where, in the words that label a mark. */
export interface Attribution {
  /** "Anna Minister, Mining Agency", "Geological Survey". */
  speaker: string;
  /** "in The Wire, via The Gazette"; "its own statement" for a publication's own statement. */
  where: string;
}

/** What a statement needs to have for its attribution: a figure or a position. */
type Attributed = Pick<QuantityRow, "speaker" | "chain"> & { voice: Voice };

/** Who keeps a list of statements seen second-hand, of which each has an address of its own: no outlet that reported them. */
const keepersOf = ({ sources }: Pick<Tables, "sources">): string[] =>
  sources.rows
    .filter(({ reading, url }) => reading === "second-hand" && url === null)
    .map(({ publisher }) => publisher);

/** Names the speaker, with the office spoken for, and the chain of outlets from the first reporter to the publisher. */
export function attribution(statement: Attributed, tables: Pick<Tables, "sources" | "speakers">): Attribution {
  const { rows } = tables.speakers;
  const name = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  const short = (id: string) => rows.find((row) => row.id === id)?.name_short ?? id;
  const affiliation = rows.find(({ id }) => id === statement.speaker)?.affiliation;
  const speaker = affiliation ? `${name(statement.speaker)}, ${short(affiliation)}` : short(statement.speaker);
  const keepers = keepersOf(tables);
  const [first = "", ...relays] = statement.chain
    .filter((id) => id !== statement.speaker && !keepers.includes(id))
    .map(name);
  const via = relays.map((relay) => `, via ${relay}`).join("");
  const where = first ? `in ${first}${via}` : "its own statement";
  return {
    speaker,
    where: statement.voice === "gloss" ? `${where}, as a gloss` : where
  };
}

/** Who tells of an event: a publication in one of its passages, "The Gazette ¶8", or the one who was heard second-hand. */
export interface Teller {
  name: string;
  kind: string;
  kind_label: string;
  /** The symbol of the kind. */
  symbol: string;
  /** Paragraph or page; empty for whom the record knows second-hand. */
  place: string;
}

/** Who tells of an event in one of its passages. Throws where the passage is of no source that the tables have. */
export function eventTeller(
  passage: string,
  { figures, sources, speakers }: Pick<Tables, "figures" | "sources" | "speakers">
): Teller {
  const voice = (kind: string) => ({
    kind,
    kind_label: speakers.rows.find((row) => row.kind === kind)?.kind_label ?? kind,
    symbol: symbolOfKind(kind, { speakers })
  });
  const statement = figures.rows.find(({ id }) => id === passage);
  if (statement) return { name: statement.speaker_name, ...voice(statement.speaker_kind), place: "" };
  const { source: id, place } = passagePlace(passage);
  const source = sources.rows.find((row) => row.id === id);
  if (!source) throw new Error(`an event is told in "${passage}", and there is no source "${id}"`);
  if (source.reading !== "second-hand") return { name: source.publisher_name, ...voice(source.kind), place };
  const heard = speakers.rows.find(({ name }) => name === place);
  return { name: place, ...voice(heard?.kind ?? source.kind), place: "" };
}

/** The symbol of a kind of voice, as the vocabulary gives it to each speaker of that kind; empty where nobody is of it. */
export const symbolOfKind = (kind: string, { speakers }: Pick<Tables, "speakers">): string =>
  speakers.rows.find((row) => row.kind === kind)?.symbol ?? "";

/** "The Gazette ¶8", "Anna Minister". */
export const tellerText = ({ name, place }: Teller): string => [name, place].filter(Boolean).join(noBreakSpace);

/** The source and the place of a passage that is no statement: "gazette ¶8", "survey-2026, p. 3". A place keeps its commas. */
export function passagePlace(passage: string): { source: string; place: string } {
  const [, source = passage, place = ""] = /^(.+?),? (.+)$/.exec(passage) ?? [];
  return { source, place };
}
