import * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { svgNode } from "../marks/svg-node.ts";
import { dropEmptyLine, symbolLook } from "../marks/symbols.ts";
import { withoutCountry } from "../rows/attribution.ts";
import { dateText, noBreakSpace } from "../words/format.ts";
import { calendarLayouts, dayPlace, monthEnd, type PlacedEvent } from "./calendar-layout.ts";
import { kindOf, namesOf } from "./calendar-rows.ts";

/** Where an event's symbol stands, in px: on its day, or before the bar of its month. */
export const symbolPlace = ({ day }: PlacedEvent, canvas: Canvas): number =>
  day === null ? calendarLayouts[canvas.size].left - 11 : dayPlace(day, canvas);

/** A symbol for each event, as a link to the event in the list of the page. */
export function eventSymbols(events: readonly PlacedEvent[], canvas: Canvas): Plot.Markish {
  return Plot.dot([...events], {
    ...symbolLook(({ row }: PlacedEvent) => kindOf(row)),
    x: (event: PlacedEvent) => symbolPlace(event, canvas),
    y: "y",
    r: 4.5,
    href: ({ row }: PlacedEvent) => `#${row.evidence[0]}`,
    ariaLabel: spoken,
    sort: null,
    render: withBars(events, canvas)
  });
}

/** The bar of an event without a day takes the pointer as its symbol does. */
const withBars =
  (events: readonly PlacedEvent[], canvas: Canvas): Plot.RenderFunction =>
  (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const [place, link] of [...(group?.querySelectorAll("a") ?? [])].entries()) {
      const [event, symbol] = [events[place], link.firstElementChild];
      if (!event || !symbol) continue;
      dropEmptyLine(symbol);
      if (event.day !== null) continue;
      const length = 10 + monthEnd(event.month, canvas) - symbolPlace(event, canvas);
      const transform = symbol.getAttribute("transform") ?? "";
      symbol.before(svgNode(canvas.document, "path", { class: "ring", d: `M-8-8h${length}v16H-8Z`, transform }));
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
export const shortDate = (date: string): string => dateText(date).replace(/([A-Z][a-z]{2})[a-z]*/, "$1");
