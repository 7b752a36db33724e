import type * as Plot from "@observablehq/plot";
import { halo } from "../marks/halo.ts";
import { labels } from "../marks/pixel-plot.ts";
import { wrapText } from "../marks/text-width.ts";
import type { YearPanel } from "../marks/year-panel.ts";
import { numberPlace } from "./number-place.ts";
import type { UsNumberRow } from "./us-numbers.ts";

/** Stands to the right of what was used, under its last number. */
export function noPresentDemand(chart: string, panel: YearPanel, used: readonly UsNumberRow[]): Plot.Markish {
  const last = used.at(-1);
  const x = last ? panel.x(last.year) + 9 : panel.x(panel.years[0] ?? 0);
  const y = last ? numberPlace(chart, panel, last).y + 26 : panel.y(20) - 12;
  const lines = wrapText("The article gives no present demand", panel.right - x, 13);
  return labels(
    lines.map((text, index) => ({ x, y: y + index * 17, text })),
    { fontSize: 13, fill: "var(--ink2)", ...halo }
  );
}
