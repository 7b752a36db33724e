import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page, Request } from "@playwright/test";
import { type Control, complains, controls, isDrawn, isOfDrawing, words } from "./page-controls.ts";
import { expect, pagePaths, test } from "./site.ts";

// Every file that a page asks for, at rest or when its reader uses what is on it, is kept from it, that file alone. What
// several pages ask for by the same control is kept from one of them; with BLOCK=all, which takes long, from each.

interface Step {
  control: Control;
  place: number;
  /** What is otherwise once it has worked. */
  shows: string;
  /** Whether the page's words stay the same. */
  isSilent: boolean;
  files: string[];
}

interface Visit {
  path: string;
  words: string;
  /** What it asks for before any control is used. */
  files: string[];
  steps: Step[];
}

/** Files that are kept from a page, one after another, and the controls that are used without each. */
interface Trial {
  path: string;
  without: { file: string; steps: Step[] }[];
}

/** ms; far more than anything takes: only what neither works nor says why is waited for as long. */
const patience = 60_000;

const addressOf = (path: string): string => new URL(path, process.env.SITE).href;

/** Opens a page as its reader does, who then stirs. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(addressOf(path));
  await page.mouse.wheel(0, 1);
}

/**
 * Does something in a window of its own. Another is taken where the browser has stopped drawing it. There is no more than one
 * at a time: browsers do less for those that nobody looks at.
 */
async function inWindow<Found>(browser: Browser, act: (page: Page) => Promise<Found>): Promise<Found> {
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
async function visit(page: Page, path: string): Promise<Visit> {
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
      if (asked.length > 0 || shows !== before) found.steps.push({ control, place, shows, isSilent, files: asked });
    }
  }
  return found;
}

/** What is to be tried: each file on each page, with each control that wants it, unless a page before has had the same. */
function trialsOf(visits: readonly Visit[]): Trial[] {
  const known = new Set<string>();
  const isNew = (file: string, use: string): boolean => {
    const key = `${file} ${use}`;
    const isKnown = process.env.BLOCK !== "all" && known.has(key);
    known.add(key);
    return !isKnown;
  };
  // What one page asks for early, because a figure is near its top, another asks for by the control that wants it.
  const wantedBy = new Map<string, Set<Control>>();
  for (const { control, files } of visits.flatMap(({ steps }) => steps))
    for (const file of files) wantedBy.set(file, (wantedBy.get(file) ?? new Set()).add(control));
  return visits.flatMap(({ path, files, steps }) => {
    const oneByOne: Trial["without"] = [];
    const alone = [...new Set([...files, ...steps.flatMap((step) => step.files)])].flatMap((file): Trial[] => {
      const wanting = steps.filter(
        (step) =>
          step.files.includes(file) ||
          // A control needs no font, whichever it is.
          (files.includes(file) && !file.endsWith(".woff2") && (wantedBy.get(file)?.has(step.control) ?? true))
      );
      const fresh = wanting.filter(({ control }) => isNew(file, control.name));
      if (fresh.length === 0)
        return wanting.length === 0 && isNew(file, "at rest") ? [{ path, without: [{ file, steps: fresh }] }] : [];
      const isOwn = !file.endsWith(".js") && wanting.every(({ control }) => control.each);
      if (isOwn) oneByOne.push({ file, steps: fresh });
      return isOwn ? [] : [{ path, without: [{ file, steps: fresh }] }];
    });
    return oneByOne.length > 0 ? [...alone, { path, without: oneByOne }] : alone;
  });
}

/** What is wrong with a page from which files are kept, one after another. */
async function faultsOf(page: Page, { path, without }: Trial, rest: string): Promise<string[]> {
  const faults: string[] = [];
  let [withheld] = without.map(({ file }) => file);
  await page.route(
    (url) => url.pathname === withheld,
    (route) => route.abort()
  );
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfinished", (request) => {
    if (new URL(request.url()).pathname === withheld) faults.push(`${withheld} came all the same`);
  });
  await goTo(page, path);
  if ((await words(page)) !== rest) faults.push("its words are not the same");
  for (const { file, steps } of without) {
    withheld = file;
    for (const step of steps) {
      const fault = await use(page, path, step).catch((error: Error) => {
        if (isOfDrawing(error)) throw error;
        return error.message.split("\n")[0];
      });
      if (fault) faults.push(`${file}: ${step.control.name}, ${step.place + 1}: ${fault}`);
    }
  }
  return faults.map((fault) => `${path} without ${without[0]?.file}: ${fault}`);
}

/** Uses a control that lacks a file; what is wrong if it neither works nor says why, or if other words change. */
async function use(page: Page, path: string, { control, place, shows, isSilent }: Step): Promise<string | undefined> {
  const before = await words(page);
  await control.use(page, place);
  for (const end = Date.now() + patience; Date.now() < end; ) {
    // A link that leads to what it would have opened in place has worked.
    if (new URL(page.url()).pathname !== path) return goTo(page, path).then(() => undefined);
    const hasWorked = (await control.shows(page, place)) === shows;
    if (hasWorked || (await complains(page, control, place)))
      return (isSilent || !hasWorked) && (await words(page)) !== before ? "changes the page’s words" : undefined;
    await page.waitForTimeout(50);
    // Whoever was past a figure before the scripts had come gets it by coming back.
    if (control.isWhole) await control.use(page, place);
  }
  return "neither works nor says why beside it";
}

test("whichever file a page does not get, its words and numbers stay, and what needs the file works or says so", async ({
  browser
}) => {
  test.setTimeout(3_600_000);
  const visits: Visit[] = [];
  for (const path of pagePaths) visits.push(await inWindow(browser, (page) => visit(page, path)));
  visits.sort((a, b) => b.steps.length - a.steps.length);
  const trials = trialsOf(visits);
  const rest = new Map(visits.map((one) => [one.path, one.words]));
  const faults: string[] = [];
  for (const trial of trials)
    faults.push(...(await inWindow(browser, (page) => faultsOf(page, trial, rest.get(trial.path) ?? ""))));
  expect(faults).toEqual([]);

  const tried = trials.flatMap(({ without }) => without.map(({ file }) => file));
  const scripts = readdirSync(fileURLToPath(new URL("../../dist/_assets/client", import.meta.url)));
  // No table here is so large.
  const untried = scripts.filter(
    (name) => !name.startsWith("large-table.") && !tried.includes(`/_assets/client/${name}`)
  );
  expect(untried).toEqual([]);
  for (const kind of [
    /\/_assets\/style\./,
    /\.woff2$/,
    /\/figures\/[\w-]+\.json$/,
    /\.ts\.txt$/,
    /\/choices\//,
    /\/_cells\//,
    /\/search\.json$/
  ])
    expect(tried.filter((file) => kind.test(file)).length, String(kind)).toBeGreaterThan(0);
});
