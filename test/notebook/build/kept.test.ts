import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptOf } from "../../../src/notebook/build/kept.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("what was made of the same texts is not made again, and what was made of others is", () => {
  const root = temporaryFolder();
  const made: string[] = [];
  const make = (...of: string[]) =>
    keptOf(root).made(of, () => {
      made.push(of.join("+"));
      return { text: of.join("+") };
    });
  expect([make("a", "b"), make("a", "b"), make("ab", ""), make("a", "c")].map(({ text }) => text)).toEqual([
    "a+b",
    "a+b",
    "ab+",
    "a+c"
  ]);
  expect(made).toEqual(["a+b", "ab+", "a+c"]);
});

test("what a build had no use for is cleared away, and what it used stays", () => {
  const root = temporaryFolder();
  keptOf(root).made(["old"], () => 1);
  const kept = keptOf(root);
  kept.made(["new"], () => 2);
  expect(readdirSync(join(root, ".build/kept"))).toHaveLength(2);
  kept.forgetRest();
  expect(keptOf(root).made(["new"], () => 3)).toBe(2);
  expect(keptOf(root).made(["old"], () => 3)).toBe(3);
});

test("a file's content is kept under a name that finds it, for as long as builds use it", () => {
  const root = temporaryFolder();
  const first = keptOf(root);
  const name = first.keepFile(Buffer.from("content"));
  first.keep(["of"], { name });
  first.forgetRest();
  const second = keptOf(root);
  expect(second.found(["of"])).toEqual({ name });
  expect(second.found(["of another"])).toBeUndefined();
  expect(readFileSync(second.file(name) ?? "", "utf8")).toBe("content");
  const third = keptOf(root);
  third.forgetRest();
  expect(keptOf(root).file(name)).toBeUndefined();
});

test("of a build while which the project was edited, nothing is kept", () => {
  const root = temporaryFolder();
  const kept = keptOf(root);
  kept.made(["of"], () => 1);
  writeFileSync(join(root, "observablehq.config.ts"), "export default {};\n");
  kept.forgetRest();
  expect(keptOf(root).found(["of"])).toBeUndefined();
});
