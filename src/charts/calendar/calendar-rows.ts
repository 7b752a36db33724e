import type { Tables } from "../../tables/tables.ts";
import type { ChartRow } from "../chart.ts";
import { eventTeller, type Teller } from "../rows/event-teller.ts";
import { dateText } from "../words/format.ts";
import { type EventMonth, eventMonths } from "./event-months.ts";

/** An event with those who tell of it; its evidence is the event itself. */
export interface CalendarRow extends ChartRow {
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
export const kindOf = ({ tellers }: CalendarRow): string => tellers[0]?.kind ?? "";

/** The names of those who tell of an event, each once. */
export const namesOf = ({ tellers }: CalendarRow): string[] => [...new Set(tellers.map(({ name }) => name))];

/** Two neighbouring months and how many events fall in them. */
export interface Pair {
  months: readonly EventMonth<CalendarRow>[];
  count: number;
}

/** Neighbouring months, those with the most events first. */
export function neighbours(months: readonly EventMonth<CalendarRow>[]): Pair[] {
  return months
    .slice(1)
    .map((second, place) => months.slice(place, place + 1).concat(second))
    .map((pair) => ({ months: pair, count: pair.reduce((sum, { events }) => sum + events.length, 0) }))
    .sort((a, b) => b.count - a.count);
}

/** "February and March 2025", "December 2024 and January 2025". */
export function pairText({ months }: Pair): string {
  const [one = "", other = ""] = months.map(({ date }) => dateText(date));
  return `${one.slice(-4) === other.slice(-4) ? one.slice(0, -5) : one} and ${other}`;
}
