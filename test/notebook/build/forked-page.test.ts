import { join } from "node:path";
import { chromium } from "@playwright/test";
import { beforeAll, expect, test, vi } from "vitest";
import { checkNotebook } from "../../../src/notebook/build/check-notebook.ts";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { type Row, tableOf } from "../../../src/notebook/explore/fields.ts";
import { propose } from "../../../src/notebook/explore/spec.ts";
import { readLedger } from "../../../src/notebook/ledger/read-ledger.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { compileTables } from "../../../src/notebook/tables/tables.ts";
import { launchOptions } from "../../browser/chromium.ts";
import { runSource } from "../explore/run-source.ts";
import { copyOfSubject, type Project } from "./project.ts";

// A fork with a page from /explore, and with a figure made of the code that the notebook publishes of one of its own.

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const { rows } = compileTables(readLedger("test/subjects/coffee")).figures;
const figures = tableOf("figures", rows as readonly object[] as readonly Row[], {});
const title = "A $1 {{title}} of *mine*";
const { source } = explore(figures, { ...propose(figures), title });

let fork: Project;

beforeAll(async () => {
  fork = copyOfSubject("coffee", "fork");
  const { notebook } = await checkNotebook(fork.root);
  const published = publishedFiles(fork.root, notebook, pictureTokens());
  const code = published.find(({ path }) => path === "figures/arabica-price.ts.txt")?.content ?? "";
  fork.write("src/figures/my-price.ts", code.replace('"arabica-price"', '"my-price"'));
  fork.write("src/my-price.md", "---\ntitle: Mine\n---\n\n# Mine\n\n```figure my-price\n```\n");
  fork.write("src/explored.md", source);
  expect(await fork.build()).toMatchObject({ code: 0, complaints: "" });
});

test("a figure made of published code draws the same marks, whose evidence stands on its page", () => {
  const drawings = (page: string): string[] =>
    fork.read(`dist/${page}.html`).match(/<svg class="plot"[\s\S]*?<\/svg>/g) ?? [];
  const mine = drawings("my-price");
  expect(mine).toHaveLength(3);
  for (const drawing of mine) expect(drawing).toContain('href="#e-crop-survey-2024-price-ombrel-2024"');
  expect(mine.map((drawing) => drawing.replaceAll("my-price", "arabica-price"))).toEqual(drawings("angles/prices"));
  expect(fork.read("dist/my-price.html")).toContain('id="e-crop-survey-2024-price-ombrel-2024"');
});

test("the page source that /explore gives draws its chart in a reader’s browser", async () => {
  const { server, address } = await serve(siteListener(join(fork.root, "dist")));
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(`${address}explored`);
    // Cells wait until a reader does something.
    await page.mouse.move(20, 20);
    await page.mouse.move(40, 40);
    const drawing = page.locator("main figure > svg");
    await drawing.waitFor({ timeout: 120_000 });
    const drawn = await drawing.evaluate((svg) => ({
      width: Number(svg.getAttribute("width")),
      marks: [...svg.querySelectorAll("*")].map(({ tagName }) => tagName)
    }));
    const [expected] = await runSource(source, figures.rows, drawn.width);
    expect(drawn.marks).toEqual([...(expected?.querySelectorAll("*") ?? [])].map(({ tagName }) => tagName));
    expect(await page.locator("main figure").textContent()).toContain(title);
    expect(drawn.marks).toContain("circle");
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
});
