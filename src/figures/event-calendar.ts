import {
  capitalised,
  dateText,
  type EventMonth,
  type Figure,
  firstOf,
  listed,
  numberWord,
  tellerText,
  unless
} from "../notebook/index.ts";
import { calendarHeight, drawCalendar } from "./calendar-drawing.ts";
import { type CalendarRow, calendarRows, kindOf, monthsOf, namesOf } from "./calendar-rows.ts";

/** Two neighbouring months and how many events fall in them. */
interface Pair {
  months: readonly EventMonth<CalendarRow>[];
  count: number;
}

/** Neighbouring months, those with the most events first. */
function neighbours(months: readonly EventMonth<CalendarRow>[]): Pair[] {
  return months
    .slice(1)
    .map((second, place) => months.slice(place, place + 1).concat(second))
    .map((pair) => ({ months: pair, count: pair.reduce((sum, { events }) => sum + events.length, 0) }))
    .sort((a, b) => b.count - a.count);
}

/** "February and March 2025", "December 2024 and January 2025". */
function pairText({ months }: Pair): string {
  const [one = "", other = ""] = months.map(({ date }) => dateText(date));
  return `${one.slice(-4) === other.slice(-4) ? one.slice(0, -5) : one} and ${other}`;
}

const name = "event-calendar";

export const eventCalendar: Figure<CalendarRow> = {
  name,

  select: calendarRows,

  words(rows) {
    const months = monthsOf(rows);
    const all = months.reduce((sum, { events }) => sum + events.length, 0);
    const busiest = firstOf(name, "two months with events", neighbours(months));
    const [first, last] = [months, months.slice(-1)].map((some) => dateText(firstOf(name, "month", some).date));
    const alone = toldAlone(busiest.months.flatMap(({ events }) => events));
    const others = months.filter((month) => !busiest.months.includes(month)).map(({ events }) => events.length);
    const empty = months.filter(({ events }) => events.length === 0).map(({ date }) => dateText(date));
    const yearOnly = rows.length - all;
    return {
      title: `${busiest.count} of ${all} dated events fall in ${pairText(busiest)}`,
      subtitle: `Events in the record by month and day, ${first} to ${last}`,
      howToRead:
        "A symbol stands on the day of its event; before a grey bar, only the month is known. Its shape is the kind of source that tells of it, the first where several do.",
      notes: [
        `${alone}${empty.length > 0 ? "A month without an event is a gap in what was read, and perhaps in what happened." : ""}`.trim(),
        yearOnly > 0
          ? `${capitalised(numberWord(yearOnly))} ${yearOnly === 1 ? "event, dated only to its year, is" : "events, dated only to their years, are"} not drawn.`
          : ""
      ].filter(Boolean),
      description: `A calendar of ${all} events, months downwards, days across. ${busiest.count} fall in ${pairText(busiest)}. ${alone}No other month has more than ${numberWord(Math.max(0, ...others))}${empty.length > 0 ? `; ${listed(empty)} ${empty.length === 1 ? "has" : "have"} none` : ""}.`
    };
  },

  doubts(rows) {
    const months = monthsOf(rows);
    const all = months.reduce((sum, { events }) => sum + events.length, 0);
    const [first, second] = neighbours(months);
    if (!first) return unless(false, "there are no two months with events", rows);
    const within = (pair: Pair) => pair.months.flatMap(({ events }) => events);
    const others = rows.filter((row) => !within(first).includes(row));
    return [
      ...unless(2 * first.count > all, `they are ${first.count} of ${all} events, not more than half`, others),
      ...(second?.count === first.count
        ? unless(false, "two other neighbouring months have as many", within(second))
        : [])
    ];
  },

  columns: [
    { label: "Date", align: "start", text: ({ date }) => dateText(date), value: ({ date }) => date },
    { label: "Event", align: "start", text: ({ title }) => title },
    { label: "Topic", align: "start", text: ({ topic }) => topic },
    { label: "Told by", align: "start", text: ({ tellers }) => [...new Set(tellers.map(tellerText))].join(", ") },
    { label: "Kind of source", align: "start", text: (row) => kindOf(row).text },
    { label: "Where the date is inferred", align: "start", text: ({ inferred }) => inferred ?? "" }
  ],

  height: calendarHeight,

  draw: drawCalendar
};

/** "Seven of the 16 are told by Izvestia alone. ": who most often is the only one to tell of an event; "" where nobody is. */
function toldAlone(events: readonly CalendarRow[]): string {
  const alone = events.map(namesOf).flatMap(([teller = "", ...others]) => (others.length === 0 ? [teller] : []));
  const countOf = (teller: string): number => alone.filter((other) => other === teller).length;
  const [most] = [...alone].sort((a, b) => countOf(b) - countOf(a));
  if (most === undefined) return "";
  const told = countOf(most);
  return `${capitalised(numberWord(told))} of the ${events.length} ${told === 1 ? "is" : "are"} told by ${most} alone. `;
}
