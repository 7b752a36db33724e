import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { type ServedSite, serveBrotli } from "../../src/build/bench/brotli-site.ts";
import { comparedPage } from "../../src/build/bench/compared-page.ts";
import { earlyScripts } from "../../src/build/bench/early-scripts.ts";
import { writePlainSite } from "../../src/build/bench/plain-site.ts";
import { mostBytes } from "../../src/build/bench/report.ts";
import { fetchedIn } from "../../src/build/bench/summary.ts";
import { visit } from "../../src/build/bench/visit.ts";
import { pages } from "../../src/page/site.ts";

// Bytes, requests and layout shifts do not depend on the machine; times do, and are left to `npm run bench`.
// One worker makes and serves the plain pages for all.
test.describe.configure({ mode: "default" });

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const compared = pages.map(({ path }) => comparedPage(folder("dist"), path));
let ours: ServedSite;
let plain: ServedSite;

test.beforeAll(async () => {
  ours = await serveBrotli(folder("dist"));
  plain = await serveBrotli(writePlainSite(folder(".build/budget"), compared));
});

test.afterAll(() => {
  ours.close();
  plain.close();
});

for (const { path, html, number } of compared)
  test(`${path} stays within its budget of bytes, requests and layout shifts`, async ({ browser }) => {
    const page = await visit(browser, ours.address + path, number, { throttled: false });
    const bare = await visit(browser, plain.address + path, number, { throttled: false });
    const { bytes, requests } = fetchedIn(page.before);
    expect
      .soft(bytes / fetchedIn(bare.before).bytes, "bytes before interaction, as a multiple of plain HTML")
      .toBeLessThanOrEqual(mostBytes);
    expect.soft(requests, "requests before interaction: the page and one script").toBeLessThanOrEqual(2);
    expect.soft(earlyScripts(html, page.before), "code that nobody wanted yet").toEqual([]);
    expect.soft(page.shiftBefore, "layout shift on load").toBe(0);
    expect.soft(page.shiftAfter, "layout shift, scrolled through").toBe(0);
  });
