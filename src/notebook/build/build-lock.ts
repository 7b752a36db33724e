import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildFolder } from "./paths.ts";

/** Runs `work` while no other build of this project runs: they would share Framework's cache. Waits its turn. */
export async function withBuildLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = join(buildFolder(root), "lock");
  mkdirSync(buildFolder(root), { recursive: true });
  while (!take(lock)) {
    if (!isRunning(Number(readLock(lock)))) rmSync(lock, { force: true });
    else await setTimeout(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

// A link appears with its content, so that nobody reads a lock without an owner.
function take(lock: string): boolean {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine);
  }
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
