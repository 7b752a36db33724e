import type * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { halo } from "../marks/halo.ts";
import { labels } from "../marks/pixel-plot.ts";
import { textWidth } from "../marks/text-width.ts";
import { symbolPlace } from "./calendar-events.ts";
import { monthEnd, type PlacedEvent } from "./calendar-layout.ts";

/** What the page tells most of, in few words. */
const landmarks: Readonly<Record<string, string>> = {
  "putin-offer": "Putin’s offer",
  "kremlin-confirms-talks": "The Kremlin confirms talks",
  "china-controls-rare-earths": "China controls exports",
  "rosneft-takes-tomtor-licence": "Tomtor’s licence changes hands"
};
const textSize = 13;
const gap = 12;

/** The names of landmarks, to the right of symbol or bar where no other event stands. */
export function landmarkLabels(events: readonly PlacedEvent[], canvas: Canvas): Plot.Markish {
  const named = events.flatMap((event) => {
    const text = landmarks[event.row.evidence[0] ?? ""];
    if (text === undefined) return [];
    const from = event.day === null ? monthEnd(event.month, canvas) : symbolPlace(event, canvas);
    const end = from + gap + textWidth(text, textSize);
    const isInTheWay = (other: PlacedEvent): boolean => {
      const x = symbolPlace(other, canvas);
      return other !== event && other.y === event.y && x > from && x < end + gap;
    };
    return events.some(isInTheWay) ? [] : [{ x: from + gap, y: event.y + 5, text }];
  });
  return labels(named, { fontSize: textSize, fill: "var(--ink2)", ...halo });
}
