import { expect, pagePaths, test } from "./site.ts";

test.use({ viewport: { width: 320, height: 640 } });

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    for (const path of pagePaths)
      test(`${path} does not scroll sideways at 320 px`, async ({ page }) => {
        await page.goto(path);
        if (javaScriptEnabled) {
          for (let y = 0; y < 20; y++) await page.mouse.wheel(0, 1000);
          await page.waitForLoadState("networkidle");
        }
        await page.locator("details").evaluateAll((all) => {
          for (const details of all as HTMLDetailsElement[]) details.open = true;
        });
        const root = page.locator("html");
        const [scrolled, room] = await root.evaluate((html) => [html.scrollWidth, html.clientWidth]);
        expect(scrolled).toBe(room);
      });
  });
