import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const page = "/disagreements";
const fold = (tab: Page, id: string): Locator => tab.locator(`details#${id}`);

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a kind opens by mouse and by keyboard, with as many rows as it says", async ({ page: tab }) => {
      await tab.goto(page);
      await expect(tab.locator(".comparisons > li:visible")).toHaveCount(0);
      await fold(tab, "conflict").locator("summary").click();
      await fold(tab, "misreading").locator("summary").press("Enter");
      for (const id of ["conflict", "misreading"]) {
        const said = (await fold(tab, id).locator("summary").innerText()).match(/\d+/)?.[0];
        await expect(fold(tab, id).locator(".comparisons > li:visible")).toHaveCount(Number(said));
      }
    });

    test("a link to a comparison or a verdict opens what it is folded in", async ({ page: tab }) => {
      for (const id of ["plans-for-output", "verdict-reserves-proven"]) {
        await tab.goto("/");
        await tab.goto(`${page}#${id}`);
        await expect(tab.locator(`#${id}`)).toBeInViewport();
      }
    });
  });

test("on a phone the page is told before it is long", async ({ page: tab }) => {
  await tab.setViewportSize({ width: 390, height: 844 });
  await tab.goto(page);
  const end = await tab.locator("main").evaluate((main) => {
    const last = main.querySelector("#how-disagreements-are-found, [id^=how-disagreements]") as Element;
    return last.getBoundingClientRect().top + scrollY;
  });
  expect(end / 844).toBeLessThan(10);
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
    for (const summary of await tab.locator("details[id] > summary").all()) await summary.click();
    const overlaps = await tab.locator(".under .values").evaluateAll((lists) => {
      const boxes = lists.map((list) =>
        [...list.querySelectorAll("li > :not(svg)")].map((part) => part.getBoundingClientRect())
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
  await tab.goto(`${page}#plans-for-output`);
  const tops = await tab
    .locator("#plans-for-output .values > li")
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(tops.length);
});
