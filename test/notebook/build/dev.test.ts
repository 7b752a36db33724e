import type { ChildProcess } from "node:child_process";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fromAsciiHtml } from "../../../src/notebook/build/ascii-html.ts";
import { serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
import { launchOptions } from "../../browser/chromium.ts";
import { copyWithMachine, type Project } from "./project.ts";

// One preview, one open page, and edits one after another, as an author makes them.

vi.setConfig({ testTimeout: 300_000 });

let project: Project;
let dev: ChildProcess;
let said = "";
let address = "";
let browser: Browser;
let page: Page;
const complaints: string[] = [];

// Seconds on a quiet machine; a busy one may take its time.
const patience = { timeout: 120_000, interval: 50 };
const heard = (words: RegExp): Promise<RegExpExecArray | null> => vi.waitUntil(() => words.exec(said), patience);
const shows = (selector: string, text: string | RegExp): Promise<void> =>
  page.locator(selector).filter({ hasText: text }).first().waitFor({ state: "attached", timeout: patience.timeout });
const shownNoMore = (selector: string, text: string | RegExp): Promise<void> =>
  page.locator(selector).filter({ hasText: text }).first().waitFor({ state: "detached", timeout: patience.timeout });
/** Opens a page; tried again where the preview was just loading the one before anew, which cuts it off. */
const opens = (path: string) => vi.waitFor(() => page.goto(address + path), patience);
const scrollTo = (top: number): Promise<void> =>
  page.evaluate((to) => window.scrollTo({ top: to, behavior: "instant" }), top);
/** Where in the window a thing of the page is. */
const placeOf = async (selector: string): Promise<number> =>
  Math.round((await page.locator(selector).boundingBox())?.y ?? Number.NaN);

beforeAll(async () => {
  project = copyWithMachine("coffee", "dev");
  const preview = project.start("dev", { PORT: "4100" });
  dev = preview;
  for (const stream of [preview.stdout, preview.stderr]) stream.on("data", (chunk) => (said += chunk));
  dev.on("exit", () => complaints.push(`the preview ended:\n${said}`));
  address = (await heard(/The notebook is at (\S+),/))?.[1] ?? "";
  browser = await chromium.launch(launchOptions());
  page = await browser.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  dev?.kill();
});

test("the first page is the notebook's, with its cells, its figures and its style", async () => {
  await opens("harvest");
  await shows("h1", "89,000 bags lie between");
  await shows("#harvest-by-source svg", "520");
  await shows("section.live svg", "thousand bags");
  expect(await page.locator("header nav.bar a").allTextContents()).toEqual(["Harvest", "Prices"]);
  expect(complaints).toEqual([]);
});

test("an edit of prose shows without loading the page again, and the place is kept", async () => {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await scrollTo(600);
  const before = await placeOf("#harvest-by-source");
  project.edit("src/harvest.md", "a record.", "a record of records, {{courier.share-lost}} lost.");
  await shows("main p", /a record of records, about 10\s?% lost/);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await expect.poll(() => placeOf("#harvest-by-source"), patience).toBe(before);
});

test("a record shows on the page, in its figure and in its cells", async () => {
  await scrollTo(500);
  project.edit("data/ledger/crop-survey-2024.yaml", "2024: 431 incl", "2024: 432 incl");
  project.edit("data/ledger/crop-survey-2024.yaml", "2024: 268 e", "2024: 269 e");
  await shows("h1", "88,000 bags lie between");
  await shows("#harvest-by-source svg", "432");
  await page.waitForFunction(() => scrollY === 500, undefined, patience);
});

test("a style shows without loading the page again, and the place is kept", async () => {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await scrollTo(500);
  const before = await placeOf("#harvest-by-source");
  project.edit("../../../src/notebook/style/type.css", "", "main h1 { padding-bottom: 77px; }\n");
  const padding = (): Promise<string> =>
    page.locator("main h1").evaluate((heading) => getComputedStyle(heading).paddingBottom);
  await expect.poll(padding, patience).toBe("77px");
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await expect.poll(() => placeOf("#harvest-by-source"), patience).toBe(before);
});

test("a figure's code shows, and so does what it imports", async () => {
  project.write("src/figures/lead.ts", 'export const lead = "Drawn anew";\n');
  project.edit("src/figures/harvest-by-source.ts", "Coffee harvest of", `\${lead}: harvest of`);
  project.edit("src/figures/harvest-by-source.ts", "", 'import { lead } from "./lead.ts";\n');
  await shows("#harvest-by-source .subtitle", "Drawn anew:");
  project.write("src/figures/lead.ts", 'export const lead = "Drawn once more";\n');
  await shows("#harvest-by-source .subtitle", "Drawn once more:");
});

test("what a loader imports shows in the cells", async () => {
  project.write("src/words.ts", 'export const words = "said by a loader";\n');
  project.write(
    "src/data/said.json.ts",
    'import { words } from "../words.ts";\nprocess.stdout.write(JSON.stringify({ words }));\n'
  );
  const cell = '```js\nconst said = await FileAttachment("data/said.json").json();\ndisplay(said.words);\n```\n';
  project.edit("src/harvest.md", "## Who says what\n", `${cell}\n## Who says what\n`);
  await shows("main", "said by a loader");
  project.write("src/words.ts", 'export const words = "said by another";\n');
  await shows("main", "said by another");
});

test("a model's code shows", async () => {
  project.edit("src/models/drying.ts", "Suppose {picked}", "Let us suppose {picked}");
  await shows("main", "Let us suppose");
});

test("front matter shows in the navigation", async () => {
  project.edit("src/harvest.md", "short: Harvest", "short: The crop");
  await shows("header nav.bar a", "The crop");
});

test("a page that is added stands in the navigation, and goes with its file", async () => {
  project.write("src/angles/labour.md", "---\ntitle: Labour\nbar: true\n---\n\n# Who picks it\n\nNobody counts.\n");
  await shows("header nav.bar a", "Labour");
  await opens("angles/labour");
  await shows("h1", "Who picks it");
  await opens("harvest");
  project.remove("src/angles/labour.md");
  await shownNoMore("header nav.bar a", "Labour");
  expect((await fetch(`${address}angles/labour`)).status).toBe(404);
});

const faults: [what: string, file: string, from: string, to: string, says: RegExp][] = [
  [
    "an unknown token",
    "src/harvest.md",
    "The growers’ union",
    "{{courier.nothing}}",
    /src\/harvest\.md:\d+:\d+ .*courier\.nothing/
  ],
  [
    "a cell's syntax",
    "src/harvest.md",
    "height: 220",
    "height: = 220",
    /src\/harvest\.md:\d+:\d+ syntax error in a live cell/
  ],
  ["YAML", "data/ledger/courier.yaml", "source:\n", "source: [\n", /data\/ledger\/courier\.yaml:\d+:\d+ /],
  [
    "a record",
    "data/ledger/courier.yaml",
    "metric: harvest",
    "metric: harvst",
    /data\/ledger\/courier\.yaml:\d+:\d+ .*harvst/
  ],
  [
    "a figure's code",
    "src/figures/harvest-by-source.ts",
    "  select(tables) {",
    "  select(tables) {{ =",
    /src\/figures\/harvest-by-source\.ts:\d+:\d+ /
  ]
];
for (const [what, file, from, to, says] of faults)
  test(`a fault in ${what} stands on the page and in the terminal, and goes when it is mended`, async () => {
    said = "";
    const before = project.read(file);
    project.edit(file, from, to);
    await shows(".fault", says);
    await heard(says);
    expect(said).toMatch(new RegExp(`${says.source}.*; `));
    project.write(file, before);
    await shownNoMore(".fault", "");
    await shows("h1", "88,000 bags lie between");
  });

test("files at stable addresses are made when they are asked for", async () => {
  const answer = async (path: string) => {
    const { status, headers } = await fetch(address + path);
    return `${status} ${headers.get("content-type")}`;
  };
  expect(await answer("figures/harvest-by-source.png")).toBe("200 image/png");
  expect(await answer("figures/harvest-by-source.ts.txt")).toMatch(/^200 text\/plain/);
  expect(await answer("data/figures.csv")).toMatch(/^200 text\/csv/);
  expect(await answer("search.json")).toBe("200 application/json");
  expect(await answer("choices/harvest.bureau.json")).toBe("200 application/json");
  expect(await answer("data/no-such.csv")).toMatch(/^404/);
  expect(await (await fetch(`${address}data/figures.csv`)).text()).toContain("432");
});

test("a page shows the same in the preview as in a build", async () => {
  const { code, complaints: printed } = await project.build();
  expect({ code, printed }).toEqual({ code: 0, printed: "" });
  for (const path of ["index", "harvest", "angles/prices"]) {
    const previewed = fromAsciiHtml(await (await fetch(address + path.replace(/^index$/, ""))).text());
    const built = fromAsciiHtml(project.read(`dist/${path}.html`));
    for (const part of ["header", "main", "footer"]) expect(partOf(previewed, part)).toBe(partOf(built, part));
    const cells = cellsOf(previewed);
    const [, script = ""] = /data-cells="[./]*(_cells\/[^"]+)"/.exec(built) ?? [];
    expect(cells).toEqual(script === "" ? [] : cellsOf(project.read(`dist/${script}`)));
    if (path === "harvest") expect(cells).toHaveLength(2);
  }
  const { server, address: published } = await serve(siteListener(`${project.root}/dist`));
  try {
    await page.goto(`${published}harvest`);
    // A reader comes down the page to them.
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 400);
    await page.locator("section.live").scrollIntoViewIfNeeded();
    await shows("section.live svg", "thousand bags");
    await shows("main", "said by another");
  } finally {
    server.close();
  }
});

test("nothing failed on any of these pages, and the preview is still at work", () => {
  expect(dev.exitCode).toBeNull();
  expect(complaints.filter((complaint) => !/404|WebSocket/.test(complaint))).toEqual([]);
});

/** The names of a page's cells, which Framework makes of what is in them. */
const cellsOf = (script: string): string[] =>
  [...script.matchAll(/\bdefine\(\{id: ?"([^"]+)"/g)].map(([, id = ""]) => id);

const partOf = (html: string, name: string): string =>
  new RegExp(`<${name}[ >][\\s\\S]*</${name}>`).exec(html)?.[0] ?? "";
