import { posix } from "node:path";
import { route } from "@observablehq/framework/dist/route.js";

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
