import { execFile } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { write } from "../../src/notebook/build/emit.ts";
import type { AstroPage } from "./astro-page.ts";
import { bundleForBrowser } from "./browser-figures.ts";

const run = promisify(execFile);

/**
 * Builds the pages with Astro in `root`, a copy of the project in `astro/`, whose packages are installed there once. The
 * rows of the figures are taken from the built `dist`. Returns the folder of the site.
 */
export async function buildAstroSite(root: string, pages: readonly AstroPage[], dist: string): Promise<string> {
  for (const part of ["src", "public", "site"]) rmSync(join(root, part), { recursive: true, force: true });
  const project = join(import.meta.dirname, "astro");
  const isInstalled =
    existsSync(join(root, "node_modules")) &&
    readFileSync(join(root, "package-lock.json"), "utf8") === readFileSync(join(project, "package-lock.json"), "utf8");
  cpSync(project, root, { recursive: true });
  if (!isInstalled) await run("npm", ["ci"], { cwd: root });
  write(root, "src/pages.json", JSON.stringify(pages));
  const names = pages.flatMap(({ main }) =>
    [...main.matchAll(/<plot-figure data-name="([^"]+)"/g)].map(([, name]) => name)
  );
  for (const name of new Set(names)) {
    const { rows } = JSON.parse(readFileSync(join(dist, `figures/${name}.json`), "utf8"));
    write(root, `public/rows/${name}.json`, JSON.stringify(rows));
  }
  await bundleForBrowser(["draw-figure.ts"], join(root, "src/components"));
  await run(process.execPath, [join(root, "node_modules/astro/astro.js"), "build"], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }
  });
  return join(root, "site");
}
