import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";

const folder = fileURLToPath(new URL("../fonts/pictures", import.meta.url));

// The machine's own fonts stay out, so that a picture is the same wherever it is made.
const font = {
  loadSystemFonts: false,
  defaultFontFamily: "Source Sans 3",
  fontFiles: readdirSync(folder).map((file) => join(folder, file))
};

/** An SVG picture as a PNG of so many pixels across. */
export async function raster(svg: string, width: number): Promise<Uint8Array> {
  return (await renderAsync(svg, { fitTo: { mode: "width", value: width }, font })).asPng();
}
