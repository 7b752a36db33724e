import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checks } from "../../src/notebook/ledger/check-ledger.ts";
import { readPages } from "../../src/notebook/page/pages.ts";
import { countTokens, countWords, findTokens, ownNumber, termOf } from "../../src/notebook/page/tokens.ts";
import { judgements } from "../../src/notebook/tables/judgement-faults.ts";
import { realLedger, realNotebook } from "../real-ledger.ts";

const documents = [
  "README.md",
  ".github/CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`)
];
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
  const named = matches(text, /`((?:(?:src|data|docs|test|\.github|\.vscode)\/[\w./[\]-]*)|[\w-]+\.config\.ts)`/g);
  // What a guide's own commands make is there once they have run: test/notebook/build/new.test.ts runs them.
  const made = matches(text, /npm run new -- [a-z]+ ([\w-]+)/g);
  expect(named.filter((path) => !existsSync(path) && !made.some((name) => path.includes(`/${name}.`)))).toEqual([]);
});

test.each(documents)("%s links only to files that exist, and to headings of theirs", (file) => {
  const links = matches(readFileSync(file, "utf8"), /\]\(((?!https?:)[^)]+)\)/g);
  const broken = links.filter((link) => {
    const [path = "", heading] = link.split("#");
    const target = join(dirname(file), path);
    if (!existsSync(target)) return true;
    if (heading === undefined) return false;
    const headings = matches(readFileSync(target, "utf8"), /^#+ (.+)$/gm);
    return !headings.some((words) => words.toLowerCase().replaceAll(" ", "-") === heading);
  });
  expect(broken).toEqual([]);
});

test("every command of package.json starts a file that exists", () => {
  const started = Object.values(scripts).flatMap((script) => [
    ...matches(script, /((?:src|data|test)\/\S+)/g),
    ...matches(script, /cli\.js (\w+)/g).map((command) => `src/notebook/build/${command}.ts`)
  ]);
  expect(started.length).toBeGreaterThan(10);
  expect(started.filter((file) => !existsSync(file))).toEqual([]);
});

test.each(documents)("%s names only tokens that exist", (file) => {
  const notebook = realNotebook();
  const named = findTokens(readFileSync(file, "utf8")).map(({ id }) => id);
  const isKnown = (id: string): boolean =>
    id === "id" || ownNumber(id) !== undefined || termOf(id, notebook) !== undefined || countTokens.includes(id);
  expect(named.filter((id) => !notebook.fact(id) && !isKnown(id))).toEqual([]);
});

test.each(["README.md", "CITATION.cff", "package.json"])("%s counts the publications right", (file) => {
  const named = matches(readFileSync(file, "utf8"), /\b(\w+) publications\b/g).map((word) => word.toLowerCase());
  expect(named.length).toBeGreaterThan(0);
  const count = countWords("count.publications", "full", realNotebook());
  expect(
    named.filter((word) => word !== count),
    `write "${count} publications" in ${file}`
  ).toEqual([]);
});

test("README names every command of package.json", () => {
  const readme = readFileSync("README.md", "utf8");
  const missing = Object.keys(scripts).filter(
    (name) => !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`)
  );
  expect(missing).toEqual([]);
});

/** What stands in backticks in the first cell of each row of a table, by the table's head. */
function firstCells(head: string): string[] {
  const [, rows = ""] =
    readFileSync("docs/pages.md", "utf8")
      .split(`| ${head} |`)[1]
      ?.match(/^[^\n]*\n\|[-|]+\|\n((?:\|.*\n)+)/) ?? [];
  return rows.split("\n").flatMap((row) => matches(row.split("|")[1] ?? "", /`([^`]+)`/g));
}

test("docs/pages.md lists every key of a page's front matter", () => {
  const folder = mkdtempSync(join(tmpdir(), "front-matter-"));
  try {
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src/index.md"), "---\ntitle: A page\nodd: 1\n---\n");
    const [fault] = readPages(folder).faults;
    const keys = fault?.remedy.replace("use one of ", "").split(", ") ?? [];
    expect(keys).toContain("title");
    expect(firstCells("key").sort()).toEqual(keys.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("docs/pages.md lists every option of the config", () => {
  const [, options = ""] =
    /interface NotebookOptions \{\n([\s\S]*?)\n\}/.exec(readFileSync("src/notebook/page/site.ts", "utf8")) ?? [];
  const named = matches(options, /^ {2}(\w+)\??:/gm);
  expect(named).toContain("title");
  expect(firstCells("option").sort()).toEqual(named.sort());
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

test("docs/ledger.md has an example of every field", () => {
  const blocks = matches(readFileSync("docs/ledger.md", "utf8"), /```yaml\n([\s\S]*?)```/g).map(keysOf);
  const shown = new Set(blocks.flatMap((keys) => [...keys]));
  const schemas = readdirSync("data/schema").map((file) => JSON.parse(readFileSync(`data/schema/${file}`, "utf8")));
  const fields = new Set(schemas.flatMap((schema) => fieldsOf(schema)));
  expect(fields.size).toBeGreaterThan(100);
  expect([...fields].filter((field) => !shown.has(field))).toEqual([]);
});

/** Every key of a YAML text, however deep. */
function keysOf(text: string): Set<string> {
  const keys = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      keys.add(key);
      walk(inner);
    }
  };
  walk(parse(text));
  return keys;
}

/** Every field that a JSON Schema describes. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
}
