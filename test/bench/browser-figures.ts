import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { withoutNodePart } from "../../src/notebook/build/assets.ts";
import { storyModules } from "../../src/notebook/build/story.ts";

/** Bundles modules of this folder for a browser, with the story's figures. Plot stays an import: whoever takes them shares it. */
export async function bundleForBrowser(files: readonly string[], folder: string): Promise<void> {
  await build({
    entryPoints: files.map((file) => join(import.meta.dirname, file)),
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["@observablehq/plot"],
    plugins: [figuresThemselves, storyModules("."), withoutNodePart],
    legalComments: "none",
    logLevel: "error"
  });
}

/** A browser gets the story's figures, not what reads them from their files. */
const figuresThemselves: Plugin = {
  name: "figures-themselves",
  setup({ onResolve }) {
    onResolve({ filter: /\/story\.ts$/ }, () => ({ path: "notebook:figures", namespace: "story" }));
  }
};
