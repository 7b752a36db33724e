import type { Tables } from "../../tables/tables.ts";
import { noBreakSpace } from "../words/format.ts";

/** Who tells of an event: a publication in one of its passages, "Izvestia ¶8", or the one who was heard second-hand. */
export interface Teller {
  name: string;
  kind: string;
  /** Paragraph or page; empty for whom the record knows second-hand. */
  place: string;
}

/** Who tells of an event in one of its passages. Throws where the passage is of no source that the tables have. */
export function eventTeller(
  passage: string,
  { figures, sources, speakers }: Pick<Tables, "figures" | "sources" | "speakers">
): Teller {
  const statement = figures.rows.find(({ id }) => id === passage);
  if (statement) return { name: statement.speaker_name, kind: statement.speaker_kind, place: "" };
  const { source: id, place } = passagePlace(passage);
  const source = sources.rows.find((row) => row.id === id);
  if (!source) throw new Error(`an event is told in "${passage}", and there is no source "${id}"`);
  if (source.reading !== "second-hand") return { name: source.publisher_name, kind: source.kind, place };
  return { name: place, kind: speakers.rows.find(({ name }) => name === place)?.kind ?? source.kind, place: "" };
}

/** "Izvestia ¶8", "Anton Alikhanov". */
export const tellerText = ({ name, place }: Teller): string => [name, place].filter(Boolean).join(noBreakSpace);

/** The source and the place of a passage that is no statement: "izvestia ¶8", "usgs-mcs-2026, p. 153". */
export function passagePlace(passage: string): { source: string; place: string } {
  const [source = "", ...place] = passage.split(/,? /);
  return { source, place: place.join(" ") };
}
