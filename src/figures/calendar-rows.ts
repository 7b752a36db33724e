import {
  type EventMonth,
  eventMonths,
  eventTeller,
  type FigureRow,
  statementId,
  type Tables,
  type Teller
} from "../notebook/index.ts";

/** An event with those who tell of it; its evidence is the event itself. */
export interface CalendarRow extends FigureRow {
  /** "2025-02-24", "2025-02" or "2025", as precise as the sources date it. */
  date: string;
  title: string;
  topic: string;
  tellers: Teller[];
  /** Why the date is an inference; null where it is printed. */
  inferred: string | null;
}

/** Every event, in order of time. */
export const calendarRows = (tables: Tables): CalendarRow[] =>
  tables.events.rows.map(({ id, date, title, topic_label, passages, inferred }) => ({
    evidence: [id],
    date,
    title,
    topic: topic_label,
    tellers: passages.map((passage) => eventTeller(passage, tables)),
    inferred
  }));

/** The months that are drawn; what is dated to a year alone has no place among them. */
export const monthsOf = (rows: readonly CalendarRow[]): EventMonth<CalendarRow>[] =>
  eventMonths(rows.filter(({ date }) => date.length > 4));

/** The kind of source that an event's symbol shows: that of the first who tells of it. */
export function kindOf({ tellers }: CalendarRow): { symbol: string; text: string } {
  const { symbol = "", kind_label: text = "" } = tellers[0] ?? {};
  return { symbol, text };
}

/** The names of those who tell of an event, each once. */
export const namesOf = ({ tellers }: CalendarRow): string[] => [...new Set(tellers.map(({ name }) => name))];

/** The kinds of source that are drawn. */
export const kindsOf = (rows: readonly CalendarRow[]): { symbol: string; text: string }[] => [
  ...new Set(monthsOf(rows).flatMap(({ events }) => events.map(kindOf)))
];

export const hasDay = ({ date }: CalendarRow): boolean => date.length === 10;
export const dayOf = ({ date }: CalendarRow): number => Number(date.slice(8));

/** What the page tells most of, in few words. */
const landmarks: Readonly<Record<string, string>> = {
  "putin-offer": "Putin’s offer",
  "kremlin-confirms-talks": "The Kremlin confirms talks",
  "china-controls-rare-earths": "China controls exports",
  "rosneft-takes-tomtor-licence": "Tomtor’s new owner"
};

/** The short name of an event that the drawing names. */
export const landmarkOf = ({ evidence }: CalendarRow): string | undefined => landmarks[statementId({ evidence })];
