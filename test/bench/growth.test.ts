import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { checkNotebook } from "../../src/notebook/build/check-notebook.ts";
import { grownSubject, measureGrowth } from "./growth.ts";

test("a notebook of many pages is sound", async () => {
  const { root } = grownSubject(12);
  try {
    const { notebook } = await checkNotebook(root);
    expect(notebook.site.pages).toHaveLength(12);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("numbers of pages that are none are told", async () => {
  await expect(measureGrowth(["--pages", "ten"])).rejects.toThrow("whole numbers from 1 on");
});
