import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { buildFolder } from "../../../src/notebook/build/paths.ts";
import { launchOptions } from "../../browser/chromium.ts";
import { alignColumns } from "../align-columns.ts";
import { median } from "../summary.ts";
import { copyNotebook, type Preview, plainPage, startFrameworks, startOurs } from "./previews.ts";

/** An edit that an author makes, and how it shows on the page. */
interface Edit {
  what: string;
  file: string;
  from: string;
  to: string;
  /** Where it is looked for on the page, and how it is told from what stood there. */
  place: string;
  shows: string;
  /** What the reader is at, which should stay where it is in the window. */
  near: string;
  /** ms from the file's being saved until a reader sees it. */
  goal: number;
}

/** All on one long page, that of two dozen figures and a model. */
const page = "us-demand";
const edits: readonly Edit[] = [
  {
    what: "prose",
    file: `src/${page}.md`,
    from: "{{usitc-hts-2846.weight.russia.2003}}",
    to: "measured {{usitc-hts-2846.weight.russia.2003}}",
    place: "main p",
    shows: "at measured 1",
    near: "#us-imports-from-russia",
    goal: 500
  },
  {
    what: "ledger record",
    file: "data/ledger/usitc-hts-2846.yaml",
    from: "2003: 1017649",
    to: "2003: 1049649",
    place: "main p",
    shows: "1,050 tonnes",
    near: "#us-imports-from-russia",
    goal: 1500
  },
  {
    what: "figure",
    file: "src/figures/us-imports-from-russia.ts",
    from: "subtitle: `",
    to: "subtitle: `Measured: ",
    place: "#us-imports-from-russia",
    shows: "Measured: ",
    near: "#us-imports-from-russia",
    goal: 2000
  },
  {
    what: "model",
    file: "src/models/gap.ts",
    from: 'subtitle: "',
    to: 'subtitle: "Measured: ',
    place: '[data-model="gap"]',
    shows: "Measured: ",
    near: "#gap",
    goal: 2000
  },
  {
    what: "style",
    file: "src/notebook/style/type.css",
    from: "",
    to: "main h1 { word-spacing: 7px; }\n",
    place: "main h1",
    shows: "style 7px",
    near: "#us-imports-from-russia",
    goal: 500
  }
];
const framework: Edit = {
  what: "Framework’s preview of one paragraph",
  file: plainPage,
  from: "has one paragraph",
  to: "has a single paragraph",
  place: "main p",
  shows: "a single paragraph",
  near: "main h1",
  goal: Number.POSITIVE_INFINITY
};
const readableGoal = 5000;

interface Measured {
  times: number[];
  /** By how much the place of the edit moved in the window, in px. */
  moved: number;
}

/** Measures how long an author waits until an edit shows, of each kind, `runs` times, beside Framework's own preview. */
export async function measureEdits(root: string, runs: number): Promise<string> {
  const folder = join(buildFolder(root), "bench/edited");
  copyNotebook(root, folder);
  const browser = await chromium.launch(launchOptions());
  const previews: Preview[] = [];
  try {
    const began = Date.now();
    const ours = await startOurs(folder);
    previews.push(ours);
    const tab = await open(browser, ours.address + page);
    const readable = Date.now() - began;
    const plain = await startFrameworks(join(buildFolder(root), "bench/one-paragraph"));
    previews.push(plain);
    const plainTab = await open(browser, plain.address);
    const all = [...edits, framework].map((edit) => ({ edit, measured: { times: [], moved: 0 } as Measured }));
    for (let run = 0; run < runs; run++)
      for (const { edit, measured } of all) {
        const [where, at] = edit === framework ? [plainTab, "one-paragraph"] : [tab, "edited"];
        const { time, moved } = await measure(where, join(buildFolder(root), "bench", at), edit);
        measured.times.push(time);
        measured.moved = Math.max(measured.moved, moved);
        console.error(`run ${run + 1} of ${runs}: ${edit.what}, ${time} ms`);
      }
    const lines = all.map(({ edit, measured }) => line(edit, measured));
    return `${alignColumns([head, ...lines, ["first page readable", ms(readable), "", "", ms(readableGoal)]], 1)}

From a file saved to its change seen; ${runs === 1 ? "one run" : `medians of ${runs} runs`}. The machine’s load: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}.`;
  } finally {
    await browser.close();
    for (const preview of previews) await preview.stop();
  }
}

const ms = (time: number): string => time.toFixed(0);
const head = ["edit", "ms", "fastest", "slowest", "goal", "place moved, px"];
const line = ({ what, goal }: Edit, { times, moved }: Measured): string[] => [
  what,
  ms(median(times)),
  ms(Math.min(...times)),
  ms(Math.max(...times)),
  goal === Number.POSITIVE_INFINITY ? "" : ms(goal),
  ms(moved)
];

async function open(browser: Browser, address: string): Promise<Page> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(address);
  await tab.locator("main h1").first().waitFor();
  return tab;
}

/** Makes an edit, waits until it shows, and takes it back. */
async function measure(tab: Page, folder: string, { file, from, to, place, shows, near }: Edit) {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  if (!before.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  // What waits for a function goes on where the page loads anew meanwhile, as it does after an edit of code.
  const top = async (): Promise<number> => {
    const handle = await tab.waitForFunction(
      (selector) => document.querySelector(selector)?.getBoundingClientRect(),
      near
    );
    return ((await handle.jsonValue()) as DOMRect).top;
  };
  await tab.waitForFunction((selector) => {
    const found = document.querySelector(selector);
    found?.scrollIntoView({ behavior: "instant", block: "start" });
    return found !== null;
  }, near);
  await setTimeout(500);
  const stood = await top();
  const saved = Date.now();
  writeFileSync(path, from === "" ? before + to : before.replace(from, () => to));
  const seen = await until(tab, place, shows, true);
  await setTimeout(500);
  const moved = Math.abs((await top()) - stood);
  writeFileSync(path, before);
  await until(tab, place, shows, false);
  await setTimeout(500);
  return { time: seen - saved, moved };
}

/** The moment at which the browser paints a page that shows something, or shows it no more. */
async function until(tab: Page, place: string, shows: string, wanted: boolean): Promise<number> {
  const handle = await tab.waitForFunction(
    ({ place, shows, wanted }) => {
      const found = [...document.querySelectorAll(place)];
      const isShown = shows.startsWith("style ")
        ? found.some((one) => `style ${getComputedStyle(one).wordSpacing}` === shows)
        : found.some((one) => one.textContent?.replace(/[\s\u2060]+/g, " ").includes(shows));
      return found.length > 0 && isShown === wanted && Date.now();
    },
    { place, shows, wanted },
    { polling: "raf", timeout: 60_000 }
  );
  return Number(await handle.jsonValue());
}
