import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { bytes, rows } from "../notebook/page/large-figures.ts";
import { expect, test } from "./site.ts";

const title = (page: Page): Locator => page.locator("#your-title");
const status = (page: Page): Locator => page.locator(".explore .status");
const opening = /^Mine production of Russia/;

/** Moves the pointer, which brings the code. What is asked before it is there is served when it is. */
async function wake(page: Page, address = "/explore"): Promise<void> {
  await page.goto(address);
  await page.mouse.move(20, 20);
  await page.mouse.move(300, 200);
}

test("by mouse: table, form and filter change chart, rows, words and address; back and forward follow", async ({
  page
}) => {
  await wake(page);
  await expect(title(page)).toHaveText(opening);
  await page.locator("select[name=table]").selectOption("positions");
  await expect(title(page)).toHaveText("Number of positions by topic and stance");
  await expect(page).toHaveURL(/table=positions&up=topic&colour=stance&mark=bars$/);
  await expect(page.locator("#your-data th").nth(1)).toHaveText("Topic");
  await page.getByRole("radio", { name: "Dots" }).check();
  await expect(page).toHaveURL(/mark=dots/);
  await page.locator("select[name=add]").selectOption("stance");
  await page.getByRole("checkbox", { name: /^sceptical/ }).check();
  await expect(page).toHaveURL(/is\.stance=sceptical/);
  await expect(page.locator("#your-source")).toContainText('d.stance === "sceptical"');

  await page.goBack();
  await expect(page).not.toHaveURL(/is\.stance/);
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Bars" })).toBeChecked();
  await page.goBack();
  await expect(title(page)).toHaveText(opening);
  await expect(page.locator("select[name=table]")).toHaveValue("figures");
  await page.goForward();
  await expect(title(page)).toHaveText("Number of positions by topic and stance");
});

