import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The machine's folder, `src/notebook`. A bundle of it lies elsewhere, and is told. */
export const machine = process.env.NOTEBOOK_MACHINE ?? fileURLToPath(new URL("..", import.meta.url));

/** The module that stories import the machine through, as it runs here. */
export const border = process.env.NOTEBOOK_BORDER ?? join(machine, "index.ts");

/** The folder that the packages are installed in. */
export const packages = resolve(
  createRequire(import.meta.url).resolve("@observablehq/framework/dist/bin/observable.js"),
  "../../../../.."
);

/** The module that makes every outgoing request fail; for `NODE_OPTIONS=--import=…`. */
export const offlineGuard = new URL(`file://${join(machine, "build/offline.js")}`).href;

/** Where a build is put together, out of sight, and what it keeps for the next one. */
export const buildFolder = (root: string): string => join(root, ".build");
