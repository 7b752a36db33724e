import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { getImplicitDownloads, getImplicitStylesheets } from "@observablehq/framework/dist/libraries.js";
import { extractNpmSpecifier, resolveNpmImport } from "@observablehq/framework/dist/npm.js";
import { type Fault, InputError } from "../ledger/fault.ts";
import { type BrowserModule, bundlePackage, UnfitPackage } from "./bundle-package.ts";
import { isPackage, needFaults } from "./cells/cell-faults.ts";
import { installed, parseSpecifier } from "./cells/packages.ts";
import { type Need, type PageUse, pageUse } from "./cells/page-use.ts";
import { spareParsing } from "./framework-dom.ts";
import { hashOf } from "./kept.ts";

// Framework asks the registry for the latest version of each of these on every build, even of a page without cells,
// unless its cache holds some version.
export const askedFor = [
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

// The machine's own scripts share Plot with the cells, wherever there are some.
const always = ["@observablehq/plot", "@observablehq/inputs"];

/** What lies ready for Framework. */
interface PreparedCache {
  /** The hash of all that was laid in. */
  hash: string;
  /** The files that the pages' live cells read and that loaders make, from `src`: `/data/a.csv`. */
  loaded: string[];
}

/**
 * Before Framework starts: empties its cache, so that no stale loader result is ever used, and lays in every package that
 * the pages use, as installed. Throws an InputError that lists every fault of the pages' live cells.
 */
export async function prepareFrameworkCache(root: string): Promise<PreparedCache> {
  const cache = cacheOf(root);
  rmSync(cache, { recursive: true, force: true });
  for (const folder of versionFolders(root)) mkdirSync(join(cache, "_npm", folder), { recursive: true });
  const uses = usesOf(root, pagesOf(root));
  const faults = await layInAll(root, uses);
  if (faults.length > 0) throw new InputError(faults);
  const laidIn = readdirSync(cache, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    hash: hashOf(
      laidIn.flatMap(({ path, isFile }) => [relative(cache, path), ...(isFile ? [readFileSync(path)] : [])])
    ),
    loaded: [...new Set(uses.flatMap(({ files }) => files))].filter((file) => !existsSync(join(root, "src", file)))
  };
}

/**
 * Lays in what the pages use and the cache lacks; for a preview, whenever a page or a module of one has changed. Returns
 * every fault of these pages' live cells, and of the packages that they use.
 */
export const fillFrameworkCache = (root: string, pages = pagesOf(root)): Promise<Fault[]> =>
  layInAll(root, usesOf(root, pages));

const usesOf = (root: string, pages: readonly string[]): PageUse[] =>
  pages.map((file) => pageUse(file, readFileSync(join(root, file), "utf8"), root));

async function layInAll(root: string, uses: readonly PageUse[]): Promise<Fault[]> {
  const needs = uses.flatMap((use) => use.needs);
  const faults = [...uses.flatMap((use) => use.faults), ...needFaults(needs, root)];
  if (faults.length > 0) return unlike(faults);
  const wanted = new Map<string, { module: BrowserModule; need?: Need }>();
  for (const name of always) {
    const module = bareModule(root, name);
    if (module) wanted.set(module.address, { module });
  }
  for (const need of needs)
    for (const specifier of [need.specifier, ...filesFor(need.specifier)]) {
      const module = isPackage(specifier) ? await moduleFor(root, specifier) : undefined;
      if (module && !wanted.has(module.address)) wanted.set(module.address, { module, need });
    }
  const unfit = await Promise.all(
    [...wanted.values()].map(({ module, need }) => layIn(join(cacheOf(root), module.address), module, need))
  );
  return unlike(unfit.flat());
}

async function layIn(file: string, module: BrowserModule, need: Need | undefined): Promise<Fault[]> {
  if (existsSync(file)) return [];
  try {
    const source = await bundlePackage(module);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(source, file);
    if (file.endsWith(".js")) spareParsing(readFileSync(file, "utf8"));
    return [];
  } catch (error) {
    if (!(error instanceof UnfitPackage) || !need) throw error;
    const message = `${need.by} needs "${need.specifier}", which cannot be had in a browser: ${error.message}`;
    return [{ file: need.file, ...need.place, message, remedy: "use it in a loader, or another package" }];
  }
}

const cacheOf = (root: string): string => join(root, "src/.observablehq/cache");

const pagesOf = (root: string): string[] =>
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("."))
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .sort();

/** Two pages may import one faulty module. */
const unlike = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()
];

/**
 * `d3@7.9.2`, … for all that Framework may want the latest version of: a package that is not installed stands there with a
 * version that nothing can use, as no page that uses it gets past the check.
 */
function versionFolders(root: string): string[] {
  const { dependencies, devDependencies } = nearestPackage(resolve(root));
  const names = new Set([...askedFor, ...Object.keys({ ...dependencies, ...devDependencies })]);
  return [...names].map((name) => `${name}@${installed(join(root, "src"), name)?.version ?? "0.0.0"}`);
}

/** What the nearest `package.json` depends on: that of the project, or of a folder that the project lies in. */
function nearestPackage(folder: string): { dependencies?: object; devDependencies?: object } {
  const file = join(folder, "package.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  return dirname(folder) === folder ? {} : nearestPackage(dirname(folder));
}

/** The style sheets and other files that Framework downloads along with a package. */
function filesFor(specifier: string): string[] {
  return [...getImplicitStylesheets([specifier]), ...getImplicitDownloads([specifier], { extensions: {} })].filter(
    (file) => file.startsWith("npm:")
  );
}

async function moduleFor(root: string, specifier: string): Promise<BrowserModule | undefined> {
  if (!specifier.startsWith("npm:")) return bareModule(root, specifier);
  const { name, path } = parseSpecifier(specifier);
  const owner = installed(join(root, "src"), name);
  if (!owner) return undefined;
  const exact = `${name}@${owner.version}${path ? `/${path}` : ""}`;
  const address = await resolveNpmImport(join(root, "src"), exact);
  if (address.endsWith("/")) return undefined;
  const part = extractNpmSpecifier(address)
    .slice(`${name}@${owner.version}/`.length)
    .replace(/\/?\+esm$/, "");
  return { address: address.slice(1), owner, part: part || undefined };
}

function bareModule(root: string, specifier: string): BrowserModule | undefined {
  const { name, path } = parseSpecifier(specifier);
  const owner = installed(join(root, "src"), name);
  const file = path === undefined ? "index.js" : extname(path) ? path : `${path}.js`;
  return owner && { address: `_node/${name}@${owner.version}/${file}`, owner, part: path };
}
