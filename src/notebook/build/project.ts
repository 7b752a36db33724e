import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { InputError } from "../ledger/fault.ts";
import type { NotebookOptions } from "../page/site.ts";
import { emit } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import { buildFolder } from "./paths.ts";

/**
 * What the config of the project at `root` says of the notebook. The config is read with the machine left out: this is the
 * machine, and Framework's own programs are the ones that need what it makes of the options.
 */
export async function readOptions(root: string): Promise<NotebookOptions> {
  const file = "observablehq.config.ts";
  if (!existsSync(join(root, file)))
    throw new InputError([
      { file, line: 1, column: 1, message: "the notebook has no config", remedy: "write the file, or go to its folder" }
    ]);
  const { outputFiles } = await buildOrFault(file, {
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    plugins: [
      {
        name: "options-alone",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/notebook\/index\.ts$/ }, ({ path }) => ({ path, namespace: "options-alone" }));
          onLoad({ filter: /.*/, namespace: "options-alone" }, () => ({
            contents: "export const notebook = (options) => options;"
          }));
        }
      }
    ]
  });
  const text = outputFiles[0]?.text ?? "";
  const made = emit(buildFolder(root), "config.mjs", text);
  const { default: options } = (await import(pathToFileURL(join(buildFolder(root), made)).href)) as {
    default: NotebookOptions;
  };
  return options;
}

async function buildOrFault(file: string, options: BuildOptions & { write: false }) {
  try {
    return await build(options);
  } catch (error) {
    throw new InputError(faultsOfBuild(error, file));
  }
}
