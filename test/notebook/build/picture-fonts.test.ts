import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { lightTokens } from "../../../src/notebook/page/pictures.ts";

const folder = fileURLToPath(new URL("../../../src/notebook/fonts/pictures", import.meta.url));
const fontFiles = readdirSync(folder).map((file) => join(folder, file));

/** A hash of a text's pixels, drawn with the faces for pictures and no other. */
function drawn(text: string, family: string, weight: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="15" font-size="15" font-family="${family}" font-weight="${weight}">${text}</text></svg>`;
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
  return createHash("sha256").update(picture.pixels).digest("hex");
}

const families = lightTokens(":root {}");
const [sans = "", display = ""] = [families.get("--sans"), families.get("--disp")];
const faces: [string, number][] = [
  [sans, 400],
  [sans, 600],
  [sans, 700],
  [display, 400],
  [display, 600]
];

test("the families that pictures name have a face of their own for each weight", () => {
  const pictures = faces.map(([family, weight]) => drawn("Ag", family, weight));
  expect(new Set([...pictures, drawn("", sans, 400)]).size).toBe(faces.length + 1);
});

test.each(faces)("%s at %i has the letters of Europe, and the symbols of figures", (family, weight) => {
  const missing = drawn("\uE000", family, weight);
  for (const letter of "aéłőžßΩλЖщѣ–−≈≤→₂½") expect(drawn(letter, family, weight) !== missing, letter).toBe(true);
});
