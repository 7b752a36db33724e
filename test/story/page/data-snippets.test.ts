import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { realNotebook } from "../../real-ledger.ts";

const page = readFileSync("src/data.md", "utf8");
const files = new Map(publishedFiles(".", realNotebook(), pictureTokens()).map(({ path, content }) => [path, content]));
const load = page.slice(page.indexOf("## Load it"), page.indexOf("## Read them"));

test("the JavaScript that the page shows runs beside the file, and prints Russia's reserves", () => {
  const script = /JavaScript, in Node:\n\n```text\n([\s\S]*?)```/.exec(load)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  try {
    writeFileSync(join(folder, "figures.json"), files.get("data/figures.json") ?? "");
    writeFileSync(join(folder, "load.mjs"), script);
    const printed = execFileSync(process.execPath, ["load.mjs"], { cwd: folder, encoding: "utf8" });
    expect(printed).toContain("28.5 million tons");
    expect(printed).not.toContain("undefined");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every file and column that the page's snippets name is published", () => {
  const named = [...load.matchAll(/['"](\w+\.(?:csv|json))['"]/g)].map(([, name = ""]) => name);
  expect(named).toHaveLength(4);
  for (const name of named) expect(files.has(`data/${name}`)).toBe(true);
  const [head = ""] = (files.get("data/figures.csv") ?? "").split("\n");
  expect(head.split(",")).toEqual(expect.arrayContaining(["metric", "subject", "speaker_name", "printed", "value"]));
});
