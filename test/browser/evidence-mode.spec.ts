import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

const chapter = "/reserves-vs-output";
const button = (page: Page) => page.getByRole("button", { name: "Show the evidence" });
const margin = (page: Page) => page.getByRole("complementary", { name: "Numbers in this text" });
const height = (page: Page) => page.locator("main").evaluate((main) => main.getBoundingClientRect().height);

test("one switch lights every number of the text by its kind, with a mark, and moves nothing", async ({ page }) => {
  await page.goto(chapter);
  const before = await height(page);
  await button(page).click();
  await expect(margin(page)).toBeVisible();
  for (const number of await page.locator("main > p:not(.switch) .ev").all()) {
    await expect(number).toHaveAttribute("data-kind", /./);
    await expect(number.locator(".mark")).toHaveCount(1);
  }
  const sum = page.locator('main > p [data-fact^="derived."] .mark').first();
  expect(await sum.evaluate((mark) => getComputedStyle(mark, "::before").content)).toBe('"="');
  expect(await height(page)).toBe(before);
  await button(page).click();
  await expect(margin(page)).toHaveCount(0);
  await expect(page.locator(".mark")).toHaveCount(0);
});

test("its code and style are fetched at the first use", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await page.goto(chapter);
  await expect(button(page)).toBeVisible();
  const before = scripts.length;
  expect(await page.content()).not.toContain(".facts-head");
  await button(page).click();
  await expect(margin(page)).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

test("the list holds the facts in the order of the text; an entry leads to its number", async ({ page }) => {
  await page.goto(`${chapter}?evidence=on`);
  const inText = await page
    .locator("main :is(h1, h2, p, .nb):not(.evidence *, .evidence-list *) > .ev[data-fact]")
    .evaluateAll((numbers) => [...new Set(numbers.map((number) => (number as HTMLElement).dataset.fact))]);
  const entries = margin(page).getByRole("listitem").getByRole("button");
  await expect(entries).toHaveCount(inText.length);
  await entries.nth(9).click();
  await expect(page.locator(`main > p [data-fact="${inText[9]}"]`).first()).toBeFocused();
  await expect(entries.nth(9)).toHaveAttribute("aria-current", "true");
  await page.locator(`main > p [data-fact="${inText[3]}"]`).first().focus();
  await expect(entries.nth(3)).toHaveAttribute("aria-current", "true");
});

test("the address keeps it: on loading, back and forward", async ({ page }) => {
  await page.goto(chapter);
  await button(page).click();
  await expect(page).toHaveURL(/\?evidence=on$/);
  await page.goBack();
  await expect(margin(page)).toHaveCount(0);
  await expect(button(page)).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await expect(margin(page)).toBeVisible();
  await page.reload();
  await expect(margin(page)).toBeVisible();
});

test("it works by keyboard: Enter lights, Escape in the list dims and returns to the switch", async ({ page }) => {
  await page.goto(chapter);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await margin(page).getByRole("listitem").getByRole("button").first().focus();
  await page.keyboard.press("Escape");
  await expect(margin(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the list is a sheet along the lower edge, and a tap on an entry shows its number above it", async ({
    page
  }) => {
    await page.goto(chapter);
    await button(page).tap();
    const box = await margin(page).boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.width).toBe(390);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
    await margin(page).getByRole("listitem").getByRole("button").nth(2).tap();
    const number = await page.locator(":focus").boundingBox();
    expect((number?.y ?? 0) + (number?.height ?? 0)).toBeLessThan(box?.y ?? 0);
    await margin(page).getByRole("button", { name: "Hide the evidence" }).tap();
    await expect(margin(page)).toHaveCount(0);
  });
});

test("the lit page has no accessibility fault, at any width and in dark", async ({ page }) => {
  test.slow();
  await page.goto(`${chapter}?evidence=on`);
  for (const look of looks(1280, 390)) {
    await show(page, look);
    await expect(margin(page)).toBeVisible();
    expect(await violations(page, look)).toEqual([]);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("there is no switch; the list that closes the page serves", async ({ page }) => {
    await page.goto(chapter);
    await expect(page.locator(".switch")).toBeHidden();
    await expect(page.locator(".evidence-list")).toBeVisible();
  });
});
