import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { readLedger } from "../../src/notebook/ledger/read-ledger.ts";
import { makeNotebook } from "../../src/notebook/page/notebook.ts";
import { numberText, tokenForms } from "../../src/notebook/page/tokens.ts";
import { chosenDerivations } from "../../src/notebook/tables/choices.ts";
import { story } from "../story.ts";
import { expect, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

const chapter = "/reserves-vs-output";
const ratio = 'main > p [data-fact="derived.reserve-ratio"]';
/** What the figure that divides the two counts says of each choice. */
const counts = (page: Page) => page.locator("#reserves-by-source .by-choice");
const shares = (page: Page) => page.locator("#reserves-and-output-shares .by-choice");
const control = (page: Page) => page.locator("details.choices");
const select = (page: Page, name: string) => control(page).locator(`select[name="${name}"]`);
const open = (page: Page) => control(page).locator("summary").click();
const state = (page: Page) => page.locator(".choices-state");
const ledger = readLedger(fileURLToPath(new URL("../..", import.meta.url)));
const notebookWith = (chosen: Record<string, string>) =>
  makeNotebook({ ...ledger, derivations: chosenDerivations(ledger, chosen) }, story);

/** The text of a number without what it was. */
const shown = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((numbers) =>
    numbers.flatMap((number) => {
      const note = number.closest("figure")?.querySelector(".by-choice")?.textContent ?? "";
      if (note.startsWith("Not by your choice")) return [];
      const copy = number.cloneNode(true) as HTMLElement;
      copy.querySelector(".was")?.remove();
      return [{ id: (number as HTMLElement).dataset.fact ?? "", text: copy.textContent ?? "" }];
    })
  );

for (const path of ["/", chapter])
  test(`every calculated number in a figure on ${path} follows the choice, and no sentence does`, async ({ page }) => {
    const chosen = { reserves: "explored", edition: "2025" };
    const after = notebookWith(chosen);
    await page.goto(path);
    const sentences = await page.locator("main > :is(h1, h2, p)").allInnerTexts();
    await page.goto(`${path}?reserves=explored&edition=2025`);
    await expect(state(page)).toContainText("By your choice");
    const numbers = await shown(page, 'main figure:has(.by-choice) .ev[data-fact^="derived."]');
    // The figures of the chapter that follow these two choices draw no number that is ours.
    if (path === "/") expect(numbers.length).toBeGreaterThan(0);
    for (const { id, text } of numbers) {
      const fact = after.fact(id);
      if (!fact) throw new Error(`no ${id}`);
      expect(tokenForms.map((form) => numberText(fact, form, after))).toContain(text);
    }
    expect(
      (await page.locator("main > :is(h1, h2, p)").allInnerTexts()).filter((text) => !text.startsWith("By your choice"))
    ).toEqual(sentences.filter((text) => text !== ""));
  });

test("a choice changes sum, title and figure, and no sentence; the default brings all back", async ({ page }) => {
  await page.goto(chapter);
  const before = await page.locator("main").innerText();
  await open(page);
  await select(page, "edition").selectOption("2024");
  await expect(state(page)).toContainText(/By your choice \d+ figures and models differ/);
  await expect(page.locator(ratio)).toHaveText("7.5");
  await expect(page.locator("#reserves-and-output-shares h3")).toContainText("9.1%");
  await expect(page.locator("#reserves-by-source .by-choice")).toContainText("Not by your choice");
  await page.locator(ratio).click();
  await expect(page.locator("#p-derived-reserve-ratio h3")).toContainText("2.9 by your choice; 7.5 as written");
  await expect(page.locator("#p-derived-reserve-ratio")).toContainText("10 million tonnes");
  await page.locator("#p-derived-reserve-ratio .inputs .ev").last().click();
  await expect(page.locator("#p-usgs-mcs-2024-reserves-russia-2024")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show them as written" }).click();
  await expect(page.locator(".changed, .by-choice")).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${chapter}$`));
  await control(page).locator("summary").click();
  await expect(state(page)).toHaveText("The numbers are as written.");
  const text = (await page.locator("main").innerText()).replace("The numbers are as written.", "");
  expect(text.replace(/\s+/g, " ")).toBe(before.replace(/\s+/g, " "));
});

for (const width of [1280, 768, 390])
  test(`the choice stands in one row with the switch to the evidence, open too, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(chapter);
    const look = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { font, borderTopWidth, borderTopColor, color } = getComputedStyle(element);
        const { top, height } = element.getBoundingClientRect();
        return { font, borderTopWidth, borderTopColor, color, top, height };
      });
    const before = await look("#show-evidence");
    expect(await look(".choices summary")).toEqual(before);
    await open(page);
    await expect(select(page, "edition")).toBeVisible();
    expect(await look("#show-evidence")).toEqual(before);
    expect((await look(".choices summary")).top).toBe(before.top);
  });

