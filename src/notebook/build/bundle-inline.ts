import { build } from "esbuild";
import { scripts } from "./esbuild-options.ts";

/** The scripts that stand in every page. */
export interface InlineScripts {
  /** `src/notebook/browser/load-fonts.ts`, for the head. */
  fonts: string;
  /** `src/notebook/browser/start.ts`, for the end: it imports the others at `wake`, from the site's root. */
  start: string;
}

/** Both, minified. */
export async function bundleInline(root: string, wake: string): Promise<InlineScripts> {
  const [fonts, start] = await Promise.all([bundled(root, "load-fonts", wake), bundled(root, "start", wake)]);
  return { fonts, start };
}

async function bundled(root: string, name: string, wake: string): Promise<string> {
  const { outputFiles } = await build({
    ...scripts,
    absWorkingDir: root,
    entryPoints: [`src/notebook/browser/${name}.ts`],
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
