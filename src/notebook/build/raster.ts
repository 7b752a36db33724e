import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const [sans, serif] = [join(folderOf("source-sans"), "TTF"), join(folderOf("source-serif"), "TTF")];

// The machine's own fonts stay out, so that a picture is the same wherever it is made.
const font = {
  loadSystemFonts: false,
  defaultFontFamily: "Source Sans 3",
  fontFiles: [
    ...["Regular", "Semibold", "Bold"].map((weight) => join(sans, `SourceSans3-${weight}.ttf`)),
    ...["Regular", "Semibold"].map((weight) => join(serif, `SourceSerif4Display-${weight}.ttf`))
  ]
};

/** An SVG picture as a PNG of so many pixels across. */
export async function raster(svg: string, width: number): Promise<Uint8Array> {
  return (await renderAsync(svg, { fitTo: { mode: "width", value: width }, font })).asPng();
}
