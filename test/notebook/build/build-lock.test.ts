import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { withBuildLock } from "../../../src/notebook/build/build-lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("two builds of one project take turns", async () => {
  const root = temporaryFolder();
  const said: string[] = [];
  const build = (name: string) =>
    withBuildLock(root, async () => {
      said.push(`${name} begins`);
      await setTimeout(50);
      said.push(`${name} ends`);
    });
  await Promise.all([build("a"), build("b")]);
  expect(said).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("a build that fails gives way to the next", async () => {
  const root = temporaryFolder();
  await expect(withBuildLock(root, () => Promise.reject(new Error("fell")))).rejects.toThrow("fell");
  expect(await withBuildLock(root, async () => "built")).toBe("built");
});

test("the lock of a process that is gone holds nobody up", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ".build"));
  writeFileSync(join(root, ".build/lock"), "999999999");
  expect(await withBuildLock(root, async () => "built")).toBe("built");
});
