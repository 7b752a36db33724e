import { expect, test } from "./site.ts";

test("a number's evidence leads to its page, which tells the same", async ({ page }) => {
  await page.goto("/us-demand");
  await page.locator("main a.ev").first().click();
  const evidence = page.locator(".evidence:popover-open");
  const amount = await evidence.locator(".amount").innerText();
  await evidence.getByRole("link", { name: "Full record →" }).click();
  await expect(page).toHaveURL(/\/claim\/izvestia\.[\w-]+$/);
  await expect(page.locator("main")).toContainText(amount);
});

test("a cell of a release has an address of its own", async ({ page }) => {
  await page.goto("/source-usgs-mcs-2026#usgs-mcs-2026.mine-production.russia.2025");
  await expect(page.locator(":target")).toContainText("2,600");
  await expect(page.locator(":target")).toBeInViewport();
});

test("a source's section leads to its records, and to the figure that draws one", async ({ page }) => {
  await page.goto("/sources#russia-post");
  const section = page.locator(":target");
  await expect(section).toBeInViewport();
  await section.getByRole("link", { name: "Figure 1.1", exact: true }).click();
  await expect(page).toHaveURL(/\/reserves-vs-output#reserves-by-source$/);
  await page.goBack();
  await section.getByRole("link", { name: /positions →$/ }).click();
  await expect(page.locator("h1")).toHaveText(/MacGuffin/);
});

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("the end of a page leads back and on", async ({ page }) => {
      await page.goto("/us-demand");
      await page.getByRole("link", { name: /^Next chapter/ }).click();
      await expect(page).toHaveURL(/\/gallium$/);
      await page.getByRole("link", { name: /^Previous chapter/ }).click();
      await expect(page).toHaveURL(/\/us-demand$/);
    });

    for (const width of [390, 768, 1280])
      test(`the menu shows every finding at ${width} px, and does not break the header`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto("/gallium");
        expect((await page.locator(".top").boundingBox())?.height).toBeLessThanOrEqual(64);
        await page.locator(".menu summary").click();
        await expect(page.locator(".findings small").last()).toBeVisible();
        await page.locator(".findings").getByRole("link", { name: "Reserves versus output" }).click();
        await expect(page).toHaveURL(/\/reserves-vs-output$/);
      });
  });

test.describe("an address that is wrong", () => {
  // The browser itself complains of a page that is not there; so the page's own fixture is not used here.
  test.use({ javaScriptEnabled: false });
  test("is answered by a page whose links and looks work at any depth", async ({ page, complaints }) => {
    const answer = await page.goto("/no/such/page");
    expect(answer?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveText("There is no page at this address");
    await page.locator(".all-headings").getByRole("link", { name: "Gallium", exact: true }).click();
    await expect(page).toHaveURL(/\/gallium$/);
    expect(complaints.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    complaints.length = 0;
  });
});

test("in forced colours the bar underlines only the page that the reader is on", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/disagreements");
  const links = await page
    .locator(".bar a")
    .evaluateAll((all) =>
      all.map((link) => ({ line: getComputedStyle(link).borderBottomWidth, here: link.ariaCurrent === "page" }))
    );
  expect(links.filter(({ here }) => here)).toHaveLength(1);
  for (const { line, here } of links) expect(line).toBe(here ? "2px" : "0px");
});
