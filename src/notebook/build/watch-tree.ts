import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * Yields the names of the files that changed, appeared or went since the call, and then since the last time. It looks
 * at each file three times a second: `fs.watch` misses files in new folders, and anything on a network drive.
 */
export function changes(root: string, watched: readonly string[]): AsyncGenerator<string[], never> {
  return changesSince(snapshot(root, watched), root, watched);
}

async function* changesSince(
  before: Snapshot,
  root: string,
  watched: readonly string[]
): AsyncGenerator<string[], never> {
  while (true) {
    await setTimeout(300);
    const now = snapshot(root, watched);
    const files = new Set([...before.keys(), ...now.keys()]);
    const changed = [...files].filter((file) => before.get(file) !== now.get(file));
    before = now;
    if (changed.length > 0) yield changed;
  }
}

/** The state of each file by its name. */
type Snapshot = Map<string, string>;

function snapshot(root: string, watched: readonly string[]): Snapshot {
  return new Map(watched.flatMap((path) => visit(root, join(root, path))));
}

function visit(root: string, path: string): [string, string][] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [[relative(root, path), `${stats.mtimeMs} ${stats.size}`]];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => visit(root, join(path, name)));
}
