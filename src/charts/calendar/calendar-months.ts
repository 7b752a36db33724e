import type * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { svgNode } from "../marks/svg-node.ts";
import { dateText, noBreakSpace } from "../words/format.ts";
import { shortDate } from "./calendar-events.ts";
import { calendarLayouts, dayPlace, monthEnd, type PlacedMonth } from "./calendar-layout.ts";

const ticks = [1, 10, 20, 31];
type Look = Readonly<Record<string, string | number>>;

/** Each month's name, which leads to the month in the list of the page, and how many events are dated to it. */
export const monthHeads =
  (months: readonly PlacedMonth[], { size, document }: Canvas): Plot.Markish =>
  () => {
    const heads = months.map(({ month, y }) => {
      const name = (size === "sm" ? shortDate(month) : dateText(month)).replaceAll(noBreakSpace, " ");
      return svgNode(document, "a", { href: `#m-${month}` }, svgNode(document, "text", { y: y + 5 }, name));
    });
    const counts = months
      .filter(({ events }) => events.length > 0)
      .map(({ events, y }) =>
        svgNode(document, "text", { x: calendarLayouts[size].counts, y: y + 5 }, String(events.length))
      );
    return svgNode(
      document,
      "g",
      { fill: "var(--ink)", "text-anchor": "start" },
      ...heads,
      svgNode(document, "g", { "font-weight": 600, "text-anchor": "end", "aria-hidden": "true" }, ...counts)
    );
  };

/** A line over the whole of each month, at its height. */
export const monthLines =
  (months: readonly { month: string; y: number }[], canvas: Canvas, look: Look): Plot.Markish =>
  () => {
    const { left } = calendarLayouts[canvas.size];
    const d = months.map(({ month, y }) => `M${left},${y}H${monthEnd(month, canvas)}`).join("");
    return svgNode(canvas.document, "path", { ...look, d });
  };

/** Lines at some days, from their numbers at the height of `head` down to the bottom. */
export const dayLines =
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
