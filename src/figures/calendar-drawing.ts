import * as Plot from "@observablehq/plot";
import {
  type Canvas,
  dateText,
  daysIn,
  dropEmptyLine,
  halo,
  keyHeight,
  kindKey,
  labels,
  noBreakSpace,
  pixelPlot,
  type Size,
  svgNode,
  symbolLook,
  textWidth
} from "../notebook/index.ts";
import { type CalendarRow, dayOf, hasDay, kindOf, kindsOf, landmarkOf, monthsOf, namesOf } from "./calendar-rows.ts";

/** Where things stand, by size: the days between `left` and `right` px from the edges, before them the counts. */
interface Layout {
  counts: number;
  left: number;
  right: number;
  /** How many days apart two symbols need to be to stand in one line, at the size's narrowest. */
  apart: number;
}
const calendarLayouts: Readonly<Record<Size, Layout>> = {
  sm: { counts: 67, left: 94, right: 4, apart: 5 },
  md: { counts: 114, left: 144, right: 4, apart: 2 },
  lg: { counts: 114, left: 144, right: 172, apart: 2 }
};
const headHeight = 34;
/** As high as what a finger finds. */
const line = 24;
const gap = 5;

/** An event at its height; `day` is null where the sources give none. */
interface PlacedEvent {
  row: CalendarRow;
  month: string;
  day: number | null;
  y: number;
}

/** A month at the height of its first line. */
interface PlacedMonth {
  month: string;
  y: number;
  events: PlacedEvent[];
}

/** Where a day's middle stands, in whole px; months are as long as their days. */
function dayPlace(day: number, { size, width }: { size: Size; width: number }): number {
  const { left, right } = calendarLayouts[size];
  return Math.round(left + ((day - 0.5) / 31) * (width - left - right));
}

/** Where a month ends, in px. */
const monthEnd = (month: string, canvas: { size: Size; width: number }): number =>
  dayPlace(daysIn(month) + 0.5, canvas);

/** Every month under each other, its days in as few lines as keep symbols apart, below them what has no day. */
function placedMonths(rows: readonly CalendarRow[], size: Size) {
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

/** Events in the first line that has room for them; landmarks, whose names stand beside them, and those without a day alone. */
function linesOf(events: readonly CalendarRow[], apart: number): CalendarRow[][] {
  const lines: CalendarRow[][] = [];
  for (const event of events.filter(hasDay)) {
    const isAlone = (others: readonly CalendarRow[]): boolean =>
      [event, ...others].some((one) => landmarkOf(one) !== undefined);
    const free = lines.find(
      (others) => !isAlone(others) && others.every((other) => Math.abs(dayOf(other) - dayOf(event)) >= apart)
    );
    if (free) free.push(event);
    else lines.push([event]);
  }
  return [...lines, ...events.filter((event) => !hasDay(event)).map((event) => [event])];
}

/** Where an event's symbol stands, in px: on its day, or before the bar of its month. */
const symbolPlace = ({ day }: PlacedEvent, canvas: Canvas): number =>
  day === null ? calendarLayouts[canvas.size].left - 11 : dayPlace(day, canvas);

/** A symbol for each event, as a link to the event in the list of the page. */
function eventSymbols(events: readonly PlacedEvent[], canvas: Canvas): Plot.Markish {
  return Plot.dot([...events], {
    ...symbolLook(({ row }: PlacedEvent) => kindOf(row).symbol),
    x: (event: PlacedEvent) => symbolPlace(event, canvas),
    y: "y",
    r: 4.5,
    href: ({ row }: PlacedEvent) => `#${row.evidence[0]}`,
    ariaLabel: spoken,
    sort: null,
    render: withBars(events, canvas)
  });
}

/** A symbol takes the pointer around it, too, and the bar of an event without a day as its symbol does. */
const withBars =
  (events: readonly PlacedEvent[], canvas: Canvas): Plot.RenderFunction =>
  (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const [place, link] of [...(group?.querySelectorAll("a") ?? [])].entries()) {
      const [event, symbol] = [events[place], link.firstElementChild];
      if (!event || !symbol) continue;
      dropEmptyLine(symbol);
      const transform = symbol.getAttribute("transform") ?? "";
      if (event.day !== null) {
        symbol.before(svgNode(canvas.document, "circle", { r: 12, transform }));
        continue;
      }
      const length = 14 + monthEnd(event.month, canvas) - symbolPlace(event, canvas);
      symbol.before(svgNode(canvas.document, "path", { class: "ring", d: `M-12-12h${length}v24H-12Z`, transform }));
    }
    group?.setAttribute("fill", "none");
    group?.setAttribute("pointer-events", "all");
    return group;
  };

/** "24 Feb 2025: Putin offers … (Izvestia)". */
function spoken({ row }: PlacedEvent): string {
  const [teller = ""] = namesOf(row);
  return `${shortDate(row.date).replaceAll(noBreakSpace, " ")}: ${row.title} (${withoutCountry(teller)})`;
}

