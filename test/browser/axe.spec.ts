import { expect, pagePaths, test } from "./site.ts";
import { violations } from "./violations.ts";

for (const path of pagePaths)
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`${path}, ${colorScheme}`, () => {
      test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
      for (const width of [1280, 768, 390])
        test(`has no accessibility fault at ${width} px`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(path);
          expect(await violations(page)).toEqual([]);
          const number = page.locator("main button.ev:visible").first();
          if ((await number.count()) === 0) return;
          await number.click();
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press("Escape");
          const workbench = page.locator(".live");
          if ((await workbench.count()) === 0) return;
          await workbench.scrollIntoViewIfNeeded();
          await expect(workbench.getByRole("status")).not.toBeEmpty();
          expect(await violations(page)).toEqual([]);
        });
    });
