import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "data/ledger";
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** What a source prints, an address and a comment keep their signs; every other line is, or may be, read on a page. */
const isOurs = (line: string): boolean => !/\bprinted:|\burl:|^\s*#/.test(line);

test.each(files)("our words in %s have no typewriter apostrophe", (name) => {
  const lines = readFileSync(`${folder}/${name}`, "utf8").split("\n").filter(isOurs);
  expect(lines.filter((line) => /\w'/.test(line))).toEqual([]);
});