test("by keyboard: a select, a choice and the title, without losing the focus", async ({ page }) => {
  await page.goto("/explore");
  await page.keyboard.press("Tab");
  await page.getByRole("radio", { name: "Lines" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Dots" })).toBeFocused();
  await expect(page).toHaveURL(/mark=dots/);
  await page.locator("textarea").focus();
  await page.keyboard.type("Steady");
  await expect(title(page)).toHaveText("Steady");
  await expect(page).toHaveURL(/title=Steady/);
  await expect(page.locator("textarea")).toBeFocused();
});

test("an address gives its chart at once, also after a reload", async ({ page }) => {
  const address =
    "/explore?table=figures&is.basis=mine-production&from.period=2018&across=period&up=amount&colour=subject&is.subject=china&mark=lines&title=Quota";
  await page.goto(address);
  await expect(title(page)).toHaveText("Quota");
  await page.reload();
  await expect(title(page)).toHaveText("Quota");
  await expect(page.locator("select[name=colour]")).toHaveValue("subject");
  await expect(page.locator(".explore summary")).toHaveCount(3);
});

test("a broken address gives a message and a chart", async ({ page }) => {
  await page.goto("/explore?table=nonsense&up=%E0%A4%A");
  await expect(status(page)).toContainText("the table “nonsense”, which there is not");
  await expect(title(page)).toHaveText(opening);
  await expect(page.locator(".drawings svg").first()).toBeVisible();
});

test("mixed units make a message with a way out, not a chart", async ({ page }) => {
  await page.goto("/explore?table=figures&is.source=izvestia&across=period&up=amount&mark=dots");
  await expect(status(page)).toContainText("No chart");
  await expect(page.locator(".drawings svg")).toHaveCount(0);
  await page.locator(".remedies button").first().click();
  await expect(page.locator(".drawings svg").first()).toBeVisible();
  await expect(status(page)).toBeFocused();
  await expect(page).toHaveURL(/is\.unit=/);
  await expect(page.locator(".explore summary", { hasText: "Unit" })).toBeVisible();
});

test("what another tool of the page keeps in the address is left there", async ({ page }) => {
  await wake(page, "/explore?evidence=on");
  await expect(page.locator(".drawings > svg")).toBeVisible();
  await expect(page).toHaveURL(/evidence=on/);
});

test("rows and page source are offered as files", async ({ page }) => {
  await wake(page);
  const [csv] = await Promise.all([page.waitForEvent("download"), page.locator('[data-do="csv"]').click()]);
  const rows = readFileSync(await csv.path(), "utf8")
    .trim()
    .split("\n");
  expect(rows).toHaveLength(1 + (await page.locator("#your-data tbody tr").count()));
  const [source] = await Promise.all([page.waitForEvent("download"), page.locator('[data-do="save"]').click()]);
  expect(readFileSync(await source.path(), "utf8")).toBe(await page.locator("#your-source").innerText());
});

test("a ready question is a link, and shows its chart without a new page; back returns", async ({ page }) => {
  await wake(page);
  await expect(title(page)).toHaveText(opening);
  // Before it is drawn anew the link leads to another page, as it does without scripts.
  await expect(page.locator(".explore .drawings > *").first()).not.toHaveClass(/drawing/);
  const views = page.getByRole("navigation", { name: "Ready questions" }).getByRole("link");
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  const last = views.last();
  const address = (await last.getAttribute("href")) ?? "";
  await last.click();
  await expect(title(page)).not.toHaveText(opening);
  await expect(page).toHaveURL(new URL(address, page.url()).href);
  await expect(last).toHaveAttribute("aria-current", "true");
  await expect(views.first()).not.toHaveAttribute("aria-current");
  const name = await title(page).innerText();
  expect(await page.evaluate(() => "stayed" in window)).toBe(true);
  await page.goBack();
  await expect(title(page)).toHaveText(opening);
  await page.goto(new URL(address, page.url()).href);
  await expect(title(page)).toHaveText(name);
});

test("the drawn chart is offered as SVG and PNG, with its title and source inside", async ({ page }) => {
  await page.goto("/explore?table=positions&up=speaker_kind&colour=stance&mark=bars&title=Who%20%26%20what");
  await expect(title(page)).toHaveText("Who & what");
  const [svg] = await Promise.all([page.waitForEvent("download"), page.locator('[data-do="svg"]').click()]);
  const picture = readFileSync(await svg.path(), "utf8");
  expect(picture).toContain("Who &amp; what");
  expect(picture).toContain("sceptical");
  expect(picture).toMatch(/Source: .*Claims and reality/s);
  expect(picture).not.toMatch(/var\(|&nbsp;/);
  const broken = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent ?? "",
    picture
  );
  expect(broken).toBe("");
  const [png] = await Promise.all([page.waitForEvent("download"), page.locator('[data-do="png"]').click()]);
  const pixels = readFileSync(await png.path());
  expect(pixels.subarray(1, 4).toString()).toBe("PNG");
  expect(pixels.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(picture)?.[1]));
});

test("what is chosen and asked for before the table has come is served when it has", async ({ page }) => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/data\/figures\.json/, async (route) => {
    await released;
    await route.continue();
  });
  const wanted = page.waitForRequest(/data\/figures\.json/);
  await wake(page);
  await wanted;
  await page.getByRole("radio", { name: "Dots" }).check();
  const download = page.waitForEvent("download");
  await page.locator('[data-do="save"]').click();
  release();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("Plot.dot");
  await expect(page).toHaveURL(/mark=dots/);
});

test("page source and link can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await wake(page, "/explore");
  await page.getByRole("radio", { name: "Dots" }).check();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("FileAttachment");
  await page.getByText("Link to this chart").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("readers are shown words, not ids: in filters, keys, rows and remedies", async ({ page }) => {
  await page.goto(
    "/explore?table=figures&is.metric=reserves&is.unit=t&across=amount&up=subject&colour=publisher&mark=dots"
  );
  await expect(page.locator(".drawings .key-swatches")).toContainText("US Geological Survey");
  await expect(page.locator(".explore summary", { hasText: "Unit" })).toContainText("tonnes");
  await expect(page.locator(".remedies")).toContainText("Only rare earths");
  await page.locator("select[name=add]").selectOption("source");
  await expect(
    page.getByRole("checkbox", { name: /^US Geological Survey, Mineral Commodity Summaries 2026/ })
  ).toBeVisible();
  for (const part of ["> form", ".status", ".remedies", "figcaption", ".drawings"])
    expect(await page.locator(`.explore ${part}`).innerText(), part).not.toMatch(/usgs-|rare-earths|russia-post|t\/yr/);
});

test("series have colours of their own, in both themes", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/explore?table=positions&up=topic&colour=speaker_kind&mark=bars");
    const pieces = page.locator(".drawings > svg g > rect");
    await expect(pieces.first()).toBeVisible();
    const colours = new Set(await pieces.evaluateAll((all) => all.map((piece) => getComputedStyle(piece).fill)));
    expect(colours.size).toBe(6);
  }
});

