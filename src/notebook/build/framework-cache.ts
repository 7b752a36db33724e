import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packages } from "./paths.ts";

// Framework asks the registry for the latest version of each of these on every build, even of a page without cells,
// unless its cache holds some version; an empty folder will do.
const askedFor = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

// Framework would serve these as some forty files, one for each package they use.
const bundled = ["@observablehq/plot", "@observablehq/inputs"];

/**
 * Empties Framework's cache, so that no stale loader result or bundle is ever used, and lays in what keeps the build
 * off the network and the live cells' libraries in one file each.
 */
export async function prepareFrameworkCache(root: string): Promise<void> {
  const cache = join(root, "src/.observablehq/cache");
  rmSync(cache, { recursive: true, force: true });
  for (const name of askedFor) mkdirSync(join(cache, `_npm/${name}@0.0.0`), { recursive: true });
  await Promise.all(bundled.map((name) => bundlePackage(name, join(cache, "_node"))));
}

async function bundlePackage(name: string, folder: string): Promise<void> {
  await build({
    stdin: { contents: `export * from "${name}";`, resolveDir: import.meta.dirname },
    outfile: join(folder, `${name}@${versionOf(name)}/index.js`),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "error"
  });
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;
}
