import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import type { FirstNumber } from "./first-number.ts";
import { type Observed, observerScript, readable } from "./observe-page.ts";
import { type Transfer, Transfers } from "./transfers.ts";

/** What one visit of a page found. "Before" is before any interaction, "after" when all has been scrolled through. */
export interface Visit {
  /** ms from the start of the navigation until the first number could be read. */
  firstNumber: number;
  before: readonly Transfer[];
  after: readonly Transfer[];
  shiftBefore: number;
  shiftAfter: number;
}

/** Slow 4G as Lighthouse applies it to requests, and a processor a quarter as fast. */
const slow = {
  network: { offline: false, latency: 562, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 },
  processor: 4
};

/** A phone, for which slow 4G and the slow processor stand. */
const viewport = { width: 390, height: 844 };

/** Opens a page as a first-time reader, waits until it rests, scrolls through to its end, and waits again. */
export async function visit(
  browser: Browser,
  address: string,
  number: FirstNumber,
  { throttled }: { throttled: boolean }
): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await Transfers.of(session);
    if (throttled) {
      await session.send("Network.emulateNetworkConditions", slow.network);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slow.processor });
    }
    await page.addInitScript(observerScript(number));
    await page.goto(address, { waitUntil: "load", timeout: 60_000 });
    const rest = throttled ? 1500 : 600;
    await transfers.quiet(rest);
    const firstNumber = await readableNumber(page, address, number);
    await transfers.quiet(rest);
    const before = [...transfers.done];
    const shiftBefore = (await observed(page)).shift;
    await scrollThrough(page, () => transfers.quiet(rest));
    const shiftAfter = (await observed(page)).shift;
    const error = page.locator(".observablehq--error").first();
    if ((await error.count()) > 0) throw new Error(`${address} has a cell that fails: ${await error.textContent()}`);
    return { firstNumber, before, after: transfers.done, shiftBefore, shiftAfter };
  } finally {
    await context.close();
  }
}

async function readableNumber(page: Page, address: string, { text }: FirstNumber): Promise<number> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    const time = readable(await observed(page));
    if (time !== null) return time;
    await setTimeout(100);
  }
  throw new Error(`${address} never showed "${text}"`);
}

const observed = (page: Page): Promise<Observed> => page.evaluate("globalThis.observed");

/** A screen at a time, until the page has stopped growing. */
async function scrollThrough(page: Page, quiet: () => Promise<void>): Promise<void> {
  let height = 0;
  while (height < (await heightOf(page))) {
    height = await heightOf(page);
    for (let y = 0; y <= height; y += viewport.height) {
      await page.evaluate(`scrollTo({ top: ${y}, behavior: "instant" })`);
      await setTimeout(100);
    }
    await quiet();
  }
}

const heightOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollHeight");
