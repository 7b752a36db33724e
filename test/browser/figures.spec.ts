import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const chapter = "/reserves-vs-output";

/** Adds up how far the page's content moves of itself, from its first moment on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved += (entry as PerformanceEntry & { value: number }).value;
      document.documentElement.dataset.moved = String(moved);
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => Number(await page.evaluate(() => document.documentElement.dataset.moved ?? 0));
}

test("no figure code is fetched before the reader does something", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(chapter);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => /figures|_node|_cells|_observablehq/.test(path))).toEqual([]);
});

test("the code that draws is fetched where no drawing fits its room, and only there", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const { width, fits } of [
    { width: 1280, fits: true },
    { width: 768, fits: true },
    { width: 390, fits: true },
    { width: 700, fits: false },
    { width: 360, fits: false }
  ]) {
    asked.length = 0;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(chapter);
    const figure = page.locator("figure[data-figure]").first();
    await figure.locator("svg a:visible").first().focus();
    await page.keyboard.press("Shift");
    await expect(figure.getByRole("tooltip")).toBeVisible();
    const drawing = () => asked.some((path) => path.includes("/client/figures."));
    if (fits) {
      await page.waitForLoadState("networkidle");
      expect(drawing()).toBe(false);
    } else await expect.poll(drawing).toBe(true);
  }
});

for (const width of [1280, 700, 360])
  test(`figures have their real width at ${width} px, and nothing moves`, async ({ page }) => {
    const moved = await watchShifts(page);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(chapter);
    for (const figure of await page.locator("figure[data-figure]").all()) {
      const height = (await figure.boundingBox())?.height;
      await figure.scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 1);
      await expect(page.locator(".tip")).toHaveCount(1);
      const room = await figure.locator(".drawings").evaluate((element) => element.clientWidth);
      await expect(figure.locator(".drawing:visible svg")).toHaveAttribute("width", String(room));
      expect((await figure.boundingBox())?.height).toBe(height);
    }
    expect(await moved()).toBe(0);
  });

test("one drawing is shown of each figure where the browser cannot ask for the room that it has", async ({ page }) => {
  // Words that no browser knows stand for those that an older one does not.
  await page.route(/\/(?:reserves-vs-output|style\.\w+\.css)$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("container-type", "x-container").replaceAll("@container", "@x");
    await route.fulfill({ response, body });
  });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(chapter);
    const shown = () =>
      page
        .locator("figure[data-figure]")
        .evaluateAll((all) =>
          all.map(
            (figure) => [...figure.querySelectorAll(".drawing svg")].filter((svg) => svg.checkVisibility()).length
          )
        );
    const asBuilt = await shown();
    expect(asBuilt.length).toBeGreaterThan(1);
    expect(new Set(asBuilt)).toEqual(new Set([1]));
    const figure = page.locator("figure[data-figure]").first();
    await figure.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await expect(page.locator(".tip")).toBeAttached();
    expect(await shown()).toEqual(asBuilt);
  }
});

test("a figure follows the window, and a symbol keeps the focus", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(chapter);
  const figure = page.locator("figure[data-figure]").first();
  await figure.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toHaveCount(1);
  const symbol = figure.locator(".drawing.lg svg a").nth(1);
  await symbol.focus();
  await expect(figure.getByRole("tooltip")).toHaveText((await symbol.getAttribute("aria-label")) ?? "");
  await page.setViewportSize({ width: 1180, height: 800 });
  await expect
    .poll(async () => {
      const room = await figure.locator(".drawings").evaluate((element) => element.clientWidth);
      return Number(await figure.locator(".drawing.lg svg").getAttribute("width")) - room;
    })
    .toBe(0);
  await expect(symbol).toBeFocused();
});

test("a symbol that has the focus when its figure wakes keeps it, and the page stays where it is", async ({ page }) => {
  await page.goto(chapter);
  const figure = page.locator("figure[data-figure]").first();
  const symbol = figure.locator(".drawing.lg svg a").nth(1);
  await symbol.focus();
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press("Shift");
  await expect(figure.locator(".tip")).toBeVisible();
  await expect(symbol).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(place);
});

test("a figure that has woken prints whole, at the width of the paper", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(chapter);
  const figure = page.locator("figure[data-figure]").first();
  await figure.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toHaveCount(1);
  // A4 less its margins, in px.
  await page.setViewportSize({ width: 665, height: 980 });
  await page.emulateMedia({ media: "print" });
  // Drawings follow the width a moment later.
  await expect(async () => {
    for (const drawings of await page.locator(".drawings").all()) {
      const [room, drawn] = [await drawings.boundingBox(), await drawings.locator("svg:visible").boundingBox()];
      expect(drawn?.width).toBeGreaterThan(500);
      expect(drawn?.width).toBeLessThanOrEqual((room?.width ?? 0) + 1);
    }
  }).toPass();
  await expect(figure.locator(".actions .number")).toBeVisible();
  await expect(figure.locator(".actions a", { hasText: "Table" })).toBeHidden();
});

test("the calendar names its events, and opens them in place, and leads from month and row to their list", async ({
  page
}) => {
  await page.goto("/timeline");
  const figure = page.locator("#event-calendar");
  await figure.locator("h3").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toHaveCount(1);
  const drawing = figure.locator(".drawing.lg");
  const tip = figure.getByRole("tooltip");
  for (const [event, name] of [
    ["putin-offer", "24 Feb 2025: Putin offers"],
    ["istanbul-talks", "Feb 2025: Delegations meet"]
  ]) {
    await drawing.locator(`a[href="#${event}"]`).hover();
    await expect(tip).toContainText(name ?? "");
  }
  for (const target of ["putin-offer", "istanbul-talks"]) {
    const before = await page.evaluate(() => scrollY);
    await drawing.locator(`a[href="#${target}"]`).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`#${target} .evidence:popover-open .what`)).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await page.keyboard.press("Escape");
  }
  await drawing.locator('a[href="#m-2025-11"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#m-2025-11")).toBeInViewport();
  expect(new URL(page.url()).hash).toBe("#m-2025-11");
  await figure.locator(".actions").getByText("Evidence").click();
  await expect(page.locator("#events > li").first()).toBeInViewport();
});
