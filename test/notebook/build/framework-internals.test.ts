import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveNpmImport } from "@observablehq/framework/dist/npm.js";
import { describe, expect, test } from "vitest";
import { isPackage } from "../../../src/notebook/build/cells/cell-faults.ts";
import { isGiven } from "../../../src/notebook/build/cells/given-names.ts";
import { installed, settled } from "../../../src/notebook/build/cells/packages.ts";
import { parseCell } from "../../../src/notebook/build/cells/parse-cell.ts";
import { readCells } from "../../../src/notebook/build/cells/read-cells.ts";
import { askedFor } from "../../../src/notebook/build/framework-cache.ts";
import { spareParsing, standInForParser } from "../../../src/notebook/build/framework-dom.ts";
import { packages } from "../../../src/notebook/build/paths.ts";

// The build calls Framework's own unexported modules, reads cells with them, and fills the cache where Framework 1.13.4 looks
// before it asks the network. When Framework changes, so may all three. Then: read the changed dist/build.js, preview.js,
// html.js, npm.js, node.js, resolvers.js, libraries.js and javascript/ against what fails below, mend
// src/notebook/build/framework.ts, framework-preview.ts, framework-dom.ts, framework-internals.d.ts and the lists, let
// test/notebook/build/cases.test.ts build and open every kind of page, and put the new version here.
const version = "1.13.4";

const dist = join(packages, "@observablehq/framework/dist");
const source = (file: string): string => readFileSync(join(dist, file), "utf8");
/** Framework's own modules, past the types that the build knows of. */
const framework = (file: string): Promise<Record<string, unknown>> => import(join(dist, file));

