import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { offlineGuard, packages } from "../../src/notebook/build/paths.ts";
import { serve, siteListener } from "../../src/notebook/build/serve-site.ts";
import { test as base, expect } from "./site.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
// Inside the repository: the kit looks for its fonts in the packages above a notebook.
const folder = fileURLToPath(new URL("../../.build/tests/notebook-kit", import.meta.url));

/** Cells that a reader adds: a figure of another chapter as a module, and one of this chapter with a row of their own. */
const added = `  <script id="1000" type="module">
    import { figure } from "./century.js";
    display(figure());
  </script>
  <script id="1001" type="module">
    const smaller = galliumOutputRows.map((row) => row.part === "possible" ? { ...row, low: 12, value: 12, high: 12 } : row);
    display(library.show(galliumOutput, smaller, { width, source: "our own count", page: null }));
  </script>
</notebook>`;

/** Serves a chapter with these cells, as Notebook Kit builds it without a network. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  baseURL: async ({}, use) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(dist, "figures/century.js"), join(folder, "century.js"));
    const notebook = readFileSync(join(dist, "notebooks/gallium.html"), "utf8");
    writeFileSync(
      join(folder, "gallium.html"),
      notebook.replace("</notebook>", () => added)
    );
    execFileSync(process.execPath, [join(packages, ".bin/notebooks"), "build", "--root", folder, "gallium.html"], {
      stdio: "pipe",
      env: { ...process.env, NODE_OPTIONS: `--import=${offlineGuard}` }
    });
    const { server, address } = await serve(siteListener(join(folder, ".observable/dist")));
    await use(address);
    server.closeAllConnections();
    server.close();
  }
});

test("Notebook Kit builds a chapter without a network: its figures are drawn, and follow what a reader changes", async ({
  page
}) => {
  await page.goto("gallium.html");
  await expect(page).toHaveTitle("Gallium");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("about 7 tonnes a year are made");
  const figures = page.locator("figure.drawn");
  await expect(figures.locator("svg")).toHaveCount(3);
  const [own, changed] = [figures.first(), figures.last()];
  await expect(own).toContainText("The 41 tonnes said to be possible are over four times");
  await expect(own).toContainText("Source: US Geological Survey, Mineral Commodity Summaries 2026");
  await expect(own.locator("svg a[aria-label*='Rusal']")).toBeVisible();
  await expect(own.locator("strong")).toHaveCount(0);
  await expect(changed).toContainText("The 12 tonnes said to be possible");
  await expect(changed.locator("strong").first()).toHaveText(/^With these rows the title does not hold: /);
  await expect(page.locator("figure:not(.drawn) svg").first()).toBeVisible();
  await expect(page.locator(".observablehq--error")).toHaveCount(0);
  await page.getByRole("link", { name: "41 tonnes" }).first().click();
  await expect(page.locator(":target")).toBeInViewport();
});
