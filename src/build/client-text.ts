import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

/** What a page must hold for scripts to be woken on it, by the beginning of their paths. Other scripts may wake anywhere. */
const wokenBy = {
  "client/explore": "data-explore",
  "explore/": "data-explore",
  "charts/country-colour": "data-explore",
  "client/positions/": "data-tool=",
  "client/search": '<form class="search"'
};

/**
 * The browser's scripts without comments and libraries, as a page may wake them: every class, element and attribute that
 * they may add to it is in the text.
 */
export async function clientText(root: string): Promise<(html: string) => string> {
  const folder = join(root, "src");
  const scriptsIn = (room: string): string[] =>
    readdirSync(join(folder, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, room, file));
  const { outputFiles } = await build({
    absWorkingDir: root,
    // A drawing of the workshop has colours that the page has not: those of other series than it opens with.
    entryPoints: [...scriptsIn("client"), ...scriptsIn("explore"), join(folder, "charts/country-colour.ts")],
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
