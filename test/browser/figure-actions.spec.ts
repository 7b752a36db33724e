import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figures, models } from "../story.ts";
import { expect, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

const chapter = "/reserves-vs-output";
const figure = "#reserves-by-source";

const files = [
  { ending: "csv", type: "text/csv" },
  { ending: "json", type: "application/json" },
  { ending: "svg", type: "image/svg+xml" },
  { ending: "png", type: "image/png" },
  { ending: "ts.txt", type: "text/plain" }
];

for (const { name } of [...figures, ...models])
  test(`${name} can be taken away: data, pictures with title and source, code`, async ({ page, request }) => {
    await page.goto("/");
    const bodies: Record<string, string> = {};
    for (const { ending, type } of files) {
      const answer = await request.get(`${process.env.SITE}/figures/${name}.${ending}`);
      expect(answer.status(), ending).toBe(200);
      expect(answer.headers()["content-type"], ending).toContain(type);
      bodies[ending] = ending === "png" ? "" : await answer.text();
    }
    const { title, source } = JSON.parse(bodies.json ?? "") as { title: string; source: string };
    expect(bodies.csv).toContain(title.includes('"') ? title.slice(0, 10) : title);
    const words = await page.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      if (parsed.querySelector("parsererror")) throw new Error("the picture is no XML");
      return [...parsed.querySelectorAll("tspan")].map(({ textContent }) => textContent).join(" ");
    }, bodies.svg ?? "");
    const plain = (text: string) => text.replace(/[\s\u2060]+/g, "");
    expect(plain(words)).toContain(plain(title));
    expect(plain(words)).toContain(plain(`Source: ${source}`));
    const width = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return image.naturalWidth;
    }, `/figures/${name}.png`);
    expect(width).toBe(2400);
    expect(bodies["ts.txt"]).toMatch(/: (Figure|Model)</);
  });

test("every page has a picture of its own to share", async ({ request, page }) => {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  for (const file of readdirSync(dist).filter((name) => name.endsWith(".html"))) {
    await page.goto(`/${file.replace(/(index)?\.html$/, "")}`);
    const image = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    const answer = await request.get(new URL(image, page.url()).href);
    expect(answer.headers()["content-type"], file).toBe("image/png");
  }
});

