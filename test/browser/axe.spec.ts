import { expect, pagePaths, test } from "./site.ts";
import { type Look, show, violations } from "./violations.ts";

/** What is wide and what is narrow, in light; and dark between the two, where the third drawing of each figure shows. */
const looks: readonly Look[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 768 }
];

/** The rules that what stands between wide and narrow can break though neither does: colours, room, names of marks. */
const between = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "link-name"];

for (const path of pagePaths)
  test(`${path} has no accessibility fault, at any width and in dark`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    for (const look of looks) {
      await show(page, look);
      expect(await violations(page, look, "html", look.width === 768 ? between : undefined)).toEqual([]);
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

for (const path of pagePaths)
  test(`${path} keeps its order, and its links apart, with all that can be unfolded`, async ({ page }) => {
    const look = { colorScheme: "light", width: 390 } as const;
    await page.goto(path);
    // Whoever unfolds something has brought the whole style sheet by it.
    await page.mouse.wheel(0, 1);
    await page.waitForLoadState("networkidle");
    await page.locator("details").evaluateAll((all) => {
      for (const details of all as HTMLDetailsElement[]) details.open = true;
    });
    await show(page, look);
    expect(await violations(page, look, "html", ["target-size", "region", "heading-order"])).toEqual([]);
  });

/** As many as the longest page has; with a stop for each number in its drawings, tables and list of evidence it has more. */
const mostStops = 300;

for (const path of pagePaths.filter((path) => !/^\/(?:sources?\b|claim|embed)/.test(path)))
  test(`${path} is not too long a way for who goes through it by keyboard, on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    const stops = await page
      .locator("a[href], button, input, select, textarea, summary, [tabindex]")
      .evaluateAll(
        (all) =>
          (all as HTMLElement[]).filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
            .length
      );
    expect(stops).toBeGreaterThan(20);
    expect(stops).toBeLessThanOrEqual(mostStops);
  });