test.describe("by touch, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the chart is in sight while its fields are chosen", async ({ page }) => {
    await wake(page);
    await expect(page.locator(".drawings.near > svg")).toBeVisible();
    for (const field of ["select[name=table]", "select[name=add]", "select[name=up]"]) {
      await page.locator(field).evaluate((one) => one.scrollIntoView({ block: "nearest" }));
      await expect(page.locator(field)).toBeInViewport({ ratio: 1 });
      await expect(page.locator(".drawings > svg")).toBeInViewport({ ratio: 0.9 });
      const [above, chart] = await Promise.all([
        page.locator(field).boundingBox(),
        page.locator(".drawings").boundingBox()
      ]);
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(chart?.y ?? 0);
    }
  });

  test("a table, a form and a filter are chosen, the chart follows, and its page is copied", async ({
    page,
    context
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/explore");
    await page.locator("select[name=table]").tap();
    await page.locator("select[name=table]").selectOption("positions");
    await expect(title(page)).toHaveText("Number of positions by topic and stance");
    const form = page.locator(".choice label", { hasText: "Dots" });
    await expect.poll(async () => (await form.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await form.tap();
    await expect(page).toHaveURL(/mark=dots/);
    await page.locator("select[name=add]").selectOption("voice");
    await page.locator(".explore details label", { hasText: "quoted" }).tap();
    await expect(page).toHaveURL(/is\.voice=quoted/);
    await expect(page.locator(".drawings svg").first()).toBeVisible();
    await page.getByRole("button", { name: "Copy", exact: true }).tap();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('d.voice === "quoted"');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the chart, its rows, its source and what scripts would add are there, dead controls are not", async ({
    page
  }) => {
    await page.goto("/explore");
    await expect(page.locator(".drawing:visible svg")).toBeVisible();
    await expect(page.locator("#your-data tbody tr").first()).toBeVisible();
    await expect(page.locator("#your-source")).toContainText("FileAttachment");
    expect(await page.locator("main noscript").evaluate(({ textContent }) => textContent)).toContain(
      "With scripts on it would"
    );
    await expect(page.locator(".explore form")).toBeHidden();
  });
});

test("of a large table only the parts come that a chart needs, and its rows are whole for a download", async ({
  page
}) => {
  // The page as it would be with a table of fifty thousand figures in place of its own.
  await page.route("**/explore?*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('"opening":', '"large":["figures"],"opening":')
    });
  });
  const file = bytes("data/figures.parquet");
  let asked = 0;
  await page.route("**/data/figures.*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith(".summary.json")) return route.fulfill({ body: bytes("data/figures.summary.json") });
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec((await route.request().headerValue("range")) ?? "") ?? [];
    if (!pathname.endsWith(".parquet") || from === undefined || to === undefined) return route.abort();
    const part = file.subarray(Number(from), Number(to) + 1);
    asked += part.byteLength;
    return route.fulfill({
      status: 206,
      body: part,
      headers: { "content-range": `bytes ${from}-${to}/${file.byteLength}` }
    });
  });
  await wake(page, "/explore?table=figures&is.metric=metric-1&is.subject=place-7&across=period&up=amount&mark=dots");
  const wanted = rows.filter(({ metric, subject }) => metric === "metric-1" && subject === "place-7");
  await expect(status(page)).toContainText(`${wanted.length} rows.`);
  await expect(page.locator(".explore .drawings svg circle").first()).toBeVisible();
  await expect(page.locator('input[name="is.metric"][value="metric-1"]')).toBeChecked();
  expect(asked).toBeLessThan(file.byteLength / 5);

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-do="csv"]').click()]);
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(wanted.length + 1);
  expect(lines[0]).toContain("says");
});
