import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type LockOptions, lock } from "proper-lockfile";
import { buildFolder } from "./paths.ts";
import { restore } from "./swap.ts";

// A build renews its lock every three seconds; one that has not for half a minute was killed.
const times = { update: 3_000, stale: 30_000 };

/** Runs `work` while no other build of this project runs: they would share Framework's cache. Waits its turn, and says so. */
export async function withBuildLock<T>(root: string, work: () => Promise<T>, wait = times): Promise<T> {
  const folder = buildFolder(root);
  mkdirSync(folder, { recursive: true });
  const lockfilePath = join(folder, "build.lock");
  const release = await takeTurn(folder, { ...wait, lockfilePath, realpath: false, onCompromised: stop });
  try {
    restore(root);
    return await work();
  } finally {
    await release();
  }
}

async function takeTurn(folder: string, options: LockOptions & typeof times): Promise<() => Promise<void>> {
  try {
    return await lock(folder, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
  }
  console.log(
    `Waiting for another build of this notebook to end. If it was killed, this one begins within ${options.stale / 1000} seconds.`
  );
  return lock(folder, { ...options, retries: { forever: true, retries: 1, minTimeout: 100, maxTimeout: 100 } });
}

/** Another build took this one for killed, and writes where this one does. */
function stop(): never {
  console.error("This build stood still so long that another took its turn; run it again.");
  process.exit(1);
}
