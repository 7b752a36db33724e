import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** The browser's scripts without comments and libraries: every class, element and attribute that they may add is in it. */
export async function clientText(root: string): Promise<string> {
  const folder = join(root, "src/client");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
    outdir: "unwritten",
    minify: true,
    format: "esm",
    target: "es2022",
    write: false
  });
  return outputFiles.map(({ text }) => text).join("\n");
}