/** "24 Feb 2025", "Feb 2025". */
const shortDate = (date: string): string => dateText(date).replace(/([A-Z][a-z]{2})[a-z]*/, "$1");

const ticks = [1, 10, 20, 31];
type Look = Readonly<Record<string, string | number>>;

/** Each month's name, which leads to the month in the list of the page, and how many events are dated to it. */
const monthHeads =
  (months: readonly PlacedMonth[], { size, document }: Canvas): Plot.Markish =>
  () => {
    const heads = months.map(({ month, y }) => {
      const name = (size === "sm" ? shortDate(month) : dateText(month)).replaceAll(noBreakSpace, " ");
      const target = svgNode(document, "path", {
        d: `M0 ${y - 12}h${calendarLayouts[size].counts}v24H0`,
        fill: "none"
      });
      return svgNode(document, "a", { href: `#m-${month}` }, target, svgNode(document, "text", { y: y + 5 }, name));
    });
    const counts = months
      .filter(({ events }) => events.length > 0)
      .map(({ events, y }) =>
        svgNode(document, "text", { x: calendarLayouts[size].counts, y: y + 5 }, String(events.length))
      );
    return svgNode(
      document,
      "g",
      { fill: "var(--ink)", "text-anchor": "start", "pointer-events": "all" },
      ...heads,
      svgNode(document, "g", { "font-weight": 600, "text-anchor": "end", "aria-hidden": "true" }, ...counts)
    );
  };

/** A line over the whole of each month, at its height. */
const monthLines =
  (months: readonly { month: string; y: number }[], canvas: Canvas, look: Look): Plot.Markish =>
  () => {
    const { left } = calendarLayouts[canvas.size];
    const d = months.map(({ month, y }) => `M${left},${y}H${monthEnd(month, canvas)}`).join("");
    return svgNode(canvas.document, "path", { ...look, d });
  };

/** Lines at some days, from their numbers at the height of `head` down to the bottom. */
const dayLines =
  (head: number, bottom: number, canvas: Canvas): Plot.Markish =>
  () => {
    const { document } = canvas;
    const numbers = ticks.map((day) =>
      svgNode(document, "text", { x: dayPlace(day, canvas), y: head - 11 }, String(day))
    );
    const d = ticks.map((day) => `M${dayPlace(day, canvas)},${head - 6}V${bottom}`).join("");
    return svgNode(
      document,
      "g",
      { fill: "var(--ink3)", "font-size": 12.5 },
      ...numbers,
      svgNode(document, "path", { stroke: "var(--rule)", d })
    );
  };

const textSize = 13;
const gapOfLandmarks = 12;

/** The names of landmarks, to the right of symbol or bar, or to the left where the drawing ends. */
function landmarkLabels(events: readonly PlacedEvent[], canvas: Canvas): Plot.Markish[] {
  const named = events.flatMap((event) => {
    const text = landmarkOf(event.row);
    if (text === undefined) return [];
    const from = event.day === null ? monthEnd(event.month, canvas) : symbolPlace(event, canvas);
    const isLeft = from + gapOfLandmarks + textWidth(text, textSize) > canvas.width;
    // A bar as long as the drawing is leaves room under neither end: the name stands on it.
    const x = !isLeft ? from + gapOfLandmarks : event.day === null ? from : from - gapOfLandmarks;
    return [{ x, y: event.y + 5, text, isLeft }];
  });
  const look = { fontSize: textSize, fill: "var(--ink2)", ...halo };
  return [
    labels(
      named.filter(({ isLeft }) => !isLeft),
      look
    ),
    labels(
      named.filter(({ isLeft }) => isLeft),
      { ...look, anchor: "end" }
    )
  ];
}

/** "Ministry of Natural Resources": a figure about Russia need not say whose ministry it is. */
const withoutCountry = (speaker: string): string => speaker.replace(/ of Russia$/, "");

/** How high the drawing is. */
export const calendarHeight = (size: Size, rows: readonly CalendarRow[]): number => placedMonths(rows, size).bottom;

/** Months downwards, days across, a symbol for each event. */
export function drawCalendar(rows: readonly CalendarRow[], canvas: Canvas): SVGSVGElement {
  const { months, head, bottom } = placedMonths(rows, canvas.size);
  const events = months.flatMap((month) => month.events);
  const withoutDay = events.filter(({ day }) => day === null);
  return pixelPlot(canvas, bottom, [
    kindKey(kindsOf(rows), canvas.size),
    dayLines(head, bottom, canvas),
    monthLines(months, canvas, { stroke: "var(--rule)" }),
    monthLines(withoutDay, canvas, { stroke: "var(--rule2)", "stroke-width": 3 }),
    landmarkLabels(events, canvas),
    monthHeads(months, canvas),
    eventSymbols(events, canvas)
  ]);
}
