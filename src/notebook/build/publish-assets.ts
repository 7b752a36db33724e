import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleClient } from "./bundle-client.ts";
import { emit, write } from "./emit.ts";

/** Puts fonts, scripts and the icon into the site. Returns the address of each by its plain name, `fonts/sans.woff2`. */
export async function publishAssets(root: string, site: string): Promise<Map<string, string>> {
  const assets = await bundleClient(root, site);
  const fonts = join(root, "src/notebook/fonts");
  for (const font of readdirSync(fonts).filter((file) => file.endsWith(".woff2")))
    assets.set(`fonts/${font}`, emit(site, `_assets/fonts/${font}`, readFileSync(join(fonts, font))));
  const icon = join(root, "src/favicon.svg");
  if (existsSync(icon)) assets.set("favicon.svg", write(site, "favicon.svg", readFileSync(icon)));
  return assets;
}
