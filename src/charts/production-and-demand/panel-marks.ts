import type * as Plot from "@observablehq/plot";
import { remarkedText } from "../marks/remarked-text.ts";
import { type YearPanel, yearAxes } from "../marks/year-panel.ts";
import { capitalised, displayUnits } from "../words/format.ts";
import { panelHeading } from "./number-panels.ts";

const { kt } = displayUnits;

/** A panel's axes and its heading: what it counts, and what the article says of the time. */
export function panelMarks(panel: YearPanel, metric: string, time: string): Plot.Markish {
  const y = panel.top - panelHeading + 14;
  return [
    yearAxes(panel, kt.sign),
    remarkedText({
      x: panel.left,
      y,
      text: capitalised(metric),
      fontSize: 14.5,
      remark: time,
      remarkSize: 13,
      fill: "var(--ink2)"
    })
  ];
}
