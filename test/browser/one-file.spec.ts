import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { oneFile } from "../../src/notebook/build/one-file.ts";
import { expect, test } from "./site.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const folder = fileURLToPath(new URL("../../test-results/one-file", import.meta.url));

test.use({ offline: true });

/** Opens a page as a file that somebody has been sent, and tells what it asks for beyond itself. */
async function openFile(page: Page, name: string): Promise<{ asked: string[]; bytes: number }> {
  const html = await oneFile(dist, `${name}.html`, "https://example.org/notebook/");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.html`, html);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) asked.push(request.url());
  });
  await page.goto(`file://${folder}/${name}.html`);
  await page.mouse.wheel(0, 1);
  return { asked, bytes: Buffer.byteLength(html) };
}

const opensEvidence = async (page: Page): Promise<void> => {
  await page.locator("main .ev").first().click();
  await expect(page.locator(".evidence:popover-open")).toHaveRole("dialog");
  await page.keyboard.press("Escape");
};

// The two pages that weigh most.
test("a chapter in one file, without a network: evidence, figures, model, code and live cells work", async ({
  page,
  complaints
}) => {
  const { asked, bytes } = await openFile(page, "us-demand");
  expect(bytes).toBeLessThan(1_200_000);
  await opensEvidence(page);
  await page.locator(".actions [href$='.ts.txt']").first().click();
  await expect(page.locator(".source-code").first()).toContainText("import");
  const model = page.locator("[data-model]").first();
  await model.scrollIntoViewIfNeeded();
  await expect(model.getByRole("spinbutton").first()).toBeVisible();
  const cells = page.locator(".observablehq--block:has(.result)");
  await page.locator(".observablehq--block").first().scrollIntoViewIfNeeded();
  await expect(cells).toContainText("figures from");
  const figure = page.locator("[data-figure]").first();
  await figure.scrollIntoViewIfNeeded();
  // By keyboard: what only scrolls under a resting pointer takes no name away then.
  await page.keyboard.press("Tab");
  await figure.locator("svg a:visible").first().focus();
  await expect(figure.locator(".tip")).toBeVisible();
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded"))).toBe(true);
  expect(await page.evaluate(() => [...document.fonts].some(({ display }) => display === "optional"))).toBe(false);
  await expect(page.locator('a[href="https://example.org/notebook/positions"]').first()).toHaveCount(1);
  await expect(page.locator("[role=status]", { hasText: "could not be loaded" })).toHaveCount(0);
  expect(asked.slice(1)).toEqual([]);
  expect(complaints.splice(0).filter((complaint) => !complaint.startsWith("asks another host: file:"))).toEqual([]);
});

test("a choice works in one file, and is kept in its address", async ({ page, complaints }) => {
  const { asked, bytes } = await openFile(page, "reserves-vs-output");
  expect(bytes).toBeLessThan(1_200_000);
  await opensEvidence(page);
  await page.locator(".choices summary").click();
  await page.locator(".choices select[name=edition]").selectOption("2024");
  await expect(page.locator(".choices-state")).toContainText("By your choice");
  await expect(page).toHaveURL(/reserves-vs-output\.html\?edition=2024$/);
  await page.getByRole("button", { name: "Show them as written" }).click();
  await expect(page.locator(".changed, .by-choice")).toHaveCount(0);
  expect(asked.slice(1)).toEqual([]);
  expect(complaints.splice(0).filter((complaint) => !complaint.startsWith("asks another host: file:"))).toEqual([]);
});
