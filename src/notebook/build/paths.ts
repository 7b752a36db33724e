import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** Framework's command line program. */
export const frameworkProgram = createRequire(import.meta.url).resolve(
  "@observablehq/framework/dist/bin/observable.js"
);

/** The folder that the packages are installed in. */
export const packages = resolve(frameworkProgram, "../../../../..");

/** The module that makes every outgoing request fail; for `NODE_OPTIONS=--import=…`. */
export const offlineGuard = new URL("offline.js", import.meta.url).href;

/** Where a build is put together, out of sight. */
export const buildFolder = (root: string): string => join(root, ".build");
