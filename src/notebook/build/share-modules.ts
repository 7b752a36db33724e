import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

// A path in quotes that leads to a script from where it stands.
const quotedPath = /(["'`])(\.{1,2}\/[^"'`\s]*\.js)\1/g;

/**
 * Makes the packages of a site that Framework has just built whole and single: lays in those that a reader's browser would
 * ask for and Framework has left out, as it overlooks `.dsv()`; and lets a package that pages import both by its bare
 * name and as `npm:…` be one file, so that no reader fetches it twice and its objects know each other.
 */
export function shareModules(root: string, site: string): void {
  const moves = sameFiles(site);
  const cache = join(root, "src/.observablehq/cache");

  const rewritten = (address: string, text: string): string =>
    text.replace(quotedPath, (whole, quote: string, path: string) => {
      const target = posix.join(posix.dirname(address), path);
      const place = moves.get(target) ?? layIn(target);
      if (!place) return whole;
      return quote + posix.relative(posix.dirname(address), place).replace(/^(?!\.)/, "./") + quote;
    });

  /** A file of the cache that the site lacks, under a hash of its content. */
  function layIn(target: string): string | undefined {
    if (!target.startsWith("_npm/") || existsSync(join(site, target)) || !existsSync(join(cache, target)))
      return undefined;
    const text = rewritten(target, readFileSync(join(cache, target), "utf8"));
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const place = target.replace(
      /(?:\.?_esm)?\.js$/,
      (_, at: number) => `${target[at - 1] === "/" ? "" : "."}${hash}.js`
    );
    moves.set(target, place);
    mkdirSync(dirname(join(site, place)), { recursive: true });
    writeFileSync(join(site, place), text);
    return place;
  }

  for (const address of files(site, /\.(?:html|js)$/)) {
    const text = readFileSync(join(site, address), "utf8");
    const now = rewritten(address, text);
    if (now !== text) writeFileSync(join(site, address), now);
  }
  for (const [from, to] of moves) if (from !== to) rmSync(join(site, from), { force: true });
}

/** Where each `npm:` file is to be looked for instead: at the same package's file for bare imports. */
function sameFiles(site: string): Map<string, string> {
  const byContent = new Map(
    files(site, /^_node\/.*\.js$/).map((address) => [readFileSync(join(site, address), "utf8"), address])
  );
  const moves = new Map<string, string>();
  for (const address of files(site, /^_npm\/.*\.js$/)) {
    const same = byContent.get(readFileSync(join(site, address), "utf8")) ?? movedPlot(site, address);
    if (same) moves.set(address, same);
  }
  return moves;
}

/** The machine's own scripts look for Plot among the bare imports (`sharedPlot` in assets.ts): it lies there in any case. */
function movedPlot(site: string, address: string): string | undefined {
  const [, version, hash] = /^_npm\/@observablehq\/plot@([^/]+)\/(\w+)\.js$/.exec(address) ?? [];
  if (!version) return undefined;
  const place = `_node/@observablehq/plot@${version}/index.${hash}.js`;
  mkdirSync(dirname(join(site, place)), { recursive: true });
  renameSync(join(site, address), join(site, place));
  return place;
}

const files = (site: string, like: RegExp): string[] =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => like.test(file))
    .sort();
