import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./site.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const pictures = readdirSync(join(dist, "figures"))
  .filter((file) => file.endsWith(".svg"))
  .map((file) => readFileSync(join(dist, "figures", file), "utf8"));
const [sans = ""] = readdirSync(join(dist, "_assets/fonts")).filter((file) => file.startsWith("sans."));

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
