import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changes } from "../../../src/notebook/build/watch-tree.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("names what was edited, added in a new folder, and removed", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "src/.observablehq"), { recursive: true });
  writeFileSync(join(root, "src/page.md"), "a");
  const edits = changes(root, ["src", "config.ts"]);
  const next = async () => (await edits.next()).value;

  writeFileSync(join(root, "src/page.md"), "longer");
  writeFileSync(join(root, "src/.observablehq/cache"), "not watched");
  expect(await next()).toEqual(["src/page.md"]);

  mkdirSync(join(root, "src/new/deep"), { recursive: true });
  writeFileSync(join(root, "src/new/deep/file.ts"), "b");
  writeFileSync(join(root, "config.ts"), "c");
  expect(await next()).toEqual(["src/new/deep/file.ts", "config.ts"]);

  rmSync(join(root, "src/page.md"));
  expect(await next()).toEqual(["src/page.md"]);
  await edits.return?.(undefined as never);
});
