import type { Ledger, LedgerEvent } from "../ledger/schema.ts";
import { type Table, wordsOf } from "./lookups.ts";

export interface EventRow {
  id: string;
  date: string;
  precision: LedgerEvent["precision"];
  inferred: string | null;
  title: string;
  topic: string;
  topic_label: string;
  speakers: string[];
  places: string[];
  passages: string[];
  urls: string[];
}

/** One row a dated event, in order of time, with the passages that tell of it. */
export function compileEvents(ledger: Ledger): Table<EventRow> {
  const urls = new Map([
    ...ledger.sources.map(({ id, url }): [string, string | null] => [id, url]),
    ...ledger.sources.flatMap(({ url: home, figures }) =>
      figures.map(({ id, url }): [string, string | null] => [id, url ?? home])
    )
  ]);
  const topic = wordsOf(ledger.vocabulary.topics);
  const rows = ledger.events
    .map(({ passages, ...event }) => ({
      ...event,
      topic_label: topic(event.topic) ?? event.topic,
      passages: passages.map(passageText),
      urls: passages.map(({ source, statement, url }) => url ?? urls.get(statement ?? source) ?? "")
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return { name: "events", title: "Events", description, columns, rows };
}

/** "gazette ¶8", the id of a statement, or "survey-2026, p. 3". */
function passageText({ source, paragraph, statement, place }: LedgerEvent["passages"][number]): string {
  if (paragraph !== undefined) return `${source} ¶${paragraph}`;
  return statement ?? `${source}, ${place}`;
}

const description = "What happened when, as far as the publications date it.";

const columns = [
  { name: "id", type: "string", description: "Stable name." },
  { name: "date", type: "string", description: "Date, to `precision`." },
  { name: "precision", type: "string", description: "day, month or year." },
  { name: "inferred", type: "string", description: "Why the date is an inference; empty where it is printed." },
  { name: "title", type: "string", description: "What happened, in this notebook’s words." },
  { name: "topic", type: "string", description: "The topic, from the vocabulary." },
  { name: "topic_label", type: "string", description: "The topic in words." },
  { name: "speakers", type: "list", description: "Who took part; see table `speakers`." },
  { name: "places", type: "list", description: "Where; see table `places`." },
  {
    name: "passages",
    type: "list",
    description: "What tells of it: source and paragraph, a statement of table `figures`, or source and place."
  },
  { name: "urls", type: "list", description: "The address of each passage, in the same order." }
] as const satisfies Table<EventRow>["columns"];
