import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { type Control, complains, controls, isOfDrawing, words } from "./page-controls.ts";
import { expect, pagePaths, test } from "./site.ts";
import { goTo, inWindow, keptVisit, patience, type Step, type Visit } from "./visits.ts";

// Every file that a page asks for, at rest or when its reader uses what is on it, is kept from it, that file alone. What
// several pages ask for by the same control is kept from one of them; with BLOCK=all, which takes long, from each.

/** Files that are kept from a page, one after another, and the controls that are used without each. */
interface Trial {
  path: string;
  without: { file: string; steps: Step[] }[];
}

const controlOf = (name: string): Control => {
  const control = controls.find((one) => one.name === name);
  if (!control) throw new Error(`no control is called ${name}`);
  return control;
};

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
  const wantedBy = new Map<string, Set<string>>();
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
      const fresh = wanting.filter(({ control }) => isNew(file, control));
      if (fresh.length === 0)
        return wanting.length === 0 && isNew(file, "at rest") ? [{ path, without: [{ file, steps: fresh }] }] : [];
      const isOwn = !file.endsWith(".js") && wanting.every(({ control }) => controlOf(control).each);
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
      if (fault) faults.push(`${file}: ${step.control}, ${step.place + 1}: ${fault}`);
    }
  }
  return faults.map((fault) => `${path} without ${without[0]?.file}: ${fault}`);
}

/** Uses a control that lacks a file; what is wrong if it neither works nor says why, or if other words change. */
async function use(page: Page, path: string, step: Step): Promise<string | undefined> {
  const { place, shows, isSilent } = step;
  const control = controlOf(step.control);
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

const trials = (): Trial[] =>
  trialsOf(pagePaths.map(keptVisit).sort((a, b) => b.steps.length - a.steps.length || (a.path < b.path ? -1 : 1)));

for (const path of pagePaths)
  test(`whichever file ${path} does not get, its words and numbers stay, and what needs the file works or says so`, async ({
    browser
  }) => {
    test.setTimeout(process.env.BLOCK === "all" ? 3_600_000 : 600_000);
    const { words: rest } = keptVisit(path);
    const faults: string[] = [];
    for (const trial of trials().filter((one) => one.path === path))
      faults.push(...(await inWindow(browser, (page) => faultsOf(page, trial, rest))));
    expect(faults).toEqual([]);
  });

test("every script, and a file of each other kind, is kept from a page", () => {
  const tried = trials().flatMap(({ without }) => without.map(({ file }) => file));
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
