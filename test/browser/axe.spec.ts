import { expect, pagePaths, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

for (const path of pagePaths)
  test(`${path} has no accessibility fault, at any width and in dark`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    for (const look of looks(1280, 768, 390)) {
      await show(page, look);
      expect(await violations(page, look)).toEqual([]);
      // What opens is a dialog on a wide screen, and a sheet on a phone.
      if (look.width === 768) continue;
      const number = page.locator("main a.ev[data-fact]:visible").first();
      if ((await number.count()) === 0) continue;
      await number.click();
      await expect(page.locator(":popover-open")).toBeVisible();
      expect(await violations(page, look, ":popover-open")).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.locator(":popover-open")).toHaveCount(0);
      const workbench = page.locator(".live");
      if ((await workbench.count()) === 0) continue;
      await workbench.scrollIntoViewIfNeeded();
      await expect(workbench.getByRole("status")).not.toBeEmpty();
      expect(await violations(page, look, ".live")).toEqual([]);
    }
  });
