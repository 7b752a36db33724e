import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser, type ConsoleMessage, type Page } from "puppeteer-core";
import { expect, pagePaths, test } from "./site.ts";

// Playwright starts no Firefox but its own, which is not on the package registry; Puppeteer starts the one that is at hand.
const firefox = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["firefox", "firefox-esr"].map((name) => join(folder, name)))
  .find((file) => existsSync(file));

test.describe.configure({ mode: "default" });
test.skip(firefox === undefined, "no Firefox is at hand: nothing was tried in it");

let browser: Browser;
let page: Page;
let complaints: string[] = [];

test.beforeAll(async () => {
  browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox ?? "" });
  page = await browser.newPage();
  test.skip(await isTooOld(), `${await browser.version()} is too old for Puppeteer: nothing was tried in it`);
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) void tell(message);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(process.env.SITE ?? "") && !/^(data|blob|about):/.test(url))
      complaints.push(`asks another host: ${url}`);
  });
});

/** A long-term release may not know what Puppeteer asks of it to set a viewport. */
const isTooOld = (): Promise<boolean> =>
  page.setViewport({ width: 390, height: 844 }).then(
    () => false,
    (error: Error) => {
      if (!error.message.includes("unknown command")) throw error;
      return true;
    }
  );

/** What is logged with an error is known to the page alone, and has to be asked for. */
async function tell(message: ConsoleMessage): Promise<void> {
  // The answer may come when the next page is open, whose fault it is not.
  const heard = complaints;
  const parts = message.args().map((part) => part.evaluate(String).catch(() => "of a page that was left"));
  heard.push(`${message.type()}: ${(await Promise.all(parts)).join(" ") || message.text()}`);
}

test.beforeEach(() => {
  complaints = [];
});

test.afterEach(async () => {
  // What a page has asked for may come before it is left.
  await page.waitForNetworkIdle({ idleTime: 200 });
  expect(complaints).toEqual([]);
  // What it asks for after that ends here, before the next is listened to.
  await page.goto("about:blank");
});

test.afterAll(() => browser?.close());

const open = (path: string) => page.goto(`${process.env.SITE}${path}`, { waitUntil: "load" });

for (const path of pagePaths)
  test(`Firefox: ${path} opens, keeps its numbers when it is selected, and does not scroll sideways`, async () => {
    await page.setViewport({ width: 390, height: 844 });
    await open(path);
    const { heading, selected, numbers, scrolled, room } = await page.evaluate(async () => {
      for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise((done) => requestAnimationFrame(done));
      }
      const main = document.querySelector("main") ?? document.body;
      getSelection()?.selectAllChildren(main);
      return {
        heading: document.querySelector("h1")?.textContent ?? "",
        selected: getSelection()?.toString() ?? "",
        // What stands closed is not selected.
        numbers: [...main.querySelectorAll("p a.ev, li a.ev")]
          .filter((number) => number.checkVisibility({ visibilityProperty: true }))
          .map((number) => number.textContent ?? ""),
        scrolled: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth
      };
    });
    expect(heading).not.toBe("");
    const plain = (text: string): string => text.replace(/\s|\u2060/g, "");
    expect(numbers.filter((number) => !plain(selected).includes(plain(number)))).toEqual([]);
    expect(scrolled).toBe(room);
  });

test("Firefox: evidence opens at a number and closes with Escape", async () => {
  await page.setViewport({ width: 1280, height: 900 });
  await open("/reserves-vs-output");
  await page.locator("main > p a.ev").click();
  await page.waitForSelector(".evidence:popover-open", { visible: true });
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector(".evidence:popover-open") === null);
});

test("Firefox: a sentence that is selected by hand, from one number to another, has both", async () => {
  await page.setViewport({ width: 1280, height: 900 });
  await open("/gallium");
  const [first, last] = (await page.$$("main > p.lede a.ev, main > h1 ~ p a.ev")).slice(0, 2);
  const [from, to] = [await first?.boundingBox(), await last?.boundingBox()];
  if (!first || !last || !from || !to) throw new Error("the page opens with no two numbers");
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 5 });
  await page.mouse.up();
  const plain = (text: string): string => text.replace(/\s|\u2060/g, "");
  const selected = plain(await page.evaluate(() => getSelection()?.toString() ?? ""));
  for (const number of [first, last])
    expect(selected).toContain(plain(await number.evaluate(({ textContent }) => textContent ?? "")));
  expect(await page.$(".evidence:popover-open")).toBeNull();
});

test("Firefox: a choice changes numbers, says so, and is taken back", async () => {
  await open("/reserves-vs-output");
  await page.locator(".choices summary").click();
  const chosen = await page.$eval(".choices select", (select) => (select as HTMLSelectElement).options[1]?.value ?? "");
  await page.select(".choices select", chosen);
  await page.waitForFunction(() => document.querySelector(".choices-state")?.textContent?.startsWith("By your choice"));
  await page.locator(".choices-state button").click();
  await page.waitForFunction(
    () => document.querySelector(".choices-state")?.textContent === "The numbers are as written."
  );
});

test("Firefox: a model answers the arrow keys, and a comma is read as a decimal point", async () => {
  await open("/reserves-vs-output");
  await page.locator("#goal").scroll();
  const field = await page.waitForSelector("#goal input[role=spinbutton]", { visible: true });
  const before = await page.$eval("#goal .answer", (answer) => answer.textContent);
  await field?.focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction((words) => document.querySelector("#goal .answer")?.textContent !== words, {}, before);
  await field?.click({ count: 3 });
  await page.keyboard.type("12,5");
  await page.keyboard.press("Tab");
  expect(await field?.evaluate((input) => (input as HTMLInputElement).value)).toBe("12.5");
});

test("Firefox: what is typed is found", async () => {
  await open("/search");
  await page.locator("input[type=search]").fill("gallium");
  await page.waitForSelector(".results li a", { visible: true });
});

test("Firefox: explore draws another table", async () => {
  await open("/explore");
  await page.mouse.move(20, 20);
  await page.mouse.move(300, 200);
  await page.waitForSelector("select[name=table]");
  await page.select("select[name=table]", "positions");
  await page.waitForFunction(
    () => document.querySelector("#your-title")?.textContent === "Number of positions by topic and stance"
  );
});
