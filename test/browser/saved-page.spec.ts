import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { site } from "../story.ts";
import { expect, test } from "./site.ts";

const folder = fileURLToPath(new URL("../../test-results/saved", import.meta.url));

/** What the browser's "Save as" writes of a page as it stands: one file, whose scripts do not run. */
async function savePage(page: Page, name: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}.mhtml`;
  writeFileSync(file, data);
  return `file://${file}`;
}

const prose = (page: Page): Promise<string[]> =>
  page.locator("main > :is(h1, h2, p)").evaluateAll((all) => all.map(({ textContent }) => textContent ?? ""));

for (const { path } of site.pages.filter(({ chapter }) => chapter !== null))
  test(`${path} saved by its reader keeps its words, drawings and evidence`, async ({ page, complaints }) => {
    await page.goto(path);
    await page.mouse.wheel(0, 1);
    await expect(page.locator(".tip")).toBeAttached();
    const words = await prose(page);
    const drawings = await page.locator(".drawings svg:visible").count();
    const saved = await savePage(page, path.slice(1));

    await page.goto(saved);
    expect(await prose(page)).toEqual(words);
    await expect(page.locator(".drawings svg:visible")).toHaveCount(drawings);
    await page.locator("main p .ev").first().click();
    await expect(page.locator(".evidence:is(:popover-open, :target)").first()).toBeVisible();
    // What the browser says of any file that it has saved.
    const ofAnyFile = /^asks another host: (?:file|cid):|frame is sandboxed/;
    expect(complaints.splice(0).filter((complaint) => !ofAnyFile.test(complaint))).toEqual([]);
  });
