import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { route } from "@observablehq/framework/dist/route.js";
import { tableNames } from "../../tables/tables.ts";

// The programs' endings that Framework runs as loaders.
const loaders = ".js .ts .py .r .R .rs .go .java .jl .php .sh .exe".split(" ");
const archives = [".zip", ".tgz"].flatMap((ending) => [ending, ...loaders.map((loader) => ending + loader)]);

/** Whether Framework finds `path`, such as `/data/a.csv`, under `src`: the file, what makes it, or an archive that holds it. */
export function attachedFileExists(src: string, path: string): boolean {
  const ending = posix.extname(path);
  const stem = ending ? path.slice(0, -ending.length) : path;
  const endings = ending ? [ending, ...loaders.map((loader) => ending + loader)] : [ending];
  if (route(src, stem, endings)) return true;
  for (let folder = posix.dirname(path); posix.dirname(folder) !== folder; folder = posix.dirname(folder))
    if (route(src, folder, archives)) return true;
  return false;
}

/** The loader that makes a file which does not lie there, and what the file's name tells it; undefined where none does. */
export function loaderOf(
  src: string,
  path: string
): { file: string; params: Readonly<Record<string, string>> } | undefined {
  const ending = posix.extname(path);
  const found = route(
    src,
    path.slice(0, path.length - ending.length),
    loaders.map((loader) => ending + loader)
  );
  return found && { file: `src/${found.path}`, params: found.params ?? {} };
}

/** The names of the files that lie in a folder under `src`, `/data` say, or that a loader there makes. */
export function attachableIn(src: string, folder: string): string[] {
  const path = join(src, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    const loader = loaders.find(
      (ending) => name.endsWith(ending) && posix.extname(name.slice(0, -ending.length)) !== ""
    );
    const made = loader ? name.slice(0, -loader.length) : name;
    return entry.isFile() && !/\.(?:md|tsx?)$|[[\]]/.test(made) ? [made] : [];
  });
}

/** The table that a loader of tables would be asked for by `path`, where there is none of that name. */
export function lackingTable(src: string, path: string): string | undefined {
  const ending = posix.extname(path);
  const found = route(
    src,
    path.slice(0, path.length - ending.length),
    loaders.map((loader) => ending + loader)
  );
  const table = found?.params?.table;
  if (!found || table === undefined || tableNames.some((name) => name === table)) return undefined;
  return readFileSync(join(src, found.path), "utf8").includes("loadTable(") ? table : undefined;
}
