import { expect, test } from "./site.ts";

// Whether a first visit opens in the notebook's faces depends on the road alone, so the road is told here, not made.
const families = ["Serif Text", "Serif Display", "Sans"];

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
