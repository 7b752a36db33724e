import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Lets scripts in `folder` of the site import the file of Plot that Framework has put there for the live cells, so that no
 * reader fetches Plot twice. Where no page has cells there is no such file, and Plot is bundled.
 */
export function sharedPlot(site: string, folder: string): Plugin {
  const file = plotFile(site);
  return {
    name: "shared-plot",
    setup({ onResolve }) {
      if (file)
        onResolve({ filter: /^@observablehq\/plot$/ }, () => ({ path: posix.relative(folder, file), external: true }));
    }
  };
}

/** The address of Framework’s Plot, relative to the site’s root. */
function plotFile(site: string): string | undefined {
  const packages = "_node/@observablehq";
  if (!existsSync(join(site, packages))) return undefined;
  const folder = readdirSync(join(site, packages)).find((entry) => entry.startsWith("plot@"));
  const file = folder && readdirSync(join(site, packages, folder)).find((entry) => /^index\..*js$/.test(entry));
  return file && posix.join(packages, folder, file);
}
