import { build } from "esbuild";

/** The script that stands in every page, `src/client/start.ts`, minified. It imports the others at `wake`, from the site's root. */
export async function bundleStart(root: string, wake: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/client/start.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
    write: false,
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
