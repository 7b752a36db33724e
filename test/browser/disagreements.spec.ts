import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const page = "/disagreements";
const shown = (tab: Page): Locator => tab.locator(".comparisons > li:visible");
const status = (tab: Page): Locator => tab.locator(".choose-kind output");
const choice = (tab: Page, name: RegExp): Locator => tab.getByRole("radio", { name });

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a kind leaves as many rows as it says, and all brings them back", async ({ page: tab }) => {
      await tab.goto(page);
      const all = await shown(tab).count();
      await choice(tab, /^misreadings/).check();
      const label = await tab.locator(".choose-kind label", { hasText: "misreadings" }).innerText();
      await expect(shown(tab)).toHaveCount(Number(label.match(/\d+/)?.[0]));
      await choice(tab, /^all/).check();
      await expect(shown(tab)).toHaveCount(all);
    });
  });

test("the scale stands only over rows that have one", async ({ page: tab }) => {
  await tab.goto(page);
  for (const { name, isScaled } of [
    { name: /^conflicts/, isScaled: true },
    { name: /^implied/, isScaled: false },
    { name: /^all/, isScaled: true }
  ]) {
    await choice(tab, name).check();
    await expect(tab.locator(".axis p")).toBeVisible({ visible: isScaled });
    await expect(tab.locator(".scale-note")).toBeVisible({ visible: isScaled });
    expect((await tab.locator(".comparisons .strip:visible").count()) > 0).toBe(isScaled);
  }
});

test("the kind is in the address, said aloud, and Back undoes it", async ({ page: tab }) => {
  await tab.goto(page);
  await expect(status(tab)).toBeEmpty();
  await choice(tab, /^conflicts/).focus();
  await tab.keyboard.press("Space");
  await expect(tab).toHaveURL(/\?kind=conflict$/);
  await expect(status(tab)).toHaveText(
    `${await shown(tab).count()} of ${await tab.locator(".comparisons > li").count()} shown`
  );
  await tab.keyboard.press("ArrowRight");
  await expect(tab).toHaveURL(/\?kind=qualifier$/);
  await tab.goBack();
  await expect(choice(tab, /^conflicts/)).toBeChecked();
  await tab.goBack();
  await expect(choice(tab, /^all/)).toBeChecked();
});

test("an address brings its kind, and never hides the row that it leads to", async ({ page: tab }) => {
  await tab.goto(`${page}?kind=implied`);
  await expect(choice(tab, /^implied/)).toBeChecked();
  await tab.goto(`${page}?kind=implied#plans-for-output`);
  await expect(tab.locator("#plans-for-output")).toBeVisible();
  await tab.goto(`${page}?kind=nonsense`);
  await expect(choice(tab, /^all/)).toBeChecked();
});

test("a row leads to the reasoning of a verdict", async ({ page: tab }) => {
  await tab.goto(page);
  await tab.locator("#consumption-of-russia .verdicts a").click();
  await expect(tab.locator(":target")).toContainText("Verdict: contradicted");
  await expect(tab.locator(":target")).toBeInViewport();
});

for (const width of [660, 768, 1280])
  test(`labels at ${width} px touch neither each other nor the words beside them`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto(page);
    const overlaps = await tab.locator(".under .values").evaluateAll((lists) => {
      const boxes = lists.map((list) =>
        [...list.querySelectorAll(".ev, span")].map((part) => part.getBoundingClientRect())
      );
      const touch = (a: DOMRect, b: DOMRect): boolean =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
      return boxes.flatMap((row, place) => {
        const end = (lists[place] as Element).getBoundingClientRect().right + 32;
        const outside = row.filter(({ right }) => right > end);
        const touching = row.filter((one, index) => row.slice(index + 1).some((other) => touch(one, other)));
        return [...outside, ...touching].map(({ left, top, width }) => ({ place, left, top, width }));
      });
    });
    expect(overlaps).toEqual([]);
  });

test("on a phone every value is a line of its own", async ({ page: tab }) => {
  await tab.setViewportSize({ width: 390, height: 844 });
  await tab.goto(page);
  const tops = await tab
    .locator("#plans-for-output .values > li")
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(tops.length);
});