test("models start at the preferred numbers; what the reader has set stays", async ({ page }) => {
  await page.goto(`${chapter}?life.output=5000`);
  const life = page.locator("#life");
  const reserve = life.getByRole("spinbutton", { name: /Reserve/ });
  await life.scrollIntoViewIfNeeded();
  await expect(reserve).toHaveValue("28.5");
  const answer = await life.locator(".answer").innerText();
  await page.goto(`${chapter}?life.output=5000&reserves=ministry&edition=2024`);
  await expect(state(page)).toContainText("By your choice");
  await life.scrollIntoViewIfNeeded();
  await expect(reserve).not.toHaveValue("28.5");
  await expect(life.getByRole("spinbutton", { name: /Output/ })).toHaveValue("5,000");
  await expect(life.locator("[data-given=reserve]")).toContainText("by your choice");
  await expect(life.locator("[data-given=reserve] b")).toHaveText("Given");
  await expect(life.locator(".answer")).not.toHaveText(answer);
  const goal = page.locator("#goal");
  await goal.scrollIntoViewIfNeeded();
  await expect(goal.locator(".question")).toContainText("was 2025");
  await expect(goal.locator(".question")).not.toContainText("was 2,600");
  await goal.locator(".question .changed").first().click();
  await expect(page.locator("#p-usgs-mcs-2024-mine-production-world-2023")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show them as written" }).click();
  await expect(reserve).toHaveValue("28.5");
  await expect(goal.locator(".question")).not.toContainText("was");
  await expect(life.locator(".answer")).toHaveText(answer);
});

test.describe("by touch, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a tap opens the choice, and the numbers follow it and come back", async ({ page }) => {
    await page.goto(chapter);
    await control(page).locator("summary").tap();
    const wanted = select(page, "edition");
    await expect.poll(async () => (await wanted.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await wanted.tap();
    await wanted.selectOption("2024");
    await expect(shares(page)).toBeVisible();
    await page.locator(ratio).tap();
    await expect(page.locator("#p-derived-reserve-ratio")).toContainText("By your choice");
    await page.getByRole("link", { name: "Close" }).first().tap();
    await page.getByRole("button", { name: "Show them as written" }).tap();
    await expect(page.locator(".changed, .by-choice")).toHaveCount(0);
  });
});

for (const [what, answer] of [
  ["is not there", 404],
  ["cannot be reached", null]
] as const)
  test(`a choice whose file ${what} leaves control, address and numbers as they were, and says so`, async ({
    page,
    complaints
  }) => {
    await page.goto(chapter);
    await open(page);
    await select(page, "reserves").selectOption("explored");
    await expect(counts(page)).toBeVisible();
    const before = await page.locator("#reserves-by-source").innerText();
    await page.route("**/choices/*.2024.json*", (route) =>
      answer ? route.fulfill({ status: answer }) : route.abort()
    );
    await select(page, "edition").selectOption("2024");
    await expect(state(page)).toContainText("could not be loaded; the page is as it was");
    await expect(select(page, "edition")).toHaveValue("newest-edition");
    await expect(select(page, "reserves")).toHaveValue("explored");
    await expect(page).toHaveURL(/\?reserves=explored$/);
    expect(await page.locator("#reserves-by-source").innerText()).toEqual(before);
    await page.unroute("**/choices/*.2024.json*");
    await select(page, "edition").selectOption("2024");
    await expect(state(page)).toContainText("By your choice");
    expect(complaints.splice(0)).not.toEqual([]);
  });

test("the address keeps the choice: back, forward, and on loading", async ({ page }) => {
  await page.goto(chapter);
  await open(page);
  await select(page, "reserves").selectOption("explored");
  await expect(page).toHaveURL(/\?reserves=explored$/);
  await expect(counts(page)).toBeVisible();
  await page.goBack();
  await expect(page.locator(".changed, .by-choice")).toHaveCount(0);
  await page.goForward();
  await expect(counts(page)).toBeVisible();
  await expect(select(page, "reserves")).toHaveValue("explored");
});

test("it works by keyboard, and beside the lit evidence", async ({ page }) => {
  await page.goto(`${chapter}?evidence=on`);
  await control(page).locator("summary").focus();
  await page.keyboard.press("Enter");
  await select(page, "edition").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/evidence=on&edition=2024/);
  await expect(shares(page)).toBeVisible();
});

test("a changed page has no accessibility fault, at any width and in dark", async ({ page }) => {
  test.slow();
  await page.goto(`${chapter}?reserves=explored&edition=2024`);
  await expect(state(page)).toContainText("By your choice");
  await open(page);
  for (const look of looks(1280, 390)) {
    await show(page, look);
    expect(await violations(page, look)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the numbers are as written, and the alternatives are listed", async ({ page }) => {
    await page.goto(chapter);
    await open(page);
    await expect(select(page, "edition")).toBeHidden();
    const other = notebookWith({ reserves: "rosnedra", edition: "2024" });
    const fact = other.fact("derived.reserve-ratio");
    if (!fact) throw new Error("no ratio");
    await expect(
      control(page)
        .getByRole("cell", { name: numberText(fact, "full", other), exact: true })
        .first()
    ).toBeVisible();
  });
});

test("every combination that the control offers is published", async ({ page }) => {
  await page.goto(chapter);
  const options = (name: string) =>
    select(page, name)
      .locator("option")
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  for (const reserves of await options("reserves"))
    for (const edition of (await options("edition")).slice(reserves === "rosnedra" ? 1 : 0))
      readFileSync(
        fileURLToPath(new URL(`../../dist/choices/reserves-vs-output.${reserves}.${edition}.json`, import.meta.url))
      );
});
