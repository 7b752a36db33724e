import type { Size } from "../chart.ts";
import { keyHeight } from "../marks/kind-key.ts";
import { type CalendarRow, kindOf, monthsOf } from "./calendar-rows.ts";
import { daysIn } from "./event-months.ts";

/** Where things stand, by size: the days between `left` and `right` px from the edges, before them the counts. */
interface Layout {
  counts: number;
  left: number;
  right: number;
  /** How many days apart two symbols need to be to stand in one line, at the size's narrowest. */
  apart: number;
}
export const calendarLayouts: Readonly<Record<Size, Layout>> = {
  sm: { counts: 67, left: 94, right: 4, apart: 3 },
  md: { counts: 114, left: 144, right: 4, apart: 2 },
  lg: { counts: 114, left: 144, right: 172, apart: 1 }
};
const headHeight = 34;
const line = 18;
const gap = 7;

/** An event at its height; `day` is null where the sources give none. */
export interface PlacedEvent {
  row: CalendarRow;
  month: string;
  day: number | null;
  y: number;
}

/** A month at the height of its first line. */
export interface PlacedMonth {
  month: string;
  y: number;
  events: PlacedEvent[];
}

/** Where a day's middle stands, in whole px; months are as long as their days. */
export function dayPlace(day: number, { size, width }: { size: Size; width: number }): number {
  const { left, right } = calendarLayouts[size];
  return Math.round(left + ((day - 0.5) / 31) * (width - left - right));
}

/** Where a month ends, in px. */
export const monthEnd = (month: string, canvas: { size: Size; width: number }): number =>
  dayPlace(daysIn(month) + 0.5, canvas);

/** Every month under each other, its days in as few lines as keep symbols apart, below them what has no day. */
export function placedMonths(rows: readonly CalendarRow[], size: Size) {
  const months: PlacedMonth[] = [];
  const head = keyHeight(kindsOf(rows), size) + headHeight;
  let top = head;
  for (const { date: month, events } of monthsOf(rows)) {
    const lines = linesOf(events, calendarLayouts[size].apart);
    months.push({
      month,
      y: top + line / 2,
      events: lines.flatMap((rows, index) =>
        rows.map((row) => ({ row, month, day: hasDay(row) ? dayOf(row) : null, y: top + (index + 0.5) * line }))
      )
    });
    top += Math.max(1, lines.length) * line + gap;
  }
  return { months, head, bottom: top };
}

/** The kinds of source that are drawn. */
export const kindsOf = (rows: readonly CalendarRow[]): string[] => [
  ...new Set(monthsOf(rows).flatMap(({ events }) => events.map(kindOf)))
];

/** Events in the first line that has room for them, those without a day in lines of their own. */
function linesOf(events: readonly CalendarRow[], apart: number): CalendarRow[][] {
  const lines: CalendarRow[][] = [];
  for (const event of events.filter(hasDay)) {
    const free = lines.find((others) => others.every((other) => Math.abs(dayOf(other) - dayOf(event)) >= apart));
    if (free) free.push(event);
    else lines.push([event]);
  }
  return [...lines, ...events.filter((event) => !hasDay(event)).map((event) => [event])];
}

const hasDay = ({ date }: CalendarRow): boolean => date.length === 10;
const dayOf = ({ date }: CalendarRow): number => Number(date.slice(8));
