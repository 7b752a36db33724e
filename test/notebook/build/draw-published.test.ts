import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawPublished } from "../../../src/notebook/build/draw-published.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5"><text y="4" font-size="4" font-family="'Source Sans 3'">28.5</text></svg>`;

/** Width and height as a PNG's head has them. */
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("a text is written as it is, a picture in pixels, the same each time and with its text drawn", async () => {
  const site = temporaryFolder();
  const empty = svg.replace("28.5", "");
  const writePublished = await drawPublished([
    { path: "a/b.csv", content: "x\n1\n" },
    { path: "a/b.png", content: svg, pixels: 40 },
    { path: "a/c.png", content: svg, pixels: 40 },
    { path: "a/d.png", content: empty, pixels: 40 }
  ]);
  writePublished(site);
  const read = (name: string) => readFileSync(join(site, "a", name));
  expect(read("b.csv").toString()).toBe("x\n1\n");
  expect(read("b.png").subarray(1, 4).toString()).toBe("PNG");
  expect(sizeOf(read("b.png"))).toEqual([40, 20]);
  expect(read("b.png").equals(read("c.png"))).toBe(true);
  expect(read("b.png").equals(read("d.png"))).toBe(false);
});