test.describe("with scripts", () => {
  test("the code opens under the row, and closes again", async ({ page }) => {
    await page.goto(chapter);
    const action = page.locator(`${figure} .actions a`, { hasText: "Code" });
    await action.click();
    const code = page.locator(`${figure} .source-code`);
    await expect(code).toContainText("export const reservesBySource");
    await expect(action).toHaveAttribute("aria-expanded", "true");
    await action.click();
    await expect(code).toBeHidden();
    expect(page.url()).toMatch(/reserves-vs-output$/);
  });

  test("the row works by keyboard: table, code, evidence and link", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(chapter);
    const action = (name: string) => page.locator(`${figure} .actions`).getByText(name, { exact: true });
    await action("Table").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`${figure} table`)).toBeVisible();
    await action("Code").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`${figure} .source-code`)).toContainText("export const");
    await action("Evidence").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`${figure}-evidence`)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(action("Evidence")).toBeFocused();
    await page.locator(`${figure} .actions .number`).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`${figure} .actions .number`)).toHaveText("Link copied");
  });

  test("a model has the same row: its table opens, its code shows, its evidence is listed", async ({ page }) => {
    await page.goto(chapter);
    const model = page.locator("#life");
    await model.locator(".actions a", { hasText: "Table" }).click();
    await expect(model.getByRole("columnheader", { name: "Amount" })).toBeVisible();
    await model.locator(".actions a", { hasText: "Code" }).click();
    await expect(model.locator(".source-code")).toContainText("export const life: Model<");
    await model.locator(".actions a", { hasText: "Evidence" }).click();
    await expect(page.locator("#life-given")).toBeInViewport();
  });

  test("the link puts the figure’s address into the clipboard and says so", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(chapter);
    const link = page.locator(`${figure} .actions .number`);
    await link.click();
    await expect(link).toHaveText("Link copied");
    await expect(page.locator(`${figure} [role=status]`)).toHaveText("Link to Figure 1.1 copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain(`${chapter}${figure}`);
    await expect(link).toHaveText("Figure 1.1", { timeout: 4000 });
  });

  test("a table sorts by mouse and by keyboard, and nothing else moves", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(chapter);
    const share = "#reserves-and-output-shares";
    const rows = page.locator(`${share} tbody tr`);
    const column = async (index: number) =>
      (await rows.locator(`:nth-child(${index})`).allTextContents()).map((text) => text.trim());
    expect(asked.filter((url) => url.includes("sortable"))).toEqual([]);
    await page.locator(`${share} .actions a`, { hasText: "Table" }).click();
    const head = page.getByRole("columnheader", { name: "Share of output" });
    await expect(head).toBeVisible();
    const height = (await page.locator(`${share} thead`).boundingBox())?.height;
    await head.getByRole("button").click();
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    const up = await column(5);
    expect(up.map(Number.parseFloat)).toEqual([...up.map(Number.parseFloat)].sort((a, b) => a - b));
    await page.keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "descending");
    expect((await column(1))[0]).toBe("China");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect(page.getByRole("columnheader", { name: "Share of reserves" })).toHaveAttribute(
      "aria-sort",
      "ascending"
    );
    await expect(head).not.toHaveAttribute("aria-sort");
    expect((await column(3)).at(-1)).toBe("not given");
    expect((await page.locator(`${share} thead`).boundingBox())?.height).toBe(height);
  });

  test("an address that leads to a table opens it, ready to sort", async ({ page }) => {
    await page.goto(`${chapter}#reserves-by-source-data`);
    await expect(page.locator(`${figure} thead button`).first()).toBeVisible();
  });

  test("table and code, open, have no accessibility fault, in light and dark", async ({ page }) => {
    test.slow();
    await page.goto(chapter);
    for (const name of ["Table", "Code"]) await page.locator(`${figure} .actions a`, { hasText: name }).click();
    await expect(page.locator(`${figure} .source-code`)).toBeVisible();
    await page.locator(`${figure} thead button`).first().click();
    for (const look of looks(1280)) {
      await show(page, look);
      expect(await violations(page, look, figure)).toEqual([]);
    }
  });

  test("the symbols of one source are ringed in every figure, by pointer and by focus", async ({ page }) => {
    await page.goto(chapter);
    const symbols = page.locator(`${figure} .drawing.lg svg a[href^="#e-rex-reuters"]`);
    await page.locator(figure).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await expect(page.locator(".tip")).toHaveCount(1);
    const ringed = page.locator(".drawing.lg a.same");
    await symbols.first().hover();
    await expect(ringed.first()).toBeAttached();
    const hrefs = await ringed.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.every((href) => href.startsWith("#e-rex-reuters"))).toBe(true);
    expect(
      new Set(await ringed.evaluateAll((links) => links.map((link) => link.closest("figure")?.id))).size
    ).toBeGreaterThan(1);
    await page.mouse.move(0, 0);
    await expect(ringed).toHaveCount(0);
    await symbols.first().focus();
    await expect(ringed).toHaveCount(hrefs.length);
  });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("table, code, evidence and link open at a tap, and each is large enough", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(chapter);
    const row = page.locator(`${figure} .actions`);
    for (const action of await row.locator("> *").all())
      expect((await action.boundingBox())?.height, await action.innerText()).toBeGreaterThanOrEqual(24);
    await row.getByText("Table", { exact: true }).tap();
    await expect(page.locator(`${figure} table`)).toBeVisible();
    await row.getByText("Code", { exact: true }).tap();
    await expect(page.locator(`${figure} .source-code`)).toContainText("export const");
    await row.getByText("Evidence", { exact: true }).tap();
    await expect(page.locator(`${figure}-evidence`)).toBeVisible();
    await page.locator(`${figure}-evidence > .close`).tap();
    await row.locator(".number").tap();
    await expect(row.locator(".number")).toHaveText("Link copied");
  });

  test("a tap names the value beside its symbol and opens its evidence", async ({ page }) => {
    await page.goto(chapter);
    await page.locator(figure).scrollIntoViewIfNeeded();
    await page.locator(`${figure} h3`).tap();
    await expect(page.locator(".tip")).toHaveCount(1);
    const symbol = page.locator(`${figure} .drawing.sm svg a`).first();
    await symbol.tap();
    await expect(page.locator(".evidence:popover-open")).toHaveCount(1);
    await expect(page.locator(`${figure} .tip`)).toHaveText((await symbol.getAttribute("aria-label")) ?? "");
    await expect(page.locator(`${figure} .tip`)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.locator(`${figure} h3`).tap();
    await expect(page.locator(".tip")).toBeHidden();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("each action is a plain link, and the evidence opens", async ({ page }) => {
    await page.goto(chapter);
    const row = page.locator(`${figure} .actions`);
    await row.locator("a", { hasText: "Code" }).click();
    await expect(page.locator("body")).toContainText("export const reservesBySource");
    await page.goBack();
    await row.locator("a", { hasText: "Table" }).click();
    await expect(page.locator(`${figure} table`)).toBeVisible();
    await expect(page.locator(`${figure} th button`)).toHaveCount(0);
    await row.locator(".number").click();
    expect(page.url()).toMatch(/#reserves-by-source$/);
  });
});

test("an event's symbol rings those of the same teller, with or without a day, and no month", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/timeline");
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toHaveCount(1);
  const offer = page.locator('.drawing.lg a[href="#putin-offer"]');
  await page.keyboard.press("Tab");
  await offer.focus();
  await expect(offer).toHaveClass(/same/);
  const told = await page.locator(".drawing.lg a.same").evaluateAll((links) => links.map((link) => link.ariaLabel));
  expect(told.length).toBeGreaterThan(5);
  for (const name of told) expect(name).toMatch(/\(Izvestia\)$/);
  await expect(page.locator('.drawing.lg a[href="#presidents-call-march"]')).toHaveCSS("outline-style", "dashed");
  await expect(page.locator('.drawing.lg a[href="#potanin-on-deposits"]')).toHaveCSS("outline-style", "none");
  await page.locator('.drawing.lg a[href="#m-2025-02"]').focus();
  await expect(page.locator(".drawing.lg a.same")).toHaveCount(0);
});
