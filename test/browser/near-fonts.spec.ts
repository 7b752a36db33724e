import { leastShift } from "../../src/build/bench/report.ts";
import { expect, test } from "./site.ts";

// Whether a first visit opens in the notebook's faces depends on the road alone, so the road is told here, not made.
const families = ["Serif Text", "Serif Display", "Sans Text"];

for (const { road, wait, asked } of [
  { road: "a short road", wait: 20, asked: families },
  { road: "a long road", wait: 562, asked: [] }
])
  test(`a page that came by ${road} asks for ${asked.length} faces before its text`, async ({ page }) => {
    await page.addInitScript((responseStart) => {
      performance.getEntriesByType = () => [{ requestStart: 0, responseStart } as PerformanceNavigationTiming];
      document.fonts.load = async (font) => {
        document.documentElement.dataset.asked = `${document.documentElement.dataset.asked ?? ""}${font};`;
        document.documentElement.dataset.text = String(document.body?.textContent ?? "");
        return [];
      };
    }, wait);
    await page.goto("/gallium");
    const asks = (await page.locator("html").getAttribute("data-asked")) ?? "";
    expect(asks.split(";").filter(Boolean)).toEqual(asked.map((family) => `1em "${family}"`));
    expect((await page.locator("html").getAttribute("data-text")) ?? "").toBe("");
  });

test("what it asks for are the faces that the style sheet names", async ({ page }) => {
  await page.goto("/gallium");
  const loaded = await page.evaluate(
    async (names) =>
      (await Promise.all(names.map((name) => document.fonts.load(`1em "${name}"`)))).map((faces) => faces.length),
    families
  );
  expect(loaded).toEqual(families.map(() => 1));
});

test("a face that comes after the text is left for the next page, and nothing moves", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.route("**/*.woff2", async (route) => {
    await page.locator("footer").waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await page.waitForTimeout(300);
    await route.continue();
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[])
        dataset.shift = String(Number(dataset.shift ?? 0) + value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/us-demand");
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(Number(await page.locator("html").getAttribute("data-shift"))).toBeLessThan(leastShift);
});
