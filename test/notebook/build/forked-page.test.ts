import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { emptySpec } from "../../../src/notebook/explore/spec.ts";
import { everyTable, only, russia } from "../explore/explored.ts";
import { copyOfRepository } from "./project.ts";

test("the page source that /explore gives is built as a page of a fork", { timeout: 300_000 }, async () => {
  const table = new Map(everyTable).get("this: figures");
  if (!table) throw new Error("this notebook has no figures");
  const filters = [...(russia.filters ?? []), only("basis", "mine-production")];
  const title = "A $1 {{title}} of *mine*";
  const { source } = explore(table, { ...emptySpec, ...russia, table: "figures", filters, title });
  const fork = copyOfRepository("fork", ["package.json", "observablehq.config.ts", "src", "data"]);
  const pages = readdirSync(join(fork.root, "src")).filter((name) => /^(?!(?:source|search)).*\.md$/.test(name));
  for (const page of pages) fork.remove(`src/${page}`);
  fork.write("src/index.md", source);
  const site = fork.read("src/notebook/page/site.ts");
  const pagesLeft =
    '[{ path: "/", name: "A" }, { path: "/sources", name: "B" }, { path: "/search", name: "C", aside: true }]';
  fork.write("src/notebook/page/site.ts", site.replace(/= \[[\s\S]*\];\s*$/, `= ${pagesLeft};\n`));

  const { code, complaints } = await fork.build();
  expect(complaints).toBe("");
  expect(code).toBe(0);
  expect(existsSync(join(fork.root, "dist/index.html"))).toBe(true);
  const page = fork.read("dist/index.html");
  expect(page).toContain("Mine production of Russia by year</h1>");
  const cells = /data-cells="\.\/([^"]+)"/.exec(page)?.[1] ?? "";
  expect(fork.read(`dist/${cells}`)).toContain("mine-production");
});
