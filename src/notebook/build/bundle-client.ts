import { existsSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build } from "esbuild";
import { write } from "./emit.ts";
import { forBrowsers, scripts, withoutNodePart } from "./esbuild-options.ts";
import { sharedPlot } from "./shared-plot.ts";
import { storyModules } from "./story.ts";

/** The scripts that a page names itself; what they import lazily becomes files beside them. */
const clientEntries = ["wake"];

/** Bundles the browser's scripts into the site. Returns the address of each entry by its plain name, `client/wake.js`. */
export async function bundleClient(root: string, site: string): Promise<Map<string, string>> {
  const entryPoints = clientEntries
    .map((name) => `src/notebook/browser/${name}.ts`)
    .filter((file) => existsSync(join(root, file)));
  const { outputFiles, metafile } = await build({
    ...scripts,
    absWorkingDir: root,
    entryPoints,
    outdir: "_assets/client",
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    splitting: true,
    metafile: true,
    // A style sheet that only a script needs comes with it, as text.
    loader: { ".css": "text" },
    plugins: [storyModules(root), withoutNodePart, sharedPlot(site, "_assets/client")]
  });
  const helpers = Object.keys(metafile.outputs).filter(
    (address) => Object.keys(metafile.outputs[address]?.inputs ?? {}).length === 0
  );
  for (const { path, text } of outputFiles) write(site, relative(root, path), withoutIdleImports(text, helpers));
  return new Map(
    Object.entries(metafile.outputs).flatMap(([address, { entryPoint }]) =>
      entryPoint && clientEntries.includes(basename(entryPoint, ".ts"))
        ? [[`client/${basename(entryPoint, ".ts")}.js`, address]]
        : []
    )
  );
}

/**
 * esbuild puts the helpers that one script needs into a chunk, and has every script import it. An import that takes
 * nothing from it would only cost the reader a request.
 */
function withoutIdleImports(script: string, helpers: readonly string[]): string {
  return helpers.reduce((text, address) => text.replace(`import"./${basename(address)}";`, ""), script);
}

/** The pages' style sheet, `src/notebook/style/index.css` with its imports, in one minified text. */
export async function bundleStyle(root: string): Promise<string> {
  if (!existsSync(join(root, "src/notebook/style/index.css"))) return "";
  const { outputFiles } = await build({
    ...forBrowsers,
    absWorkingDir: root,
    entryPoints: ["src/notebook/style/index.css"],
    external: ["*.woff2"]
  });
  return outputFiles[0]?.text.trim() ?? "";
}
