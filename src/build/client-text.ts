import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

/** What a page must hold for scripts to be woken on it, by the beginning of their names. Other scripts may wake anywhere. */
const wokenBy = { explore: "data-explore", "positions/": "data-tool=", search: '<form class="search"' };

/**
 * The browser's scripts without comments and libraries, as a page may wake them: every class, element and attribute that
 * they may add to it is in the text.
 */
export async function clientText(root: string): Promise<(html: string) => string> {
  const folder = join(root, "src/client");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
    outbase: folder,
    outdir: "unwritten",
    minify: true,
    format: "esm",
    target: "es2022",
    write: false
  });
  const scripts = outputFiles.map(({ path, text }) => {
    const name = relative(join(root, "unwritten"), path);
    return { text, needed: Object.entries(wokenBy).find(([beginning]) => name.startsWith(beginning))?.[1] ?? "" };
  });
  return (html) =>
    scripts
      .filter(({ needed }) => html.includes(needed))
      .map(({ text }) => text)
      .join("\n");
}
