import { cpSync, readdirSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { Table, writeParquet } from "parquet-wasm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
import { launchOptions } from "../../browser/chromium.ts";
import { copyOfSubject, type Project } from "./project.ts";

// Pages as users of Framework write them, in one notebook that is built once with the network out of reach.
const cases = fileURLToPath(new URL("cases", import.meta.url));

vi.setConfig({ testTimeout: 120_000 });

let project: Project;
let browser: Browser;
let server: Server;
let address: string;

/** What only a program can write: the same two rows in each. */
async function writeFiles(folder: string): Promise<void> {
  const save = (name: string, content: Uint8Array): void => writeFileSync(join(folder, name), content);
  const arrow = tableFromArrays({ name: ["one", "two"], tonnes: Float64Array.of(1, 2) });
  save("rows.arrow", tableToIPC(arrow, "file"));
  save("rows.parquet", writeParquet(Table.fromIPCStream(tableToIPC(arrow, "stream"))));
  save("rows.zip", await new JSZip().file("inside.txt", "inside\n").generateAsync({ type: "uint8array" }));
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Output").addRows([
    ["name", "tonnes"],
    ["one", 1],
    ["two", 2]
  ]);
  save("book.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
}

beforeAll(async () => {
  project = copyOfSubject("minimal", "cases");
  cpSync(cases, join(project.root, "src"), { recursive: true });
  await writeFiles(join(project.root, "src/data"));
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  ({ server, address } = await serve(siteListener(join(project.root, "dist"))));
  browser = await chromium.launch(launchOptions());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const shown: Record<string, (string | RegExp)[]> = {
  "own-table": ["3 years, 1222 tonnes", "first, and best", "The last year is 2023", "1,200 tonnes"],
  semicolons: ["2020: 1234.5 and 2000 t at Köln, Pikalëvo", "read the same: true"],
  implicit: ["d3: 1,500.5", "aq: 4", "html: emphasis & more", "htl: a fragment", "topojson: 4 points", "view: 4"],
  packages: [
    "sum 6",
    "feature function",
    "one Plot: true",
    "arquero 3 rows",
    "area 12.566",
    "zip function",
    "attached 3",
    "later: "
  ],
  files: [
    "tsv one+two",
    "json 2",
    "text a plain note",
    "xml svg",
    "image 48",
    "zip inside.txt says inside",
    "xlsx Output 2",
    "arrow 2 rows, two",
    "parquet 2 rows, 1+2",
    "loader 41",
    "parameter lanthanum"
  ],
  reactive: [
    "as wide as true",
    "is 40.",
    "width true",
    "now true",
    "dark false",
    "clicks 1",
    "invalidation function",
    "Ticked 3 times; five times three is 15, and markup stays",
    "1 to 2",
    "Nested: b",
    "typed 3",
    "echo 2"
  ],
  typeset: ["The energy is E=mc2", "oxide", "An html fence, 2 of them"],
  parts: ["label 003", "module 3"]
};

describe("a page as users of Framework write it", () => {
  test("has a case for every page", () => {
    const pages = readdirSync(cases).filter((name) => name.endsWith(".md"));
    expect(pages.map((name) => name.replace(".md", "")).sort()).toEqual(Object.keys(shown).sort());
  });

  test("fetches Plot from one address, by whatever name it is imported", () => {
    const plots = Object.keys(project.published()).filter((file) => /@observablehq\/plot@/.test(file));
    expect(plots).toEqual([expect.stringMatching(/^_node\/@observablehq\/plot@[\d.]+\/index\.\w{8}\.js$/)]);
  });

  test("may compile text at run time only where it imports a package that cannot do without, such as Arquero", () => {
    const policies = Object.keys(project.published())
      .filter((file) => file.endsWith(".html"))
      .map((file) => ({ file, policy: /Policy" content="([^"]*)/.exec(project.read(`dist/${file}`))?.[1] ?? "" }));
    const isBare = (file: string): boolean => /^(?:claim|embed)\//.test(file);
    expect(policies.filter(({ file, policy }) => isBare(file) !== policy.includes("script-src 'self';"))).toEqual([]);
    expect(
      policies.filter(({ file, policy }) => isBare(file) === policy.includes("script-src 'self' 'sha256-"))
    ).toEqual([]);
    const lax = policies.filter(({ policy }) => /script-src[^;]*'unsafe-/.test(policy));
    expect(lax.map(({ file }) => file).sort()).toEqual(["implicit.html", "packages.html"]);
  });

  for (const [name, values] of Object.entries(shown))
    test(`${name} shows its values, without an error and without asking another host`, async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
          complaints.push(request.url());
      });
      page.on("response", (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(`${address}${name}`);
      // Cells wait until a reader does something.
      await page.mouse.move(20, 20);
      await page.mouse.move(40, 40);
      const text = async (): Promise<string> =>
        ((await page.locator("main").textContent()) ?? "").replace(/[\s\u200b]+/g, " ");
      for (const value of values) await expect.poll(text, { timeout: 120_000 }).toContain(value);
      expect(complaints).toEqual([]);
      expect(await page.locator(".observablehq--error, observablehq-loading").count()).toBe(0);
      await page.close();
    });
});
