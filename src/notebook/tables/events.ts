import { precision } from "../ledger/schema/fields.ts";
import type { Ledger, LedgerEvent } from "../ledger/schema.ts";
import { wordsOf } from "./lookups.ts";
import { columnsOf, idIn, isoDate, list, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

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
      topic_label: topic(event.topic),
      passages: passages.map(passageText),
      urls: passages.map(({ source, statement, url }) => url ?? urls.get(statement ?? source) ?? "")
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return { name: "events", title: "Events", description, columns: columnsOf(columns), rows };
}

/** "gazette ¶8", the id of a statement, or "survey-2026, p. 3". */
function passageText({ source, paragraph, statement, place }: LedgerEvent["passages"][number]): string {
  if (paragraph !== undefined) return `${source} ¶${paragraph}`;
  return statement ?? `${source}, ${place}`;
}

const description = "What happened when, as far as the publications date it.";

const columns = {
  id: text("Stable name."),
  date: text("Date, to `precision`.", isoDate),
  precision: oneOf(precision.options, "day, month or year."),
  inferred: orEmpty(text("Why the date is an inference; empty where it is printed.")),
  title: text("What happened, in this notebook’s words."),
  topic: text("The topic, from the vocabulary."),
  topic_label: text("The topic in words."),
  speakers: idIn("speakers", list("Who took part; see table `speakers`.")),
  places: idIn("places", list("Where; see table `places`.")),
  passages: list("What tells of it: source and paragraph, a statement of table `figures`, or source and place."),
  urls: list("The address of each passage, in the same order.")
};

export type EventRow = RowOf<typeof columns>;
