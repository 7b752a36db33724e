// Runs a data loader that is written in TypeScript: `node run-loader.js src/data/x.json.ts`. It is bundled with what it uses
// of the machine and no more, which takes a fraction of the time of compiling each module on its way in.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [node, , loader = "", ...words] = process.argv;
const { outputFiles } = await build({
  absWorkingDir: process.cwd(),
  entryPoints: [loader],
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  sourcesContent: false,
  outdir: ".build/loaders",
  write: false,
  logLevel: "error"
});
const text = outputFiles[0]?.text ?? "";
const folder = join(process.cwd(), ".build/loaders");
const file = join(folder, `${createHash("sha256").update(text).digest("hex").slice(0, 16)}.mjs`);
mkdirSync(folder, { recursive: true });
if (!existsSync(file)) writeFileSync(file, text);
process.argv = [node ?? "node", loader, ...words];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);
