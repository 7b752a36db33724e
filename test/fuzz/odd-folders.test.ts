import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inspect } from "../../src/notebook/build/check-notebook.ts";
import { formatFault, sortFaults } from "../../src/notebook/ledger/fault.ts";
import { temporaryFolder } from "../notebook/build/temporary-folder.ts";
import { subjects } from "./input.ts";

const { files, story } = subjects.small;

/** The small notebook in a folder that is prepared, and what a check says of it. */
function faultsOf(prepare: (root: string, write: (path: string, text: string) => void) => void): string[] {
  const root = temporaryFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  prepare(root, write);
  const inspected = inspect(root, { title: "A notebook" }, story);
  return sortFaults(inspected.faults).map(formatFault);
}

const page = (words: string, title = "A page"): string =>
  `---\ntitle: ${title}\naside: true\n---\n\n# A page\n\n${words}\n`;

test("the small notebook has no fault", () => {
  expect(faultsOf(() => {})).toEqual([]);
});

test("lines of 10 MB are read in bounded memory, and quoted in messages of one line", () => {
  const long = "word ".repeat(2_000_000);
  const before = process.memoryUsage.rss();
  expect(faultsOf((_, write) => write("src/long.md", page(long)))).toEqual([]);
  const faults = faultsOf((_, write) => write("data/ledger/long.yaml", `source: { id: ${"x".repeat(10_000_000)} }\n`));
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    expect(fault.length).toBeLessThanOrEqual(300);
    expect(fault).toMatch(/^\S+:\d+:\d+ .*; \S/);
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(1_500_000_000);
});

test("thousands of files beside the pages, and hundreds of pages, are a notebook like any other", () => {
  const faults = faultsOf((_, write) => {
    for (let n = 0; n < 3_000; n++) write(`src/data/rows-${n}.csv`, "a,b\n");
    for (let n = 0; n < 300; n++) write(`src/pages/page-${n}.md`, page("Words.", `Page ${n}`));
  });
  expect(faults).toEqual([]);
});

test("links that lead nowhere, in circles or out of the folder are told where they are pages, and else left alone", () => {
  const faults = faultsOf((root) => {
    symlinkSync("nowhere", join(root, "src/data/.#figures.json"));
    symlinkSync("circle.md", join(root, "src/circle.md"));
    symlinkSync("nowhere", join(root, "src/dangling.md"));
    symlinkSync("/etc/hosts", join(root, "src/outside.md"));
    mkdirSync(join(root, "src/folder.md"));
  });
  expect(faults.map((fault) => fault.split(":")[0])).toEqual(
    ["circle", "dangling", "folder", "outside"].map((name) => `src/${name}.md`)
  );
  for (const fault of faults) expect(fault).toContain("put the file itself in its place");
});

test("what every page is held against is made although a file beside them is a link to nowhere", () => {
  const root = temporaryFolder();
  cpSync("test/subjects/minimal", root, {
    recursive: true,
    filter: (file) => !/\.build|dist|\.observablehq/.test(file)
  });
  symlinkSync("nowhere", join(root, "src/.#index.txt"));
  expect(inspect(root, { title: "A notebook" }, story).madeOf).toMatch(/^[\da-f]{64}$/);
});
