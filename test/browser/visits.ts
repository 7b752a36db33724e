import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page, Request } from "@playwright/test";
import { controls, isDrawn, isOfDrawing, words } from "./page-controls.ts";

// What each page asks for when its reader uses all that is on it: noted once, before files are kept from pages.

export interface Step {
  /** The control's name. */
  control: string;
  place: number;
  /** What is otherwise once it has worked. */
  shows: string;
  /** Whether the page's words stay the same. */
  isSilent: boolean;
  files: string[];
}

export interface Visit {
  path: string;
  words: string;
  /** What it asks for before any control is used. */
  files: string[];
  steps: Step[];
}

/** ms; far more than anything takes: only what neither works nor says why is waited for as long. */
export const patience = 60_000;

const addressOf = (path: string): string => new URL(path, process.env.SITE).href;

/** Opens a page as its reader does, who then stirs. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(addressOf(path));
  await page.mouse.wheel(0, 1);
}

/**
 * Does something in a window of its own. Another is taken where the browser has stopped drawing it. There is no more than one
 * at a time: browsers do less for those that nobody looks at.
 */
export async function inWindow<Found>(browser: Browser, act: (page: Page) => Promise<Found>): Promise<Found> {
  for (let left = 3; ; left--) {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    page.setDefaultTimeout(patience);
    const [found, error] = await act(page).then(
      (done) => [done],
      (reason: unknown) => [undefined, reason]
    );
    const isLost = isOfDrawing(error) || !(await isDrawn(page).catch(() => true));
    await page.close();
    if (isLost && left > 0) continue;
    if (error) throw error;
    return found as Found;
  }
}

/** Uses all that is on a page, and tells what it asks for. */
export async function visit(page: Page, path: string): Promise<Visit> {
  let files = new Set<string>();
  const waiting = new Set<Request>();
  page.on("request", (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (pathname === path || protocol === "data:") return;
    files.add(pathname);
    waiting.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (request) => waiting.delete(request));
  const taken = (): string[] => {
    const asked = [...files];
    files = new Set();
    return asked;
  };
  /** Waits until nothing is asked for and nothing changes any more, however busy the machine is: it is still when it is idle. */
  const settled = async (shows: () => Promise<string> = async () => ""): Promise<string> => {
    for (let last = "", still = 0; ; still++) {
      await page.waitForTimeout(50);
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })));
      const now = await shows();
      if (now !== last || waiting.size > 0) still = 0;
      if (still === 2) return now;
      last = now;
    }
  };
  await goTo(page, path);
  const rest = await words(page);
  await settled();
  const found: Visit = { path, words: rest, files: taken(), steps: [] };
  for (const control of controls) {
    const count = await page.locator(control.at).count();
    for (let place = 0; place < (control.each ? count : Math.min(count, 1)); place++) {
      const [before, said] = [await control.shows(page, place), await words(page)];
      await control.use(page, place);
      const shows = await settled(() => control.shows(page, place));
      const isSilent = said === (await words(page));
      const asked = taken();
      if (asked.length > 0 || shows !== before)
        found.steps.push({ control: control.name, place, shows, isSilent, files: asked });
    }
  }
  return found;
}

const fileOf = (path: string): string =>
  fileURLToPath(new URL(`../../.build/visits/${path.slice(1).replaceAll("/", "-") || "index"}.json`, import.meta.url));

export function keepVisit(visit: Visit): void {
  mkdirSync(dirname(fileOf(visit.path)), { recursive: true });
  writeFileSync(fileOf(visit.path), JSON.stringify(visit));
}

export const keptVisit = (path: string): Visit => JSON.parse(readFileSync(fileOf(path), "utf8"));
