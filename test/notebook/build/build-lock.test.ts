import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { withBuildLock } from "../../../src/notebook/build/build-lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const module = new URL("../../../src/notebook/build/build-lock.ts", import.meta.url).href;

/** What is printed until the test ends. */
function printed(): string[] {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  onTestFinished(() => log.mockRestore());
  return lines;
}

/** Another process that has begun a build and never ends it. */
async function buildWithoutEnd(root: string) {
  const code = `import { withBuildLock } from "${module}";
    setInterval(() => {}, 1000);
    await withBuildLock("${root}", () => { console.log("begun"); return new Promise(() => {}); });`;
  const build = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  onTestFinished(() => void build.kill("SIGKILL"));
  await once(build.stdout, "data");
  return build;
}

test("two builds of one project take turns, and the second says at once what it waits for", async () => {
  const root = temporaryFolder();
  const said = printed();
  const build = (name: string) =>
    withBuildLock(root, async () => {
      said.push(`${name} begins`);
      await setTimeout(300);
      said.push(`${name} ends`);
    });
  const first = build("a");
  await vi.waitFor(() => expect(said).toEqual(["a begins"]));
  await Promise.all([first, build("b")]);
  expect(said).toEqual([
    "a begins",
    "Waiting for another build of this notebook to end. If it was killed, this one begins within 30 seconds.",
    "a ends",
    "b begins",
    "b ends"
  ]);
});

test("a build that fails gives way to the next", async () => {
  const root = temporaryFolder();
  await expect(withBuildLock(root, () => Promise.reject(new Error("fell")))).rejects.toThrow("fell");
  expect(await withBuildLock(root, async () => "built")).toBe("built");
});

test("a build that is stopped takes its lock with it", async () => {
  const root = temporaryFolder();
  const build = await buildWithoutEnd(root);
  expect(existsSync(join(root, ".build/build.lock"))).toBe(true);
  build.kill("SIGTERM");
  await once(build, "close");
  expect(existsSync(join(root, ".build/build.lock"))).toBe(false);
});

test("a build that lives keeps its lock for longer than a killed one", async () => {
  const root = temporaryFolder();
  const times = { update: 1_000, stale: 2_000 };
  const order: string[] = [];
  printed();
  const long = withBuildLock(root, () => setTimeout(2_600).then(() => order.push("long")), times);
  await setTimeout(100);
  await Promise.all([long, withBuildLock(root, async () => order.push("next"), times)]);
  expect(order).toEqual(["long", "next"]);
});

test("the lock of a killed build holds the next up for a while and no longer, and its site comes back", async () => {
  const root = temporaryFolder();
  const build = await buildWithoutEnd(root);
  build.kill("SIGKILL");
  await once(build, "close");
  expect(existsSync(join(root, ".build/build.lock"))).toBe(true);
  mkdirSync(join(root, ".build/previous"));
  writeFileSync(join(root, ".build/previous/index.html"), "old");

  printed();
  const times = { update: 1_000, stale: 2_000 };
  expect(await withBuildLock(root, async () => readFileSync(join(root, "dist/index.html"), "utf8"), times)).toBe("old");
});
