import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { type Control, complaints, controls, words } from "./page-controls.ts";
import { expect, pagePaths, test } from "./site.ts";

// Every file that a page asks for, at rest or when its reader uses what is on it, is kept from it, that file alone. What
// several pages ask for by the same control is kept from one of them; with BLOCK=all from each. It takes minutes, and on a busy
// machine tells of controls that work elsewhere: it runs only where it is asked for, `BLOCK=once npm run browser -- blocked`.
// unavailable.spec.ts, which always runs, keeps each kind of file from one page.
test.skip(process.env.BLOCK === undefined, "takes minutes: BLOCK=once or BLOCK=all asks for it");

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

async function open(browser: Browser, path: string, without?: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  page.setDefaultTimeout(patience);
  if (without) await withhold(page, without);
  await page.goto(addressOf(path));
  return page;
}

const withhold = (page: Page, file: string): Promise<unknown> =>
  page.route(
    (url) => url.pathname === file,
    (route) => route.abort()
  );

/** Uses all that is on a page, and tells what it asks for. */
async function visit(browser: Browser, path: string): Promise<Visit> {
  const page = await open(browser, "/404");
  let files = new Set<string>();
  let waiting = 0;
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== path && !request.url().startsWith("data:")) files.add(pathname);
    waiting++;
  });
  for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", () => waiting--);
  const taken = (): string[] => {
    const asked = [...files];
    files = new Set();
    return asked;
  };
  /** Waits until nothing is asked for and nothing changes any more. */
  const settled = async (shows: () => Promise<string> = async () => ""): Promise<string> => {
    for (let last = "", still = 0; ; still++) {
      await page.waitForTimeout(100);
      const now = `${waiting} ${await shows()}`;
      if (now !== last || waiting > 0) still = 0;
      if (still === 3) return now.slice(2);
      last = now;
    }
  };
  await page.goto(addressOf(path));
  const rest = await words(page);
  await page.mouse.wheel(0, 1);
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
  await page.close();
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
async function faultsOf({ path, without }: Trial, rest: string, browser: Browser): Promise<string[]> {
  const page = await open(browser, path, without[0]?.file);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  if ((await words(page)) !== rest) faults.push("its words are not the same");
  await page.mouse.wheel(0, 1);
  for (const { file, steps } of without) {
    await page.unrouteAll();
    await withhold(page, file);
    for (const step of steps) {
      const fault = await use(page, path, step).catch(({ message }: Error) => String(message).split("\n")[0]);
      if (fault) faults.push(`${file}: ${step.control.name}, ${step.place + 1}: ${fault}`);
    }
  }
  await page.close();
  return faults.map((fault) => `${path} without ${without[0]?.file}: ${fault}`);
}

/** Uses a control that lacks a file; what is wrong if it neither works nor says why, or if other words change. */
async function use(page: Page, path: string, { control, place, shows, isSilent }: Step): Promise<string | undefined> {
  const before = await words(page);
  const box = await page.locator(control.at).nth(place).boundingBox();
  const at = (box?.y ?? 0) + (await page.evaluate(() => scrollY));
  await control.use(page, place);
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(50)) {
    if (new URL(page.url()).pathname !== path) {
      // A link that leads to what it would have opened in place has worked.
      await page.goto(addressOf(path));
      return;
    }
    const hasWorked = (await control.shows(page, place)) === shows;
    const said = await complaints(page);
    if (hasWorked || said.some((y) => control.isWhole || Math.abs(y - at) < 700))
      return (isSilent || !hasWorked) && (await words(page)) !== before ? "changes the page’s words" : undefined;
  }
  return "neither works nor says why beside it";
}

/** Does the same with each, four at a time. */
async function all<From, To>(list: readonly From[], act: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  const queue = [...list.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) done[next[0]] = await act(next[1]);
  };
  await Promise.all([work(), work(), work(), work()]);
  return done;
}

test("whichever file a page does not get, its words and numbers stay, and what needs the file works or says so", async ({
  browser
}) => {
  // A minute on two idle cores; all of it, with BLOCK=all, takes several.
  test.setTimeout(1_800_000);
  const visits = await all(pagePaths, (path) => visit(browser, path));
  visits.sort((a, b) => b.steps.length - a.steps.length);
  const trials = trialsOf(visits);
  const rest = new Map(visits.map((one) => [one.path, one.words]));
  const faults = await all(trials, (trial) => faultsOf(trial, rest.get(trial.path) ?? "", browser));
  expect(faults.flat()).toEqual([]);

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
