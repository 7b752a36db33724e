import { existsSync, readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { parseNpmSpecifier } from "@observablehq/framework/dist/npm.js";
import { satisfies, validRange } from "semver";

/** A package as it is installed. */
export interface Installed {
  name: string;
  version: string;
  folder: string;
}

/** Finds a package in the `node_modules` around `from`, the folder that asks. */
export function installed(from: string, name: string): Installed | undefined {
  const places = createRequire(join(from, "_")).resolve.paths(name) ?? [];
  for (const place of places) {
    const folder = join(place, name);
    const description = join(folder, "package.json");
    if (existsSync(description))
      return { name, folder, version: JSON.parse(readFileSync(description, "utf8")).version };
  }
  return undefined;
}

/** The parts of `npm:d3-array@3/+esm` or of `d3-array/src/sum.js`. */
export function parseSpecifier(specifier: string): { name: string; range?: string; path?: string } {
  const { name, range, path } = parseNpmSpecifier(specifier.replace(/^npm:/, ""));
  return { name, ...(range ? { range } : {}), ...(path ? { path } : {}) };
}

export interface Misfit {
  message: string;
  remedy: string;
}

/** Packages whose version Framework has settled. */
export const settled: Record<string, string> = { "@duckdb/duckdb-wasm": "1.29.0" };

/** The package that a specifier needs and that is not installed, with the version that `npm install` should be given. */
export function lackingPackage(specifier: string, root: string): string | undefined {
  const { name, range = settled[name] } = parseSpecifier(specifier);
  return installed(join(root, "src"), name) ? undefined : range ? `${name}@${range}` : name;
}

/** Why an installed package cannot be used in the version that the specifier asks for; undefined where it can. */
export function misfit(specifier: string, root: string): Misfit | undefined {
  const { name, range = settled[name] } = parseSpecifier(specifier);
  const found = installed(join(root, "src"), name);
  if (!found || !range || satisfies(found.version, range)) return undefined;
  if (validRange(range) === null)
    return {
      message: `asks for "${name}@${range}", a version that only the registry could tell`,
      remedy: `leave "@${range}" out to use the installed ${found.version}`
    };
  return {
    message: `needs the package "${name}" in version ${range}, and ${found.version} is installed`,
    remedy: `run npm install ${name}@${range}, or name the version that is installed`
  };
}

const builtins = new Set(builtinModules);

/** Whether a specifier names a part of Node, which no browser has. */
export const isNodeModule = (specifier: string): boolean => specifier.startsWith("node:") || builtins.has(specifier);
