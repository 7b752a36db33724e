import { eventSymbols } from "./calendar/calendar-events.ts";
import { kindsOf, placedMonths } from "./calendar/calendar-layout.ts";
import { dayLines, monthHeads, monthLines } from "./calendar/calendar-months.ts";
import {
  type CalendarRow,
  calendarRows,
  kindOf,
  monthsOf,
  namesOf,
  neighbours,
  pairText
} from "./calendar/calendar-rows.ts";
import { landmarkLabels } from "./calendar/landmarks.ts";
import type { Chart } from "./chart.ts";
import { kindKey } from "./marks/kind-key.ts";
import { pixelPlot } from "./marks/pixel-plot.ts";
import { symbolStyle } from "./marks/symbols.ts";
import { tellerText } from "./rows/event-teller.ts";
import { firstOf } from "./rows/pick.ts";
import { capitalised, dateText, listed, numberWord } from "./words/format.ts";
import { unless } from "./words/unless.ts";

const name = "event-calendar";

export const eventCalendar: Chart<CalendarRow> = {
  name,

  select: calendarRows,

  words(rows) {
    const months = monthsOf(rows);
    const all = months.reduce((sum, { events }) => sum + events.length, 0);
    const busiest = firstOf(name, "two months with events", neighbours(months));
    const alone = toldAlone(busiest.months.flatMap(({ events }) => events));
    const others = months.filter((month) => !busiest.months.includes(month)).map(({ events }) => events.length);
    const empty = months.filter(({ events }) => events.length === 0).map(({ date }) => dateText(date));
    const yearOnly = rows.length - all;
    return {
      title: `${busiest.count} of ${all} dated events fall in ${pairText(busiest)}`,
      subtitle: `Events in the record by month and day, ${dateText(months[0]?.date ?? "")} to ${dateText(months.at(-1)?.date ?? "")}`,
      howToRead:
        "A symbol is an event on its day; before a bar, one of that month without a day. Its shape is the kind of source that tells of it.",
      notes: [
        `${alone}Where several sources tell of an event, the shape is that of the first in the table. A month without an event is a gap in what was read, and perhaps in what happened.`,
        yearOnly > 0
          ? `${capitalised(numberWord(yearOnly))} more, dated to a year alone, ${yearOnly === 1 ? "is" : "are"} not drawn.`
          : ""
      ].filter(Boolean),
      description: `A calendar of ${all} events, months downwards, days across. ${busiest.count} fall in ${pairText(busiest)}. ${alone}No other month has more than ${numberWord(Math.max(0, ...others))}${empty.length > 0 ? `; ${listed(empty)} ${empty.length === 1 ? "has" : "have"} none` : ""}.`
    };
  },

  doubts(rows) {
    const months = monthsOf(rows);
    const all = months.reduce((sum, { events }) => sum + events.length, 0);
    const [first, second] = neighbours(months);
    if (!first) return ["there are no two months with events"];
    return [
      ...unless(2 * first.count > all, `they are ${first.count} of ${all} events, not more than half`),
      ...unless(second?.count !== first.count, "two other neighbouring months have as many")
    ];
  },

  columns: [
    { label: "Date", align: "start", text: ({ date }) => dateText(date) },
    { label: "Event", align: "start", text: ({ title }) => title },
    { label: "Topic", align: "start", text: ({ topic }) => topic },
    { label: "Told by", align: "start", text: ({ tellers }) => [...new Set(tellers.map(tellerText))].join(", ") },
    { label: "Kind of source", align: "start", text: (row) => symbolStyle(kindOf(row)).label },
    { label: "Where the date is inferred", align: "start", text: ({ inferred }) => inferred ?? "" }
  ],

  height: (size, rows) => placedMonths(rows, size).bottom,

  draw(rows, canvas) {
    const { months, head, bottom } = placedMonths(rows, canvas.size);
    const events = months.flatMap((month) => month.events);
    const withoutDay = events.filter(({ day }) => day === null);
    return pixelPlot(canvas, bottom, [
      kindKey(kindsOf(rows), canvas.size),
      dayLines(head, bottom, canvas),
      monthLines(months, canvas, { stroke: "var(--rule)" }),
      monthLines(withoutDay, canvas, { stroke: "var(--rule2)", "stroke-width": 3 }),
      canvas.size === "lg" ? landmarkLabels(events, canvas) : [],
      monthHeads(months, canvas),
      eventSymbols(events, canvas)
    ]);
  }
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
