import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { whatCompiles, withPolicy } from "../../../src/notebook/build/policy.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const page = (body: string): string => `<!DOCTYPE html><head>\n<meta charset="utf-8">\n</head><body>${body}</body>`;
const policyOf = (html: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a page lets run the scripts that stand in it, once each, and those of its own server", () => {
  const policy = policyOf(
    withPolicy(
      page(
        '<script>one()</script><script type="module" data-root="./">two()</script><script>one()</script><script src="./a.js"></script>'
      ),
      new Set()
    )
  );
  expect(policy).toContain(`script-src 'self' ${hash("one()")} ${hash("two()")};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test("data is no script, and needs no leave", () => {
  const policy = policyOf(withPolicy(page('<script type="application/ld+json">{"a":1}</script>'), new Set()));
  expect(policy).toContain("script-src 'self';");
});

test("what a page's cells import says what the page may compile", () => {
  const site = temporaryFolder();
  const files = {
    "_cells/plain.js": 'import {define} from "../_observablehq/client.js"; define(1); my.eval(2); // newFunction(3)',
    "_cells/text.js": 'const [own] = await Promise.all([import("../_import/own.js")]);',
    "_import/own.js": 'import * as aq from "../_node/arquero@8.0.3/index.js"',
    "_cells/binary.js": 'import "../_npm/db.js";',
    "_cells/round.js": 'import "./round.js"; import "./none.js";',
    "_observablehq/client.js":
      'export const define = () => {}; const aq = () => import("../_node/arquero@8.0.3/index.js")',
    "_node/arquero@8.0.3/index.js": 'const f = Function("x", "return x")',
    "_npm/db.js": "await WebAssembly.instantiate(x)"
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  const compiles = whatCompiles(site);
  expect([...compiles(["_cells/plain.js"])]).toEqual([]);
  expect([...compiles(["_cells/text.js"])]).toEqual(["text"]);
  expect([...compiles(["_cells/binary.js"])]).toEqual(["binary"]);
  expect([...compiles(["_cells/round.js"])]).toEqual([]);
  expect(policyOf(withPolicy(page(""), compiles(["_cells/text.js"])))).toContain("script-src 'self' 'unsafe-eval'");
  expect(policyOf(withPolicy(page(""), compiles(["_cells/binary.js"])))).toContain("'wasm-unsafe-eval'");
});
