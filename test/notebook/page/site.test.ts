import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pages } from "../../../src/notebook/page/site.ts";
import { expandTokens } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.startsWith(".") && !path.includes("["))
  .map((path) => path.replaceAll("\\", "/"));
const sourceOf = (path: string): string => (path === "/" ? "index.md" : `${path.slice(1)}.md`);

test("every page of src/notebook/page/site.ts has its Markdown, and every Markdown page is in src/notebook/page/site.ts: add what is missing", () => {
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.map(({ path }) => sourceOf(path)).sort()).toEqual([...sources].sort());
});

test("chapters are numbered in reading order", () => {
  const numbers = pages.flatMap(({ chapter }) => chapter ?? []);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

describe.each(pages.map((page) => [page.path, page] as const))("page %s", (path, page) => {
  test("begins its Markdown with a title and has one heading of the first rank", () => {
    const text = readFileSync(`src/${sourceOf(path)}`, "utf8");
    expect(text).toMatch(/^---\n(?:.+\n)*title: .+\n(?:.+\n)*---\n/);
    expect(text.replace(/^```[\s\S]*?^```/gm, "").match(/^# /gm)).toHaveLength(1);
  });

  test("has a name, a short name and a finding whose tokens the ledger holds", () => {
    for (const words of [page.name, page.short ?? "", page.finding ?? "", page.about ?? ""])
      expect(expandTokens(words, realNotebook())).not.toContain("{{");
  });

  test("has a finding if it is a chapter", () => {
    expect(page.finding === undefined).toBe(page.chapter === undefined);
  });

  test("has a description of its own, except the first, which has the notebook's", () => {
    expect(Boolean(page.finding ?? page.about)).toBe(path !== "/");
  });
});
