import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const chapter = "/reserves-vs-output";
const open = ".evidence:popover-open";
const firstNumber = (page: Page): Locator => page.locator("main > p a.ev").first();

test("a click on a number opens its evidence, a second one closes it", async ({ page }) => {
  await page.goto(chapter);
  await firstNumber(page).click();
  await expect(page.locator(open)).toHaveCount(1);
  // Its arrow, which points to the dialog, is where a locator would click.
  const { x, y } = await firstNumber(page).evaluate((number) => number.getBoundingClientRect());
  await page.mouse.click(x + 10, y + 10);
  await expect(page.locator(open)).toHaveCount(0);
});

test("Enter opens the evidence at its heading, Escape closes it and returns to the number", async ({ page }) => {
  await page.goto(chapter);
  await firstNumber(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(`${open} .amount`)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(open)).toHaveCount(0);
  await expect(firstNumber(page)).toBeFocused();
});

test("a selection begins and ends within numbers, and opens nothing", async ({ page }) => {
  await page.goto(chapter);
  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
  await expect
    .poll(() => page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes("/style."))))
    .toBe(true);
  const number = firstNumber(page);
  const words = (await number.textContent()) ?? "";
  const drag = async (from: number, to: number): Promise<string> => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const { x, y, width, height } = await number.evaluate((element) => element.getBoundingClientRect().toJSON());
    await page.mouse.move(x + width * from, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * to, y + height / 2, { steps: 10 });
    await page.mouse.up();
    return page.evaluate(() => getSelection()?.toString() ?? "");
  };
  // The browser loses a selection that is drawn while fonts arrive.
  await expect(async () => {
    const within = await drag(0.4, 0.9);
    expect(within.length).toBeGreaterThan(2);
    expect(words).toContain(within);
    await expect(page.locator(open)).toHaveCount(0);
  }).toPass();
  const from = await drag(0.4, 1.3);
  expect(words).not.toContain(from);
  expect(from.slice(0, 3)).toBe(words.slice(words.indexOf(from.slice(0, 3))).slice(0, 3));
  await expect(page.locator(open)).toHaveCount(0);
  await expect(page).toHaveURL(/\/reserves-vs-output$/);
});

test("a sentence is copied with its numbers", async ({ page }) => {
  await page.goto(chapter);
  const paragraph = page.locator("main > p:has(a.ev)").first();
  const copied = await paragraph.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return getSelection()?.toString();
  });
  for (const number of await paragraph.locator("a.ev").allTextContents()) expect(copied).toContain(number);
});

test("the evidence lies within the window, below its number, above it, or along the edge", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(chapter);
  for (const number of (await page.locator("main > p a.ev").all()).slice(0, 12)) {
    await number.click();
    const box = await page.locator(open).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
    await page.keyboard.press("Escape");
  }
});

for (const [javaScriptEnabled, opened] of [
  [true, open],
  [false, ".evidence:target"]
] as const)
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a sum leads on to the figures that go in", async ({ page }) => {
      await page.goto(chapter);
      await page.locator('main > p a[data-fact^="derived."]').first().click();
      const input = page.locator(`${opened} .inputs .ev`).first();
      const target = await input.getAttribute("href");
      await input.click();
      await expect(page.locator(target ?? "")).toBeVisible();
    });

    test("Evidence under a figure lists what is drawn, and each number leads on", async ({ page }) => {
      await page.goto(chapter);
      await page.locator("main > figure .actions .ev").first().click();
      const number = page.locator(`${opened} li .ev`).first();
      const target = await number.getAttribute("href");
      await number.click();
      await expect(page.locator(`${target} .says`)).toBeVisible();
    });

    test("Table opens the table of a figure", async ({ page }) => {
      await page.goto(chapter);
      const figure = page.locator("main > figure").first();
      await figure.locator(".actions a", { hasText: "Table" }).click();
      await expect(figure.locator("table")).toBeVisible();
    });

    test("on a phone the evidence is a sheet along the lower edge", async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(chapter);
      await firstNumber(page).click();
      await page
        .locator(opened)
        .evaluate((sheet) => Promise.all(sheet.getAnimations().map(({ finished }) => finished)));
      const box = await page.locator(opened).boundingBox();
      expect(box?.x).toBe(0);
      expect(box?.width).toBe(390);
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
      expect(box?.height).toBeLessThanOrEqual(844 * 0.86 + 1);
      await page.locator(`${opened} > .close`).click();
      await expect(page.locator(opened)).toHaveCount(0);
    });
  });

