import { expect, test } from "./site.ts";

test("the header leads to the field, and what is typed is found, announced, and kept in the address", async ({
  page
}) => {
  await page.goto("/gallium");
  await page.locator(".bar").getByRole("link", { name: "Search" }).click();
  const field = page.getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.pressSequentially("kazanov");
  await expect(page.getByRole("status")).toContainText("found");
  await expect(page.locator(".results li").first()).toContainText("Oleg Kazanov");
  await expect(page).toHaveURL(/\?q=kazanov$/);
  await page.reload();
  await expect(field).toHaveValue("kazanov");
  await expect(page.locator(".results li").first()).toContainText("Oleg Kazanov");
});

test("by keyboard alone: slash, arrows, Enter, Escape", async ({ page }) => {
  await page.goto("/us-demand");
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("gallium / price");
  await expect(field).toHaveValue("gallium / price");
  const results = page.locator(".results a");
  await expect(results.first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(results.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(results.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(results.nth(0)).toBeFocused();
  const address = await results.nth(0).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${address?.replace(/^\./, "").replaceAll(".", "\\.")}$`));
  await page.goBack();
  await expect(results.first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await expect(results).toHaveCount(0);
});

test("what is typed before the index has come is found, and kept in the address", async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/search*.json", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/search");
  await page.getByRole("searchbox").fill("kazanov");
  arrive();
  await expect(page.locator(".results a").first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=kazanov$/);
});

test("a speaker leads to the row of who says what, opened", async ({ page }) => {
  await page.goto("/search?q=peter arkell");
  await page.locator(".results li", { hasText: "Speaker" }).getByRole("link", { name: "Peter Arkell" }).click();
  await expect(page).toHaveURL(/\/positions#/);
  const row = page.locator("#speaker-peter-arkell");
  await expect(row.locator("details[open] li").first()).toBeInViewport();
});

test("a cell of a table is found by its place and its year", async ({ page }) => {
  await page.goto("/search?q=malaysia mine production 2023");
  await expect(page.locator(".results li", { hasText: "Table" }).first()).toContainText("US Geological Survey");
});

test("a number of a release leads to its cell", async ({ page }) => {
  await page.goto("/search?q=45%2C500");
  const result = page.locator(".results > li", { hasText: "Mine production" });
  await result.getByRole("link", { name: "45,500 · United States, 2024" }).click();
  await expect(page).toHaveURL(/\/source-usgs-mcs-2026#usgs-mcs-2026\.mine-production\.united-states\.2024$/);
  await expect(page.locator("td:target")).toHaveText(/^45,500/);
  await expect(page.locator("td:target")).toBeInViewport();
});

test.describe("by touch, on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap brings the field, what is typed is found, and a tap on a result leads there", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("searchbox").tap();
    await page.keyboard.type("gallium");
    const result = page.locator(".results a").first();
    await expect(result).toBeVisible();
    expect((await result.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    const address = (await result.getAttribute("href")) ?? "";
    await result.tap();
    await expect(page).toHaveURL(new URL(address, page.url()).href);
  });
});

test("a word that nothing holds is said to be found nowhere", async ({ page }) => {
  await page.goto("/search?q=qqqqqq");
  await expect(page.getByRole("status")).toContainText("Nothing was found");
});

test("what no record holds whole is answered with what comes nearest", async ({ page }) => {
  await page.goto("/search?q=kazanov zebra");
  await expect(page.getByRole("status")).toHaveText("Nothing holds all of this. These come nearest.");
  await expect(page.locator(".results li").first()).toContainText("Oleg Kazanov");
});

test("a name in its own script and the initials of a publisher are found", async ({ page }) => {
  await page.goto("/search?q=Казанов");
  await expect(page.locator(".results li").first()).toContainText("Олег Казанов");
  await page.getByRole("searchbox").fill("USGS reserves 2024");
  await expect(page.locator(".results li", { hasText: "Table" }).first()).toContainText("US Geological Survey");
});

test("nothing of the search is fetched before the reader turns to it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/search");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.endsWith("search.json"))).toEqual([]);
  await page.getByRole("searchbox").focus();
  await expect.poll(() => asked.filter((url) => url.endsWith("search.json")).length).toBe(1);
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says so, and lists every heading", async ({ page }) => {
    await page.goto("/search");
    await expect(page.locator("noscript p")).toBeVisible();
    await page.locator(".all-headings").getByRole("link", { name: "What Russia could fill" }).click();
    await expect(page).toHaveURL(/\/us-demand#what-russia-could-fill$/);
  });
});
