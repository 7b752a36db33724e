import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./site.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const files = readdirSync(join(dist, "figures"));
const pictures = files
  .filter((file) => file.endsWith(".svg"))
  .map((file) => readFileSync(join(dist, "figures", file), "utf8"));
const [sans = ""] = readdirSync(join(dist, "_assets/fonts")).filter((file) => file.startsWith("sans."));

/** Plot as pages without a bundler have it: two scripts. */
const require = createRequire(import.meta.url);
const plot = [
  join(dirname(require.resolve("d3")), "../dist/d3.min.js"),
  join(dirname(require.resolve("@observablehq/plot")), "../dist/plot.umd.min.js")
];

/** As wide as Verdana and DejaVu, which stand in for our face on many machines, whatever this one has. */
const wideFace = `@font-face { font-family: wide; src: url(data:font/woff2;base64,${readFileSync(join(dist, "_assets/fonts", sans)).toString("base64")}) }
svg text, svg tspan { font-family: wide !important; letter-spacing: 0.09em }
svg [font-weight="600"], svg [font-weight="600"] tspan { letter-spacing: 0.14em }`;

test("pictures keep their words, their colours and their ids apart in other people’s pages, in any face and in the dark", async ({
  page
}) => {
  expect(pictures.length).toBeGreaterThan(0);
  await page.setContent(
    `<style>${wideFace} body { background: #000; color: #fff; fill: #fff }</style>${pictures.join("\n")}`
  );
  await page.evaluate(() => document.fonts.ready);
  const faults = await page.evaluate(() => {
    const white = "rgb(255, 255, 255)";
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `the id ${id} twice`);
    const inPictures = [...document.querySelectorAll<SVGSVGElement>("body > svg")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const ground = svg.querySelector("rect");
      const isCovered =
        ground !== null &&
        Math.abs(ground.getBoundingClientRect().width - frame.width) < 1 &&
        getComputedStyle(ground).fill === white;
      const texts = [...svg.querySelectorAll("text")].flatMap((text) => {
        const { left, right } = text.getBoundingClientRect();
        const { fill } = getComputedStyle(text);
        const isOut = left < frame.left || right > frame.right;
        // White words stand on a coloured mark, and say so themselves.
        const isInherited = fill === white && text.closest("svg [fill]") === null;
        return isOut || isInherited ? [`${isOut ? "cut" : "colourless"}: ${text.textContent}`] : [];
      });
      return [...(isCovered ? [] : [`no ground: ${svg.querySelector("title")?.textContent}`]), ...texts];
    });
    return [...twice, ...inPictures];
  });
  expect(faults).toEqual([]);
});

interface FigureModule {
  title: string;
  source: string;
  licence: string;
  rows: unknown[];
  figure(): HTMLElement;
}

test("every figure’s module runs on a page of anybody’s, and brings its words, rows, source and way home", async ({
  page,
  baseURL
}) => {
  const modules = files.filter((file) => file.endsWith(".js"));
  expect(modules).toHaveLength(pictures.length);
  await page.setContent("<!doctype html><title>Somebody else’s</title><main></main>");
  for (const file of modules) {
    const found = await page.evaluate(async (address) => {
      const { figure, title, source, licence, rows } = (await import(address)) as FigureModule;
      const [made, again] = [figure(), figure()];
      document.querySelector("main")?.replaceChildren(made, again);
      const ids = [...document.querySelectorAll("main [id]")].filter(({ localName }) => localName !== "pattern");
      const { width, height } = made.getBoundingClientRect();
      const name = made.querySelector("svg")?.getAttribute("aria-label");
      return {
        ids: ids.length,
        width,
        height,
        name,
        title,
        source,
        licence,
        rows,
        home: made.querySelector("a")?.href
      };
    }, `${baseURL}figures/${file}`);
    const { title, source, rows } = JSON.parse(
      readFileSync(join(dist, "figures", file.replace(/js$/, "json")), "utf8")
    );
    expect.soft(found).toMatchObject({ title, source, rows, licence: expect.stringMatching(/./), ids: 0 });
    expect.soft(found.name).toContain(title);
    expect.soft(found.height, file).toBeGreaterThan(found.width / 5);
    expect.soft(found.home).toMatch(new RegExp(`^${baseURL}[\\w-]*(?:#|$)`));
  }
  await page.locator("main a").first().click();
  await expect(page.locator("h1")).toBeVisible();
});

test("a page that draws with Plot itself draws the rows of a module beside its figure", async ({ page, baseURL }) => {
  const module = `${baseURL}figures/gallium-output.js`;
  await page.setContent("<!doctype html><title>Somebody else’s</title>");
  for (const path of plot) await page.addScriptTag({ path });
  await page.addScriptTag({
    type: "module",
    content: `import { figure, rows } from "${module}";
const amounts = rows.filter(({ value, role }) => value !== null && role === "statement");
const chart = Plot.plot({ marginLeft: 160, marks: [Plot.barX(amounts, { x: "value", y: (row, place) => place + row.speaker })] });
chart.id = "own";
document.body.append(chart, figure());`
  });
  await expect(page.locator("#own [aria-label=bar] rect")).toHaveCount(4);
  await expect(page.locator("figure svg").first()).toBeVisible();
});
