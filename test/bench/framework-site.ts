import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { write } from "../../src/notebook/build/emit.ts";
import { prepareFrameworkCache } from "../../src/notebook/build/framework-cache.ts";
import type { Notebook } from "../../src/notebook/page/notebook.ts";
import { bundleForBrowser } from "./browser-figures.ts";

/** A page's path as Framework names it, `/index`, and its Markdown. */
export interface FrameworkPage {
  path: string;
  markdown: string;
}

/**
 * Builds a project of Framework's in `root` as its documentation has it: default theme, sidebar, contents. Only the web
 * fonts of another host are left out. Returns the folder of the site.
 */
export async function buildFrameworkSite(
  root: string,
  pages: readonly FrameworkPage[],
  { notebook, dist, colours, footer }: { notebook: Notebook; dist: string; colours: string; footer: string }
): Promise<string> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const site = join(root, "site");
  cpSync("package.json", join(root, "package.json"));
  write(root, "observablehq.config.js", config(pages, `<style>${colours}</style>`, footer));
  for (const { path, markdown } of pages) write(root, `src${path}.md`, markdown);
  for (const { name, rows } of [notebook.tables.figures, notebook.tables.derived, notebook.tables.positions])
    write(root, `src/data/${name}.json`, JSON.stringify(rows));
  for (const folder of ["figures", "data"])
    cpSync(join(dist, folder), join(root, "src", folder), { recursive: true, force: false });
  // What loaders beside the pages have made, by the names that the pages give it.
  const attached = join(dist, "_file");
  for (const entry of existsSync(attached) ? readdirSync(attached, { withFileTypes: true }) : [])
    if (entry.isFile())
      cpSync(join(attached, entry.name), join(root, "src", entry.name.replace(/\.[0-9a-f]{8}(?=\.[^.]*$)/, "")));
  await bundleForBrowser(["draw-figure.ts", "number-writer.ts"], join(root, "src/components"));
  await prepareFrameworkCache(root);
  await runFramework(root, site);
  return site;
}

function config(pages: readonly FrameworkPage[], head: string, footer: string): string {
  const links = pages.filter(({ path }) => path !== "/index").map(({ path }) => ({ name: path.slice(1), path }));
  return `export default {
  root: "src",
  output: process.env.NOTEBOOK_OUTPUT,
  title: "Claims and reality",
  pages: ${JSON.stringify(links)},
  globalStylesheets: [],
  head: ${JSON.stringify(head)},
  footer: ${JSON.stringify(footer)}
};
`;
}

/** Runs Framework's own command. Its warnings are errors here, except for links: the pages of the other ways have them too. */
async function runFramework(root: string, output: string): Promise<void> {
  const program = fileURLToPath(import.meta.resolve("@observablehq/framework/dist/bin/observable.js"));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, "build"], {
    cwd: root,
    env: { ...process.env, NOTEBOOK_OUTPUT: relative(root, output), OBSERVABLE_TELEMETRY_DISABLE: "1", NO_COLOR: "1" }
  });
  const warnings = `${stdout}\n${stderr}`
    .split("\n")
    .filter((line) => /warning/i.test(line) && !/broken link/.test(line));
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}
