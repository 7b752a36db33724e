import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { swap } from "../../../src/notebook/build/swap.ts";
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
