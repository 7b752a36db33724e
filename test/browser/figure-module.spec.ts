import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "./site.ts";

const require = createRequire(import.meta.url);
const plot = join(dirname(require.resolve("@observablehq/plot")), "../dist/plot.umd.min.js");
const d3 = join(dirname(require.resolve("d3")), "../dist/d3.min.js");

// A page with no address of its own is of another origin than the notebook.
const elsewhere = (site: string | undefined, script: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Elsewhere</title><body><script type="module">
import * as shares from "${site}figures/reserves-and-output-shares.js";
import * as output from "${site}figures/gallium-output.js";
${script}
document.body.append(shares.figure(), output.figure());
</script>`;

test("figures as modules run on a plain HTML page of another origin, two beside each other", async ({
  page,
  baseURL
}) => {
  await page.setContent(elsewhere(baseURL, ""));
  const figures = page.locator("figure");
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(1).getByRole("img").first()).toHaveAccessibleName(
    /^The 41 tonnes said to be possible.* only if/
  );
  await expect(figures.nth(1).getByRole("link")).toHaveAttribute("href", `${baseURL}gallium#gallium-output`);
  await expect(figures.nth(1)).toContainText("Claims and reality: Russia’s rare earths · CC BY 4.0");
  const { width, height } = (await figures.nth(0).locator("svg").first().boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThan(300);
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a page that has Plot already draws the rows of a module beside its figure", async ({ page, baseURL }) => {
  await page.setContent("<!doctype html><title>Plot</title>");
  await page.addScriptTag({ path: d3 });
  await page.addScriptTag({ path: plot });
  await page.addScriptTag({
    type: "module",
    content: `import { figure, rows } from "${baseURL}figures/gallium-output.js";
const amounts = rows.filter(({ value, role }) => value !== null && role === "statement");
const chart = Plot.plot({ marginLeft: 160, marks: [Plot.barX(amounts, { x: "value", y: "speaker" })] });
chart.id = "own";
document.body.append(chart, figure());`
  });
  await expect(page.locator("#own [aria-label=bar] rect")).toHaveCount(4);
  await expect(page.locator("figure svg").first()).toBeVisible();
});
