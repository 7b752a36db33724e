import type { Canvas, Size } from "../chart.ts";
import { ticksTo } from "../marks/ticks.ts";
import { fifthYears, type YearPanel, yearPanel } from "../marks/year-panel.ts";
import { displayUnits } from "../words/format.ts";

const { kt } = displayUnits;

/** Heights in px: a panel's heading, its plot and its years; the room between two panels. */
export const panelHeading = 50;
const yearsHeight = 24;
const plot: Readonly<Record<Size, number>> = { sm: 190, md: 220, lg: 240 };
const gap: Readonly<Record<Size, number>> = { sm: 54, md: 56, lg: 76 };

/** The height of a figure with a panel for production and one for demand: side by side, on a phone under each other. */
export function panelsHeight(size: Size): number {
  const panel = panelHeight(size);
  return size === "sm" ? 2 * panel + gap.sm : panel;
}

const panelHeight = (size: Size): number => panelHeading + plot[size] + yearsHeight;

/** The two panels on one scale, and the point between them; the amount is in tonnes. */
export function numberPanels({ size, width }: Canvas, first: number, last: number, most: number) {
  const isStacked = size === "sm";
  const wide = isStacked ? width : (width - gap[size]) / 2;
  const high = panelHeight(size);
  const place = (left: number, top: number): YearPanel =>
    yearPanel({
      left,
      right: left + wide,
      top: top + panelHeading,
      bottom: top + panelHeading + plot[size],
      span: [first, last + 1],
      years: fifthYears(first, last),
      ticks: ticksTo(most / kt.factor)
    });
  const today = place(0, 0);
  return {
    today,
    later: isStacked ? place(0, high + gap.sm) : place(wide + gap[size], 0),
    middle: {
      x: width / 2,
      y: (isStacked ? high + gap.sm / 2 : (today.top + today.bottom) / 2) + 10
    },
    room: wide - 90
  };
}