test("a symbol opens the same evidence, by click and by Enter, and a second click closes it", async ({ page }) => {
  await page.goto(chapter);
  const symbol = page.locator("figure .drawing:visible svg a").first();
  await symbol.scrollIntoViewIfNeeded();
  const name = (await symbol.getAttribute("href"))?.replace("#e-", "#p-") ?? "";
  await symbol.click();
  await expect(page.locator(name)).toBeVisible();
  await symbol.click();
  await expect(page.locator(open)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.locator(name)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(open)).toHaveCount(0);
  await expect(symbol).toBeFocused();
});

test.describe("by touch, on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap opens the evidence, leads on to what goes into a sum, and closes it", async ({ page }) => {
    await page.goto(chapter);
    await page.locator('main > p a[data-fact^="derived."]').first().tap();
    const input = page.locator(`${open} .inputs .ev`).first();
    const target = (await input.getAttribute("href"))?.slice(1);
    await input.tap();
    await expect(page.locator(`#${target}:popover-open`)).toHaveCount(1);
    await page.locator(`#${target} > .close`).tap();
    await expect(page.locator(`#${target}:popover-open`)).toHaveCount(0);
    await firstNumber(page).tap();
    await expect(page.locator(open)).toHaveCount(1);
    await page.touchscreen.tap(195, 20);
    await expect(page.locator(open)).toHaveCount(0);
  });
});

test("evidence is a dialog with a name while it is open, else an entry of the list that keeps its room", async ({
  page
}) => {
  await page.goto(chapter);
  const entry = page.locator(".evidence-list > ol > li:has(> .evidence > .thread)").first();
  const evidence = entry.locator("> .evidence");
  await expect(evidence.locator(".thread")).toBeHidden();
  await page.locator(".evidence-list summary").click();
  await expect(evidence.locator(".thread")).toBeVisible();
  await expect(evidence.locator("h3")).toBeHidden();
  await expect(evidence).not.toHaveRole("dialog");
  const height = (await entry.boundingBox())?.height;
  await entry.locator("> .ev").click();
  await expect(evidence).toHaveRole("dialog");
  await expect(evidence).toHaveAccessibleName(`Evidence: ${await evidence.locator("h3").textContent()}`);
  expect((await entry.boundingBox())?.height).toBe(height);
  await page.keyboard.press("Escape");
  await expect(evidence).not.toHaveRole("dialog");
  expect((await entry.boundingBox())?.height).toBe(height);
});

test("an address that opens evidence opens it at its number", async ({ page }) => {
  await page.goto(chapter);
  const href = await firstNumber(page).getAttribute("href");
  await page.goto("/gallium");
  await page.goto(chapter + href);
  await expect(page.locator(`${href}:popover-open`)).toBeVisible();
  await expect(firstNumber(page)).toBeInViewport();
  await page.locator(`${href} > .close`).click();
  await expect(page.locator(href ?? "")).toBeHidden();
  await expect(firstNumber(page)).toBeFocused();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a number opens its evidence where its reader is, and the way back leads to the number", async ({ page }) => {
    await page.goto(chapter);
    const number = page.locator("main > h2 ~ p a.ev").first();
    await number.scrollIntoViewIfNeeded();
    const href = (await number.getAttribute("href")) ?? "";
    const before = await page.evaluate(() => scrollY);
    await number.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(href)).toBeVisible();
    await expect(page.locator(href)).toBeInViewport();
    await expect(page.locator(href)).toHaveCSS("position", "fixed");
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(page.locator(".evidence-list > ol > li > .ev").first()).toBeHidden();
    await page.keyboard.press("Tab");
    await expect(page.locator(`${href} > .close`)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(href)).toBeHidden();
    await expect(page.locator(`a.ev[href="${href}"]`).first()).toBeFocused();
    await expect(page.locator(`a.ev[href="${href}"]`).first()).toBeInViewport();
    await page.goBack();
    await expect(page.locator(href)).toBeVisible();
  });

  test("a symbol leads to its entry in the list that closes the page", async ({ page }) => {
    await page.goto(chapter);
    const symbol = page.locator("figure .drawing:visible svg a").first();
    const href = await symbol.getAttribute("href");
    await symbol.click();
    await expect(page.locator(`.evidence-list ${href}`)).toBeInViewport();
  });
});
