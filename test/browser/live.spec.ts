import { expect, pagePaths, test } from "./site.ts";

// A cell that fails, or logs an error, fails the test: see `complaints` in site.ts.
for (const path of pagePaths)
  test(`the workbench of ${path}, if it has one, comes to life when the reader nears it`, async ({ page }) => {
    await page.goto(path);
    const workbench = page.locator(".live");
    if ((await workbench.count()) === 0) return;
    await expect(workbench.locator("form")).toHaveCount(0);
    await workbench.scrollIntoViewIfNeeded();
    await expect(workbench.locator("form").first()).toBeVisible();
    await expect(workbench.locator("svg").first()).toBeVisible();
    await expect(workbench.getByRole("status")).not.toBeEmpty();
    await expect(workbench.locator('[aria-label$="-axis label"]').first()).toHaveText(/tonnes|positions/);
    await expect(page.locator(".observablehq--error")).toHaveCount(0);
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      const { height } = (await workbench.boundingBox()) ?? { height: 0 };
      await workbench.scrollIntoViewIfNeeded();
      await expect(workbench.locator("svg").first()).toBeVisible();
      await expect(workbench.getByRole("status")).not.toBeEmpty();
      expect((await workbench.boundingBox())?.height, `the room that is kept for it at ${width} px`).toBe(height);
    }
  });

test("nothing is drawn at no width, when a page has none for a moment", async ({ page }) => {
  for (const path of ["/reserves-vs-output", "/us-demand", "/gallium", "/chain"]) {
    await page.goto(path);
    const workbench = page.locator(".live");
    await workbench.scrollIntoViewIfNeeded();
    await expect(workbench.locator("svg").first()).toBeVisible();
    const widths = await page.evaluate(async () => {
      const main = document.querySelector<HTMLElement>("#observablehq-main");
      const seen: number[] = [];
      const look = (): void => {
        for (const svg of document.querySelectorAll(".live svg")) seen.push(Number(svg.getAttribute("width")));
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      for (const display of ["none", "", "none", ""]) {
        if (main) main.style.display = display;
        await new Promise((done) => setTimeout(done, 200));
      }
      return seen;
    });
    expect(widths.length, path).toBeGreaterThan(0);
    expect(Math.min(...widths), path).toBeGreaterThanOrEqual(280);
  }
});

test("a control of the workbench changes its result", async ({ page }) => {
  await page.goto("/reserves-vs-output");
  await page.locator(".live").scrollIntoViewIfNeeded();
  const result = page.locator(".live").getByRole("status");
  await expect(result).not.toBeEmpty();
  const before = await result.textContent();
  await page.locator(".live select").selectOption({ index: 1 });
  await expect(result).not.toHaveText(before ?? "");
});

test("the workbench of the reserves names who says a figure, not who prints it", async ({ page }) => {
  await page.goto("/reserves-vs-output");
  const workbench = page.locator(".live");
  await workbench.scrollIntoViewIfNeeded();
  const names = workbench.locator('[aria-label="y-axis tick label"]');
  await expect(names).toContainText("Oleg Kazanov");
  await expect(names).not.toContainText(/this notebook|Russia\.Post/);
});

test("the workbench of the reserves says which marks are goals, and which a later edition has revised", async ({
  page
}) => {
  await page.goto("/reserves-vs-output");
  const workbench = page.locator(".live");
  await workbench.scrollIntoViewIfNeeded();
  await workbench.locator("select").selectOption({ label: "production" });
  await expect(workbench.getByRole("status")).toContainText(/open marks are goals.*grey ones have been revised since/);
  await expect(workbench.locator('[aria-label="dot"] [fill="var(--paper)"]')).not.toHaveCount(0);
  await expect(workbench.locator('[aria-label="dot"] [fill="var(--ink3)"]')).not.toHaveCount(0);
});

test("the workbench of gallium tells unlike imports apart, and marks an inferred year", async ({ page }) => {
  await page.goto("/gallium");
  const workbench = page.locator(".live");
  await workbench.scrollIntoViewIfNeeded();
  const labels = workbench.locator('[aria-label="y-axis tick label"]');
  await expect(labels).toContainText("(inferred)");
  await workbench.locator("select").selectOption({ label: "United States" });
  await expect(labels).toContainText(/imports, gallium\s?metal/);
  await expect(labels).toContainText(/imports, gallium\s?arsenide\s?wafers,\s?product weight/);
  await expect(labels).toContainText(/gallium, 2025, salient\s?statistics/);
  await expect(labels).toContainText(/gallium, 2025, world\s?table/);
});

test("the workbench of the chain shows every position that it counts, each leading to its record", async ({ page }) => {
  await page.goto("/chain");
  const workbench = page.locator(".live");
  await workbench.scrollIntoViewIfNeeded();
  await workbench.locator("select").selectOption({ label: "A narrow market" });
  const result = workbench.getByRole("status");
  await expect(workbench.locator(".said")).toContainText("Rosatom Nedra");
  await expect(workbench.locator(".said li")).toHaveCount(Number.parseInt((await result.textContent()) ?? "", 10));
  const last = workbench.locator(".said li").last();
  await last.scrollIntoViewIfNeeded();
  const scrollers = await last.evaluate((element) => {
    const around: Element[] = [];
    for (let box = element.parentElement; box && box.localName !== "main"; box = box.parentElement) around.push(box);
    return around.filter((box) => getComputedStyle(box).overflowY !== "visible").length;
  });
  expect(scrollers).toBe(0);
  await workbench.locator(".said a").first().click();
  await expect(page.locator(":target")).toBeVisible();
});
