import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checks } from "../../src/notebook/ledger/check-ledger.ts";
import { findTokens } from "../../src/notebook/page/tokens.ts";
import { judgements } from "../../src/notebook/tables/judgement-faults.ts";
import { realLedger, realNotebook } from "../real-ledger.ts";

const documents = ["README.md", ...readdirSync("docs").map((name) => `docs/${name}`)];
const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

test("there are documents to check", () => {
  expect(documents.length).toBeGreaterThan(2);
});

test.each(documents)("%s names only commands that exist", (file) => {
  const text = readFileSync(file, "utf8");
  const named = [...matches(text, /npm run ([a-z]+)/g), ...matches(text, /npm (start|test)\b/g)];
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(documents)("%s names only paths that exist", (file) => {
  const text = readFileSync(file, "utf8");
  const named = matches(text, /`((?:src|data|docs|test)\/[\w./-]*)`/g);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(documents)("%s names only tokens that exist", (file) => {
  const notebook = realNotebook();
  const named = findTokens(readFileSync(file, "utf8")).map(({ id }) => id);
  expect(named.filter((id) => !notebook.fact(id))).toEqual([]);
});

test("README names every command of package.json that a person runs", () => {
  const readme = readFileSync("README.md", "utf8");
  const forMachines = ["types", "lint", "unit", "browser"];
  const missing = Object.keys(scripts).filter(
    (name) => !forMachines.includes(name) && !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`)
  );
  expect(missing).toEqual([]);
});

test("the record that docs/ledger.md shows is the record of the ledger", () => {
  const shown = /```yaml\nfigures:\n([\s\S]*?)```/.exec(readFileSync("docs/ledger.md", "utf8"))?.[1] ?? "";
  const figures = realLedger().sources.flatMap((source) => source.figures);
  const [record] = parse(shown) as { id: string }[];
  expect(figures.find(({ id }) => id === record?.id)).toMatchObject(record ?? {});
});

test("docs/ledger.md lists every rule that is checked, in the order of the code", () => {
  const rules = matches(readFileSync("docs/ledger.md", "utf8"), /^\| `([a-z-]+)` \|/gm).filter((name) =>
    name.includes("-")
  );
  expect(rules).toEqual([...Object.keys(checks), ...Object.keys(judgements)]);
});

test.each(Object.keys(checks))("the rule %s has a file of its name", (name) => {
  expect(existsSync(`src/notebook/ledger/checks/${name}.ts`)).toBe(true);
});
