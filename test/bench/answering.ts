import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** The middle of the first symbol of the page's first figure that has any, brought to the middle of the screen. */
const firstSymbol = `(() => {
  const symbols = [...document.querySelectorAll("main figure svg a[aria-label]")];
  const symbol = symbols.find((each) => each.getBoundingClientRect().width > 0);
  symbol?.scrollIntoView({ block: "center", behavior: "instant" });
  return symbol !== undefined;
})()`;

const middle = `(() => {
  const symbol = [...document.querySelectorAll("main figure svg a[aria-label]")]
    .find((each) => each.getBoundingClientRect().width > 0)?.getBoundingClientRect();
  return symbol && { x: symbol.left + symbol.width / 2, y: symbol.top + symbol.height / 2 };
})()`;

const answered = `[...document.querySelectorAll(".tip")].some((tip) => !tip.hidden && tip.textContent !== "")`;

/**
 * How long, in ms, from when the reader turns to the page's first figure until it answers the pointer on a symbol with a
 * word; undefined where no figure has a symbol.
 */
export async function timeToAnswer(page: Page): Promise<number | undefined> {
  const began = performance.now();
  if (!(await page.evaluate(firstSymbol))) return undefined;
  while (performance.now() - began < 30_000) {
    // Onto the symbol, and off again: what wakes meanwhile takes the next coming for the first.
    const place = await page.evaluate<{ x: number; y: number } | undefined>(middle);
    if (place) await page.mouse.move(place.x, place.y);
    if (await page.evaluate(answered)) return performance.now() - began;
    await page.mouse.move(1, 1);
    await setTimeout(20);
  }
  throw new Error(`${page.url()} has a figure that never answered`);
}