describe(`Framework ${version}`, () => {
  test("is the version that is installed", () => {
    expect(JSON.parse(readFileSync(join(dist, "../package.json"), "utf8")).version).toBe(version);
  });

  test("asks jsdom for a window's document alone, and makes it of a body", () => {
    const users = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js") && !file.startsWith("client"))
      .filter((file) => source(file).includes('from "jsdom"'));
    expect(users).toEqual(["html.js"]);
    expect(source("html.js").match(/JSDOM/g)).toHaveLength(2);
    expect(source("html.js")).toMatch(/return new JSDOM\(`<!DOCTYPE html><body>\$\{html2\}`, [^)]*\)[^)]*\)\.window;/);
    const uses = ["html.js", "preview.js", "render.js"].flatMap((file) =>
      source(file)
        .split("\n")
        .filter((line) => /(?<!function )\bparseHtml\(/.test(line))
    );
    expect(uses).toHaveLength(5);
    for (const line of uses) expect(line).toMatch(/const \{ document \} = parseHtml\(|parseHtml\([\w.]+\)\.document\./);
  });

  test("previews through a server and a socket that a class built on it can take over", () => {
    const preview = source("preview.js");
    for (const use of [
      'this._server.on("request", this._handleRequest);',
      'this._socketServer.on("connection", this._handleConnection);',
      "handleWatch(socket, req, this._readConfig());",
      "const config = await this._readConfig();"
    ])
      expect(preview).toContain(use);
  });

  test("previews what its loaders find, and looks again when their watchers say so", () => {
    for (const use of [
      "loaderWatcher = loaders.watchPage(path, (event) => watcher(event));",
      'attachmentWatcher = await loaders.watchFiles(path, getWatchFiles(resolvers), () => watcher("change"));',
      "const loader = loaders.find(path);"
    ])
      expect(source("preview.js")).toContain(use);
    for (const use of [
      "const loader = this.find(path);",
      "const key = join(this.root, this.targetPath);",
      'const outputPath = join(".observablehq", "cache", this.targetPath);',
      "{this.getSourceFileHash(path)}`;"
    ])
      expect(source("loader.js")).toContain(use);
  });

  test("builds what its config says are the paths, and makes what its loaders find", () => {
    expect(source("build.js")).toContain("for await (const path of config.paths()) {");
    expect(source("build.js")).toContain("if (page.data.draft) {");
    for (const use of ["findPage(path) {", "return this.find(`$", "async load({ useStale = false } = {}, effects"])
      expect(source("loader.js")).toContain(use);
  });

  test("parses a package's bundle for its imports alone, and with a parser that it can be spared", async () => {
    for (const file of ["javascript/parse.js", "javascript/imports.js", "javascript/module.js", "npm.js"])
      expect(source(file)).toMatch(/(?:Parser\.parse\(input, acornOptions\)|parseProgram\((?:source|input)\b)/);
    const bundle = "const alone = 1;\nexport { alone };\n";
    const { parseProgram } = (await framework("javascript/parse.js")) as {
      parseProgram(text: string): { body: object[] };
    };
    expect(parseProgram(bundle).body).toHaveLength(2);
    await standInForParser();
    spareParsing(bundle);
    spareParsing(`import "./other.js";\n${bundle}`);
    expect(parseProgram(bundle).body).toHaveLength(0);
    expect(parseProgram(`import "./other.js";\n${bundle}`).body).toHaveLength(3);
  });

  test("asks for the latest version of these, whatever a page holds", () => {
    const client = ["recommendedLibraries", "sampleDatasets", "fileAttachment"].map((name) =>
      source(`client/stdlib/${name}.js`)
    );
    const names = [...client.join("\n").matchAll(/"npm:((?:@[\w-]+\/)?[\w.-]+)/g)].map(([, name = ""]) => name);
    const asked = [...new Set(names)].filter((name) => isPackage(`npm:${name}`) && !settled[name]);
    expect(askedFor).toEqual(expect.arrayContaining(asked));
    expect(source("rollup.js")).toMatch(/const BUNDLED_MODULES = \[\s*"@observablehq\/inputs"/);
  });

  test("gives these names to cells", () => {
    const exported = (file: string): string[] =>
      (/export \{([^}]*)\}/.exec(source(file))?.[1] ?? "").split(",").map((name) => name.trim());
    const own = /const library = \{([\s\S]*?)\.\.\./.exec(source("client/main.js"))?.[1] ?? "";
    const names = [
      ...[...own.matchAll(/^\s*(\w+):/gm)].map(([, name = ""]) => name),
      ...exported("client/stdlib/recommendedLibraries.js"),
      ...exported("client/stdlib/sampleDatasets.js")
    ];
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !isGiven(name))).toEqual([]);
  });

  test("brings these modules along itself", () => {
    const [, list = ""] = /const builtins = [^[]*\[([\s\S]*?)\]\);/.exec(source("resolvers.js")) ?? [];
    const names = [...list.matchAll(/\["([^"]+)"/g)].map(([, name = ""]) => name);
    expect(names.length).toBe(10);
    expect(names.filter(isPackage)).toEqual([]);
  });

  test("has settled DuckDB's version", async () => {
    const { DUCKDB_WASM_VERSION } = await framework("duckdb.js");
    expect(settled["@duckdb/duckdb-wasm"]).toBe(DUCKDB_WASM_VERSION);
  });

  test("looks for packages under these addresses, and asks nobody when a version is exact", async () => {
    const addresses = {
      "d3@7.9.0": "/_npm/d3@7.9.0/_esm.js",
      "d3-array@3.2.4/+esm": "/_npm/d3-array@3.2.4/_esm.js",
      "lodash@4.0.0/debounce": "/_npm/lodash@4.0.0/debounce._esm.js",
      "lodash@4.0.0/debounce.js": "/_npm/lodash@4.0.0/debounce.js",
      "@observablehq/plot@0.6.17": "/_npm/@observablehq/plot@0.6.17/_esm.js",
      "react-dom@19.0.0": "/_npm/react-dom@19.0.0/client._esm.js",
      "mermaid@11.0.0": "/_npm/mermaid@11.0.0/dist/mermaid.esm.min.mjs._esm.js",
      "katex@0.16.0/dist/katex.min.css": "/_npm/katex@0.16.0/dist/katex.min.css"
    };
    for (const [specifier, address] of Object.entries(addresses))
      expect(await resolveNpmImport("src", specifier)).toBe(address);
  });

  test("takes a bare import from these addresses when a file is there", async () => {
    const root = fileURLToPath(new URL("../../../.build/tests/internals", import.meta.url));
    const found = installed(root, "d3-dsv")?.version;
    const folder = join(root, `.observablehq/cache/_node/d3-dsv@${found}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.js"), "export {};\n");
    const { resolveNodeImport } = (await framework("node.js")) as {
      resolveNodeImport(root: string, specifier: string): Promise<string>;
    };
    expect(await resolveNodeImport(root, "d3-dsv")).toBe(`/_node/d3-dsv@${found}/index.js`);
  });

  test("finds the same cells in a page as the check does, which says the same of them", async () => {
    type Page = { code: { node: { input: string; references: { name: string }[] } }[] };
    const { createMarkdownIt, parseMarkdown } = (await framework("markdown.js")) as {
      createMarkdownIt(): object;
      parseMarkdown(text: string, options: { md: object; path: string }): Page;
    };
    const cases = fileURLToPath(new URL("cases", import.meta.url));
    for (const name of readdirSync(cases).filter((file) => file.endsWith(".md"))) {
      const text = readFileSync(join(cases, name), "utf8");
      const { code } = parseMarkdown(text, { md: createMarkdownIt(), path: "/page" });
      const cells = readCells(text).cells.map((cell) => parseCell(cell, "/page"));
      expect(cells.map((cell) => ("refers" in cell ? cell.refers.map((named) => named.name) : cell.message))).toEqual(
        code.map(({ node }) => node.references.map((reference) => reference.name))
      );
    }
  });
});
