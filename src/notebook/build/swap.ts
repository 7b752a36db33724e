import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildFolder } from "./paths.ts";

/** Puts the finished `site` in the place of `dist`. Until then, and if it cannot be done, the old `dist` stays. */
export function swap(root: string, site: string): void {
  const dist = join(root, "dist");
  const previous = join(buildFolder(root), "previous");
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, previous);
  try {
    renameSync(site, dist);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, dist);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}
