// Runs a data loader that is written in TypeScript: `node run-loader.js src/data/x.json.ts`. It is bundled with what it uses
// of the machine and no more, which takes a fraction of the time of compiling each module on its way in.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [node, , loader = "", ...words] = process.argv;
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
  logLevel: "error",
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
process.argv = [node ?? "node", loader, ...words];
process.setSourceMapsEnabled(true);
try {
  await import(pathToFileURL(join(process.cwd(), file)).href);
} catch (error) {
  // What is wrong with its input is told in a line each; a fault of the loader keeps its trace.
  if (!(error instanceof Error) || error.name !== "InputError") throw error;
  console.error(error.message);
  process.exitCode = 1;
}
