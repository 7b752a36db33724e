import type { Page } from "@playwright/test";
import { leastShift } from "../bench/report.ts";
import { slow } from "../bench/visit.ts";
import { expect, test } from "./site.ts";

const families = ["Serif Text", "Serif Display", "Sans Text"];

/** Notes in the page for which faces it asks, and whether any text stood there by then. */
const noteAsking = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    document.fonts.load = async (font) => {
      const { dataset } = document.documentElement;
      dataset.asked = `${dataset.asked ?? ""}${font};`;
      if (document.body?.textContent) dataset.late = "";
      return [];
    };
  });

async function askedFaces(page: Page): Promise<string[]> {
  const html = page.locator("html");
  expect(await html.getAttribute("data-late")).toBeNull();
  return ((await html.getAttribute("data-asked")) ?? "").split(";").filter(Boolean);
}

test("a page that came by a short road asks for its faces before its text", async ({ page }) => {
  await noteAsking(page);
  await page.addInitScript(() => {
    performance.now = () => 20;
  });
  await page.goto("/gallium");
  expect(await askedFaces(page)).toEqual(families.map((family) => `1em "${family}"`));
});

test("a page that came by a slow line asks for none: its text does not wait", async ({ page }) => {
  await noteAsking(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", slow.network);
  await page.goto("/gallium");
  expect(await askedFaces(page)).toEqual([]);
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
