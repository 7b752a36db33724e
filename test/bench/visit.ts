import { setTimeout } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { timeToAnswer } from "./answering.ts";
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
  /** ms for which the page could not answer, until it rested. */
  blocking: number;
  /** ms until the first figure answered a pointer; undefined where it was not asked, or no figure has a symbol. */
  answer: number | undefined;
}

/** Slow 4G as Lighthouse applies it to requests, and a processor a quarter as fast. */
export const slow = {
  network: { offline: false, latency: 562, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 },
  processor: 4
};

/** A phone, for which slow 4G and the slow processor stand. */
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** The conditions of a visit. */
export interface Conditions {
  /** On a slow network and processor. */
  throttled: boolean;
  /** Whether fonts arrive. Without them text has other measures. */
  fonts?: boolean;
  /** Whether the page's figures answer a pointer, and are asked to. */
  answers?: boolean;
}

/** Opens a page as a first-time reader, waits until it rests, scrolls through to its end, and waits again. */
export async function visit(
  browser: Browser,
  address: string,
  number: FirstNumber,
  { throttled, fonts = true, answers = false }: Conditions
): Promise<Visit> {
  const context = await browser.newContext(phone);
  try {
    if (!fonts) await context.route("**/*.woff2", (route) => route.abort());
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await Transfers.of(session);
    if (throttled) await throttle(session);
    const quiet = (): Promise<void> => transfers.quiet(throttled ? 1500 : 500);
    await page.addInitScript(observerScript(number));
    await page.goto(address, { waitUntil: "load", timeout: 60_000 });
    await quiet();
    const firstNumber = await readableNumber(page, address, number);
    await quiet();
    const before = [...transfers.done];
    const { shift: shiftBefore, blocking } = await observed(page);
    const answer = answers ? await timeToAnswer(page) : undefined;
    await scrollThrough(page, quiet);
    const shiftAfter = (await observed(page)).shift;
    await expectNoError(page, address);
    return { firstNumber, before, after: transfers.done, shiftBefore, shiftAfter, blocking, answer };
  } finally {
    await context.close();
  }
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send("Network.emulateNetworkConditions", slow.network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slow.processor });
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

/** Framework shows a cell that fails in its place: such a page must not be measured. */
async function expectNoError(page: Page, address: string): Promise<void> {
  const error = page.locator(".observablehq--error").first();
  if ((await error.count()) > 0) throw new Error(`${address} has a cell that fails: ${await error.textContent()}`);
}

/** A screen at a time, until the page has stopped growing. */
async function scrollThrough(page: Page, quiet: () => Promise<void>): Promise<void> {
  let height = 0;
  while (height < (await heightOf(page))) {
    height = await heightOf(page);
    for (let y = 0; y <= height; y += phone.viewport.height) {
      await page.evaluate(`scrollTo({ top: ${y}, behavior: "instant" })`);
      await setTimeout(100);
    }
    await quiet();
  }
}

const heightOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollHeight");
