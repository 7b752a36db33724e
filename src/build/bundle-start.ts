import { build } from "esbuild";
import { scripts } from "./esbuild-options.ts";

/** The script that stands in every page, `src/client/start.ts`, minified. It imports the others at `wake`, from the site's root. */
export async function bundleStart(root: string, wake: string): Promise<string> {
  const { outputFiles } = await build({
    ...scripts,
    absWorkingDir: root,
    entryPoints: ["src/client/start.ts"],
    plugins: [
      {
        name: "wake-is-published",
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/wake\.ts$/ }, () => ({ path: `./${wake}`, external: true }));
        }
      }
    ]
  });
  return outputFiles[0]?.text.trim() ?? "";
}
