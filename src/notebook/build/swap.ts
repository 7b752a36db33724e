import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildFolder } from "./paths.ts";

/** Puts the finished `site` in the place of `dist`. Until then, and if it cannot be done, the old `dist` stays. */
export function swap(root: string, site: string): void {
  const { dist, previous } = places(root);
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

/** Puts the old `dist` back if a build was killed between the two renames of its swap. */
export function restore(root: string): void {
  const { dist, previous } = places(root);
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
}

const places = (root: string) => ({ dist: join(root, "dist"), previous: join(buildFolder(root), "previous") });
