import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restore, swap } from "../../../src/notebook/build/swap.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function projectWithSite(): string {
  const root = temporaryFolder();
  for (const folder of ["dist", ".build/site"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "dist/index.html"), "old");
  writeFileSync(join(root, ".build/site/index.html"), "new");
  return root;
}

test("the finished site takes the place of the old one", () => {
  const root = projectWithSite();
  swap(root, join(root, ".build/site"));
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("new");
  expect(existsSync(join(root, ".build/previous"))).toBe(false);
});

test("the old site stays where the new one cannot be moved", () => {
  const root = projectWithSite();
  expect(() => swap(root, join(root, ".build/missing"))).toThrow("ENOENT");
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("old");
});

test("a site that a killed build had put aside comes back, and never in place of a newer one", () => {
  const root = projectWithSite();
  const read = () => readFileSync(join(root, "dist/index.html"), "utf8");
  renameSync(join(root, "dist"), join(root, ".build/previous"));
  restore(root);
  expect(read()).toBe("old");

  mkdirSync(join(root, ".build/previous"));
  writeFileSync(join(root, ".build/previous/index.html"), "older");
  restore(root);
  expect(read()).toBe("old");
});
