import { expect, pagePaths, test } from "./site.ts";

/** The width and height in px of A4 between its margins, as the style sheet sets them. */
const paper = 665;
const paperHeight = 979;

test.use({ viewport: { width: paper, height: 940 }, colorScheme: "dark" });

const onScreenOnly = [
  "header nav",
  ".rail",
  ".next",
  "footer nav",
  ".tool",
  ".switch",
  ".choices",
  ".verdict a:not(.ev)",
  ".data:not([open])",
  ".actions > :not(.number)"
].join();

for (const path of pagePaths)
  test(`${path} prints without what only a screen is for, in the light theme, no wider than the paper`, async ({
    page
  }) => {
    await page.goto(path);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.locator(onScreenOnly).filter({ visible: true })).toHaveCount(0);
    const body = page.locator("body");
    await expect(body).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(body).toHaveCSS("color", "rgb(23, 27, 31)");
    expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThan(1);
    const wide = await page
      .locator("main :is(.drawing, .strip)")
      .filter({ visible: true })
      .evaluateAll((all, width) => all.filter((one) => one.getBoundingClientRect().right > width + 1).length, paper);
    expect(wide, "drawings that the paper would cut").toBe(0);
  });

test("a number bears its place in the list of evidence, which is printed", async ({ page }) => {
  await page.goto("/us-demand");
  await page.emulateMedia({ media: "print" });
  const number = page.locator("main > p .ev[data-n]").first();
  const mark = await number.evaluate((element) => getComputedStyle(element, "::after").content);
  expect(mark).toBe(`"${await number.getAttribute("data-n")}"`);
  await expect(number).toHaveCSS("text-decoration-line", "none");
  const numbers = page.locator("main .ev[data-n]:not(.evidence-list *)");
  const astray = await numbers.evaluateAll((all) => {
    const entries = document.querySelectorAll(".evidence-list > ol > li");
    const leads = ({ dataset: { n, fact } }: HTMLElement | SVGElement) =>
      entries[Number(n) - 1]?.querySelector(`[data-fact="${fact}"]`)?.checkVisibility();
    return all.filter((one) => !leads(one)).map((one) => one.outerHTML);
  });
  expect(await numbers.count()).toBeGreaterThan(20);
  expect(astray).toEqual([]);
});

test("the home page tells its subject on the first sheet, and parts no drawing", async ({ page }) => {
  await page.goto("/");
  await page.emulateMedia({ media: "print" });
  const opening = await page.locator("main > p:has(+ .fig)").first().boundingBox();
  expect((opening?.y ?? 0) + (opening?.height ?? Number.POSITIVE_INFINITY)).toBeLessThan(paperHeight);
  for (const drawings of await page.locator("main > .fig .drawings").all())
    await expect(drawings).toHaveCSS("break-inside", "avoid");
});

test("a figure keeps head and drawing together; its notes may go on to the next sheet", async ({ page }) => {
  await page.goto("/us-demand");
  await page.emulateMedia({ media: "print" });
  for (const figure of await page.locator("main > .fig").all()) {
    await expect(figure).toHaveCSS("break-inside", "auto");
    for (const part of ["figcaption", ".drawings"])
      await expect(figure.locator(part).first()).toHaveCSS("break-inside", "avoid");
    await expect(figure.locator("figcaption")).toHaveCSS("break-after", "avoid");
  }
});

for (const [path, most] of [
  ["/us-demand", 11],
  ["/positions", 20],
  ["/disagreements", 25]
] as const)
  test(`${path} takes no more than ${most} sheets`, async ({ page }) => {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.length).toBeLessThanOrEqual(most);
  });

test("every position is printed", async ({ page }) => {
  await page.goto("/positions");
  await page.emulateMedia({ media: "print" });
  const positions = page.locator(".positions li");
  await expect(positions.filter({ visible: true })).toHaveCount(await positions.count());
  expect(await positions.count()).toBeGreaterThan(100);
});

test("every comparison and every event is printed", async ({ page }) => {
  await page.goto("/disagreements");
  await page.emulateMedia({ media: "print" });
  const rows = page.locator(".comparisons > li");
  await expect(rows.filter({ visible: true })).toHaveCount(await rows.count());
  await page.goto("/timeline");
  const events = page.locator(".timeline li");
  await expect(events.filter({ visible: true })).toHaveCount(await events.count());
});
