import type { Page } from "@playwright/test";
import { expect, pagePaths, test } from "./site.ts";

test("there are pages to open", () => {
  expect(pagePaths).toContain("/");
});

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    for (const path of pagePaths)
      test(`${path} opens without a complaint, has a heading, and does not scroll sideways at 320 px`, async ({
        page
      }) => {
        await page.goto(path);
        if (javaScriptEnabled) await scrollThrough(page);
        await expect(page.locator("h1")).toBeVisible();
        expect(await page.locator(".observablehq--error").count()).toBe(0);
        expect(await unguardedLinks(page)).toEqual([]);

        await page.setViewportSize({ width: 320, height: 640 });
        // A page that is opened on a phone draws its figures for it, which a page made narrow may not.
        await page.reload();
        if (javaScriptEnabled) await scrollThrough(page);
        await page.locator("details").evaluateAll((all) => {
          for (const details of all as HTMLDetailsElement[]) details.open = true;
        });
        const [scrolled, room] = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
        expect(scrolled).toBe(room);
      });
  });

/** Brings every part of a page into view, so that all that wakes up late does, and waits until it has. */
async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.wheel(0, 1);
  await page.evaluate(async () => {
    for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
  await page.waitForLoadState("networkidle");
}

/** Links that lead elsewhere and tell that place where its reader comes from, or leave it a hold on this page. */
const unguardedLinks = (page: Page): Promise<string[]> =>
  page.locator("a[href]").evaluateAll((all) =>
    (all as HTMLAnchorElement[])
      // In a drawing an address is an object.
      .filter(({ href }) => /^https?:/.test(String(href)) && new URL(href).host !== location.host)
      .filter(({ rel }) => !/\bnoopener\b/.test(rel) || !/\bnoreferrer\b/.test(rel))
      .map(({ outerHTML }) => outerHTML.slice(0, 160))
  );
