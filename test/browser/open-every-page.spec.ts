import { expect, pagePaths, test } from "./site.ts";

test("there are pages to open", () => {
  expect(pagePaths).toContain("/");
});

for (const path of pagePaths) {
  for (const javaScriptEnabled of [true, false])
    test.describe(`${path} with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled });
      test("opens without a complaint, and has a heading", async ({ page }) => {
        await page.goto(path);
        await scrollThrough(page, javaScriptEnabled);
        await expect(page.locator("h1")).toBeVisible();
        expect(await page.locator(".observablehq--error").count()).toBe(0);
      });
    });
}

async function scrollThrough(page: import("@playwright/test").Page, javaScriptEnabled: boolean): Promise<void> {
  if (!javaScriptEnabled) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y <= height; y += 500) {
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(50);
  }
  await page.waitForLoadState("networkidle");
}
