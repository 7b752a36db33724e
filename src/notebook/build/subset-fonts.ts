import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const target = join(root, "src/notebook/fonts");

const serif = "node_modules/source-serif/VAR/SourceSerif4Variable-Roman.ttf";
const serifItalic = "node_modules/source-serif/VAR/SourceSerif4Variable-Italic.ttf";
const sans = "node_modules/source-sans/VF/SourceSans3VF-Upright.ttf";

const latin = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...codePoints("–—‘’“”„†‡•…‰′″‹›⁄€№™−≈≠≤≥←↑→↓↗↘✓"),
  ...[0x2070, ...range(0x2074, 0x2079), ...range(0x2080, 0x2089)],
  ...[0x2002, 0x2009, 0x200a, 0x202f, 0x2010, 0x2011]
];

// Small capitals, swashes and old-style figures are used nowhere; figures line up in charts and tables.
const keepFeatures = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "lnum", "pnum"];

const fonts = [
  { name: "serif-text", from: serif, axes: { opsz: 16, wght: { min: 400, max: 700 } } },
  { name: "serif-display", from: serif, axes: { opsz: 42, wght: { min: 400, max: 650 } } },
  { name: "serif-text-italic", from: serifItalic, axes: { opsz: 16, wght: 400 } },
  { name: "sans", from: sans, axes: { wght: { min: 400, max: 700 } } }
];

await runCommand(async () => {
  parseOptions({});
  for (const { name, from, axes } of fonts) {
    const bytes = await subsetFont(readFileSync(join(root, from)), String.fromCodePoint(...latin), {
      targetFormat: "woff2",
      keepFeatures,
      variationAxes: axes
    });
    writeFileSync(join(target, `${name}.woff2`), bytes);
    console.log(`src/notebook/fonts/${name}.woff2 ${bytes.length} bytes`);
  }
  copyFileSync(join(root, "node_modules/source-serif/LICENSE.md"), join(target, "OFL-source-serif.txt"));
  copyFileSync(join(root, "node_modules/source-sans/LICENSE.md"), join(target, "OFL-source-sans.txt"));
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function codePoints(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}
