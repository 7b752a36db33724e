// Runs a data loader that is written in TypeScript: `node run-loader.js src/data/x.json.ts`. It is bundled with what it uses
// of the machine and no more, which takes a fraction of the time of compiling each module on its way in.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [node, , loader = "", ...words] = process.argv;
try {
  const file = await bundle();
  process.argv = [node ?? "node", loader, ...words];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(process.cwd(), file)).href);
} catch (error) {
  for (const fault of faultsOf(error)) tell(fault);
  process.exitCode = 1;
}

async function bundle() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: [loader],
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    outdir: ".build/loaders",
    outExtension: { ".js": ".mjs" },
    entryNames: "[name]-[hash]",
    chunkNames: "[hash]",
    metafile: true,
    write: false,
    logLevel: "silent",
    plugins: [
      {
        // A package that the loader takes nothing from is not even imported.
        name: "packages-outside",
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === "entry-point" ? undefined : { path, external: true, sideEffects: false }
          );
        }
      }
    ]
  });
  // Loaders run side by side, and share some of these files: none may be read while another writes it.
  for (const { path, contents } of outputFiles) {
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  const [file = ""] = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => (entryPoint ? [path] : []));
  return file;
}

/** What is wrong with the loader or with what it was given, each where it arose in the project's own code. */
function faultsOf(error) {
  const [, file = loader, line = 1, column = 1] =
    /\/(src\/(?!notebook\/)[^():\s]+\.ts):(\d+):(\d+)/.exec(error?.stack ?? "") ?? [];
  const place = { file, line: Number(line), column: Number(column) };
  // A table that there is not is no file that one could look at.
  if (error?.name === "InputError")
    return error.faults.map((fault) => (existsSync(fault.file) ? fault : { ...fault, ...place }));
  if (error?.errors && error.warnings)
    return error.errors.map(({ text, location }) => ({
      file: location?.file ?? loader,
      line: location?.line ?? 1,
      column: (location?.column ?? 0) + 1,
      message: text,
      remedy: "mend the code"
    }));
  const message = `the loader fails: ${error?.message ?? error}`.replace(/\s+/g, " ");
  return [{ ...place, message, remedy: "mend it, or what it reads" }];
}

/** Leaves a fault to the command that runs the loader, where one said where to; a preview has it printed. */
function tell(fault) {
  const { NOTEBOOK_LOADER_FAULTS: folder } = process.env;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${process.pid}-${process.hrtime.bigint()}.json`), JSON.stringify(fault));
  } else console.error(`${fault.file}:${fault.line}:${fault.column} ${fault.message}; ${fault.remedy}`);
}
