import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { commonSigns, range, rareSigns } from "../page/font-signs.ts";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";

const target = fileURLToPath(new URL("../fonts", import.meta.url));

// 78 MB for nine faces that change once in years: they are fetched when the faces are made, and not with every install.
const fontPackages = ["source-sans@3.52.0", "source-serif@4.5.1"];

const serif = "source-serif/VAR/SourceSerif4Variable-Roman.ttf";
const serifItalic = "source-serif/VAR/SourceSerif4Variable-Italic.ttf";
const sans = "source-sans/VF/SourceSans3VF-Upright.ttf";

// A picture has no system face to fall back on, so its faces know every letter of Latin, Greek and Cyrillic, and symbols.
const european = [
  ...commonSigns,
  ...rareSigns,
  ...range(0x100, 0x24f),
  ...range(0x370, 0x3ff),
  ...range(0x400, 0x52f),
  ...range(0x1e00, 0x1eff),
  ...range(0x2000, 0x22ff)
];

// Small capitals, swashes and old-style figures are used nowhere; figures line up in charts and tables.
const keepFeatures = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "lnum", "pnum"];

const webFonts = [
  { name: "serif-text", from: serif, axes: { opsz: 16, wght: { min: 400, max: 700 } } },
  { name: "serif-display", from: serif, axes: { opsz: 42, wght: { min: 400, max: 650 } } },
  { name: "serif-text-italic", from: serifItalic, axes: { opsz: 16, wght: 400 } },
  { name: "sans", from: sans, axes: { wght: { min: 400, max: 700 } } }
];

// resvg, which draws the pictures, reads neither WOFF2 nor variable fonts.
const pictureFonts = [
  { name: "sans-regular", from: "source-sans/TTF/SourceSans3-Regular.ttf" },
  { name: "sans-semibold", from: "source-sans/TTF/SourceSans3-Semibold.ttf" },
  { name: "sans-bold", from: "source-sans/TTF/SourceSans3-Bold.ttf" },
  { name: "serif-display-regular", from: "source-serif/TTF/SourceSerif4Display-Regular.ttf" },
  { name: "serif-display-semibold", from: "source-serif/TTF/SourceSerif4Display-Semibold.ttf" }
];

// The names of family and face, by which a picture's text finds a face.
const typographicNames = [16, 17];

await runCommand(async () => {
  parseOptions(
    {},
    {
      does: "Renews src/notebook/fonts from the packages of the typefaces, which it fetches.",
      example: "npm run fonts"
    }
  );
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  try {
    execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", ...fontPackages]);
    await makeFonts(join(folder, "node_modules"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function makeFonts(packages: string): Promise<void> {
  const read = (font: string): Buffer => readFileSync(join(packages, font));
  const write = (name: string, bytes: Buffer): void => {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), bytes);
    console.log(`src/notebook/fonts/${name} ${bytes.length} bytes`);
  };
  for (const { name, from, axes } of webFonts)
    for (const [file, signs] of [
      [name, commonSigns],
      [`${name}-rare`, rareSigns]
    ] as const)
      write(
        `${file}.woff2`,
        await subsetFont(read(from), String.fromCodePoint(...signs), {
          targetFormat: "woff2",
          keepFeatures,
          variationAxes: axes
        })
      );
  for (const { name, from } of pictureFonts)
    write(
      `pictures/${name}.ttf`,
      await subsetFont(read(from), String.fromCodePoint(...european), {
        targetFormat: "truetype",
        keepFeatures,
        preserveNameIds: typographicNames,
        noHinting: true
      })
    );
  copyFileSync(join(packages, "source-serif/LICENSE.md"), join(target, "OFL-source-serif.txt"));
  copyFileSync(join(packages, "source-sans/LICENSE.md"), join(target, "OFL-source-sans.txt"));
}
