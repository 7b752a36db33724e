import type { FirstNumber } from "./first-number.ts";

/** What the script below notes in the page, in ms since the navigation began. */
export interface Observed {
  /** When the frame that first shows the number had been drawn. */
  firstNumber: number | null;
  /** When any text was first painted; text in a font that is still awaited is not. */
  firstPaint: number | null;
  /** The sum of all layout shifts so far, whatever their cause. */
  shift: number;
  /** By how much tasks were longer than 50 ms, in all: for so long the page could not answer. */
  blocking: number;
}

/**
 * The script that is run in a page before its own: it looks for the number at the start of each frame. A source text,
 * because a compiled function would carry its compiler's helpers into the page.
 */
export function observerScript({ tag, text }: FirstNumber): string {
  return `(() => {
  const observed = globalThis.observed = { firstNumber: null, firstPaint: null, shift: 0, blocking: 0 };
  const text = ${JSON.stringify(text)};
  const isIt = (block) =>
    block.textContent.slice(0, 3 * text.length).replace(/\\s+/g, " ").trimStart().startsWith(text) &&
    block.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    if ([...document.querySelectorAll(${JSON.stringify(`main ${tag}`)})].some(isIt)) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { observed.firstNumber = performance.now(); };
      port2.postMessage(null);
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) observed.firstPaint = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.blocking += entry.duration - 50;
  }).observe({ type: "longtask", buffered: true });
})()`;
}

/** When the first number was readable: in the layout and painted, by whichever came last. */
export const readable = ({ firstNumber, firstPaint }: Observed): number | null =>
  firstNumber === null || firstPaint === null ? null : Math.max(firstNumber, firstPaint);
