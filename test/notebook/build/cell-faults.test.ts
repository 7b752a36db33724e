// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pages hold them
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellFaults } from "../../../src/notebook/build/cells/cell-faults.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";

// Inside the repository, whose packages are the installed ones.
const root = fileURLToPath(new URL("../../../.build/tests/cell-faults", import.meta.url));

beforeAll(() => {
  const files = {
    "src/data/there.csv": "a\n1\n",
    "src/data/made.json.py": "print(1)\n",
    "src/data/of-[element].csv.ts": 'console.log("a");\n',
    "src/tables/[table].json.ts": 'import { loadTable } from "../notebook/index.ts";\nloadTable("");\n',
    "src/data/archive.zip": "",
    "src/data/there.parquet": "",
    "src/parts/tool.ts": 'import { sum } from "npm:d3-array";\nexport const tool: number = sum([1]);\n',
    "src/parts/faulty.js":
      'import "./missing.js";\nimport { FileAttachment } from "observablehq:stdlib";\nimport fs from "node:fs";\nFileAttachment("gone.csv");\n',
    "src/parts/broken.js": "const = 1;\n"
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const told = (text: string, file = "src/page.md"): string[] => cellFaults(file, text, root).map(formatFault);
const cell = (code: string, tag = "js"): string => `# Page\n\n\`\`\`${tag}\n${code}\n\`\`\`\n`;
const at = (place: string, words: string): string => `src/page.md:${place} ${words}`;

describe("a cell that Framework would build and a reader would meet as an error", () => {
  const cases: Record<string, [page: string, fault: string]> = {
    "a syntax error": [
      cell("const x = 1;\nconst y = = 2;"),
      at("5:11", 'syntax error in a live cell: Unexpected "="; mend the cell')
    ],
    "a table that there is not": [
      cell('const rows = FileAttachment("tables/figure.json").json();'),
      at("4:30", 'there is no table "figure"; did you mean "figures"?')
    ],
    "a syntax error in TypeScript": [
      cell("const x: = 1;", "ts"),
      at("4:10", 'syntax error in a live cell: Unexpected "="; mend the cell')
    ],
    "a syntax error in an inline expression": [
      "One.\n\nTwo is ${1 +}.\n",
      at("3:13", 'syntax error in an inline expression: Unexpected ")"; mend the expression')
    ],
    "a statement as an inline expression": [
      "It is ${let x}.\n",
      at("1:13", 'syntax error in an inline expression: Expected ")" but found "x"; mend the expression')
    ],
    "an assignment to another cell's name": [
      `${cell("const x = 1;")}\n${cell("x = 2;")}`,
      at("10:1", "syntax error in a live cell: Assignment to external variable 'x'; mend the cell")
    ],
    "an export": [
      cell("export const x = 1;"),
      at("4:1", "syntax error in a live cell: Unexpected token 'export'; mend the cell")
    ],
    "an expression that is never closed": [
      "<div>${html`\n\n`}</div>\n",
      at("1:6", 'this "${" is never closed; close it before the next blank line, or write \\${ for the characters')
    ],
    "a name that nobody defines": [
      cell("display(nobodyKnows);"),
      at("4:9", 'no cell of this page defines "nobodyKnows"; define or import it in a cell, or mend its name')
    ],
    "a name of Node": [
      cell("display(process.env);"),
      at("4:9", 'no cell of this page defines "process"; define or import it in a cell, or mend its name')
    ],
    "a name defined twice": [
      `${cell("const x = 1;")}\n${cell("const x = 2;")}`,
      at("10:7", 'two cells of this page define "x"; give one another name')
    ],
    "two cells that wait for each other": [
      `${cell("const a = b + 1;")}\n${cell("const b = a + 1;")}`,
      at("4:7", 'the cells that define "a" and "b" wait for each other; let one of them do without')
    ],
    "a package that is not installed": [
      cell('import x from "no-such-package";'),
      at(
        "4:16",
        'this import needs the package "no-such-package", which is not installed; run npm install no-such-package'
      )
    ],
    "the same as npm:": [
      cell('const x = await import("npm:no-such-package@2/part.js");'),
      at(
        "4:25",
        'this import needs the package "no-such-package", which is not installed; run npm install no-such-package@2'
      )
    ],
    "an implicit name whose package is not installed": [
      cell("display(L.map(1));\ndisplay(L.map(2));"),
      at("4:9", '"L" needs the package "leaflet", which is not installed; run npm install leaflet')
    ],
    "another version than the installed one": [
      cell('import "npm:d3-dsv@2";'),
      at(
        "4:9",
        'this import needs the package "d3-dsv" in version 2, and 3.0.2 is installed; run npm install d3-dsv@2, or name the version that is installed'
      )
    ],
    "a version that only the registry could tell": [
      cell('import "npm:d3-dsv@latest";'),
      at(
        "4:9",
        'this import asks for "d3-dsv@latest", a version that only the registry could tell; leave "@latest" out to use the installed 3.0.2'
      )
    ],
    "a part of Node": [
      cell('import fs from "node:fs";'),
      at("4:17", 'this import names "node:fs", a part of Node that no browser has; use it in a loader instead')
    ],
    "the same without node:": [
      cell('import fs from "fs";'),
      at("4:17", 'this import names "fs", a part of Node that no browser has; use it in a loader instead')
    ],
    "another host": [
      cell('import "https://packages.example/x.js";'),
      at(
        "4:9",
        'this import loads "https://packages.example/x.js" from another host; install the package with npm, and import it by its name'
      )
    ],
    "a module that is not there": [
      cell('import { x } from "./no-such.js";'),
      at("4:20", 'there is no file "no-such.js"; add src/no-such.js, or what makes it, or mend its name')
    ],
    "a module by its TypeScript name": [
      cell('import { tool } from "./parts/tool.ts";'),
      at("4:23", '"./parts/tool.ts" is served as JavaScript only; import it as "./parts/tool.js"')
    ],
    "a module that cannot be read": [
      cell('import "./parts/broken.js";'),
      "src/parts/broken.js:1:1 this module cannot be read: Unexpected token (1:6); mend it"
    ],
    "a file that is not there": [
      cell('const one = 1;\ndisplay(FileAttachment("data/nothing.json").json());'),
      at("5:25", 'there is no file "data/nothing.json"; add src/data/nothing.json, or what makes it, or mend its name')
    ],
    "a misspelt file that lies in its folder": [
      cell('const rows = FileAttachment("data/thre.csv").csv();'),
      at("4:30", 'there is no file "data/thre.csv"; did you mean "data/there.csv"?')
    ],
    "a misspelt file that a loader makes": [
      cell('const rows = FileAttachment("./data/maed.json").json();'),
      at("4:30", 'there is no file "data/maed.json"; did you mean "data/made.json"?')
    ],
    "a SQL cell without DuckDB": [
      cell("select 1", "sql"),
      at(
        "4:1",
        'this sql cell needs the package "@duckdb/duckdb-wasm", which is not installed; run npm install @duckdb/duckdb-wasm@1.29.0'
      )
    ],
    "a Mermaid diagram without Mermaid": [
      cell("graph TD; a-->b", "mermaid"),
      at("4:1", 'this mermaid cell needs the package "mermaid", which is not installed; run npm install mermaid')
    ],
    "JSX without React": [
      cell("display(<b>bold</b>);", "jsx"),
      at(
        "4:1",
        'JSX needs the packages "react-dom" and "react", which are not installed; run npm install react-dom react'
      )
    ],
    "a table for SQL that no cell asks for": [
      "---\nsql:\n  rows: ./data/there.csv\n---\n\n# Page\n",
      at("3:9", 'no SQL cell asks for the table "rows"; write one, or take the table out')
    ]
  };
  for (const [name, [page, fault]] of Object.entries(cases)) test(name, () => expect(told(page)).toEqual([fault]));

  test("a Parquet file handed to DuckDB, in a cell and in the front matter", () => {
    const words = 'DuckDB reads "./data/there.parquet" only with an extension from another host';
    expect(told(cell('DuckDBClient.of({there: FileAttachment("data/there.parquet")});'))[0]).toContain(
      `:4:41 ${words}`
    );
    const tables = "---\nsql:\n  there: ./data/there.parquet\n---\n\n";
    expect(told(tables + cell("select 1", "sql"))[0]).toContain(`:3:10 ${words}`);
    expect(
      told(cell('DuckDBClient.of({there: FileAttachment("data/there.parquet").parquet()});')).join()
    ).not.toContain(words);
  });

  test("a file or module that a page in a folder names as if from the root, with the name to write", () => {
    const angle = (code: string): string[] => told(cell(code), "src/angles/x.md");
    for (const name of ["data/there.csv", "./data/there.csv"])
      expect(angle(`FileAttachment("${name}").text();`)).toEqual([
        'src/angles/x.md:4:17 there is no file "angles/data/there.csv"; write "../data/there.csv"'
      ]);
    expect(angle('FileAttachment("data/made.json").json();')[0]).toMatch(/; write "\.\.\/data\/made\.json"$/);
    expect(angle('import "./parts/tool.js";')[0]).toMatch(/; write "\.\.\/parts\/tool\.js"$/);
    expect(angle('FileAttachment("data/none.csv").text();')[0]).toContain("add src/angles/data/none.csv");
  });

  test("a module's own faults, in its own file", () => {
    expect(told(cell('import "./parts/faulty.js";'))).toEqual([
      'src/parts/faulty.js:1:9 there is no file "parts/missing.js"; add src/parts/missing.js, or what makes it, or mend its name',
      'src/parts/faulty.js:4:17 there is no file "parts/gone.csv"; add src/parts/gone.csv, or what makes it, or mend its name',
      'src/parts/faulty.js:3:17 this import names "node:fs", a part of Node that no browser has; use it in a loader instead'
    ]);
  });

  test("a place in a list, a quote, a table, and after front matter with Windows line ends", () => {
    expect(told("---\r\ntitle: x\r\n---\r\n\r\n- one\r\n\r\n  ```js\r\n  display(nobody);\r\n  ```\r\n")[0]).toContain(
      "page.md:8:11 "
    );
    expect(told("> - It is ${nobody}.\n")[0]).toContain("page.md:1:13 ");
    expect(told("| a | b |\n|---|---|\n| 1 | ${nobody} |\n")[0]).toContain("page.md:3:9 ");
    expect(told("## A\n\nFirst\nsecond ${nobody}\n")[0]).toContain("page.md:4:10 ");
    expect(told('<div class="card">\n  <b>${nobody}</b>\n</div>\n')[0]).toContain("page.md:2:8 ");
  });
});

describe("a cell that works", () => {
  const cases: Record<string, string> = {
    "names that Framework gives": cell(
      "display([width, now, dark, visibility, invalidation, resize, Mutable, Generators, view]);"
    ),
    "names that load an installed package": cell("display([Plot, d3, Inputs, html, svg, htl, aq, topojson]);"),
    "names that every browser has": cell(
      "new ResizeObserver(() => {}); location.href; structuredClone(1); new HTMLElement(); localStorage;"
    ),
    "another cell's name, in whatever order": `${cell("display(x);")}\n${cell("const x = 1;")}\nIt is \${x}.\n`,
    "an object, a class, a function, parameters, and a label": cell(
      "{ const a = ({b, ...c}, [d] = []) => b + c + d; class E {} ; try { a(E) } catch (e) { e } }"
    ),
    "a package by range and part": cell('import {sum} from "npm:d3-array@^3.1/+esm"; import "d3-geo"; sum'),
    "a module in TypeScript, by its served name": cell('import {tool} from "./parts/tool.js"; tool'),
    "files with and without a loader": cell(
      '[FileAttachment("data/there.csv"), FileAttachment("./data/made.json"), FileAttachment("/data/of-tin.csv"), FileAttachment("data/archive/any.txt")]'
    ),
    "a cell that is not run": cell("thisIs(not, run", "js run=false"),
    "another language": cell("select nothing", "python"),
    "code that is only shown": "Write `${x}` or \\${y}.\n\n    const indented = ${z};\n",
    "an attribute and a script": '<p title="${x}">a</p>\n\n<script>`${y}`</script>\n'
  };
  for (const [name, page] of Object.entries(cases)) test(name, () => expect(told(page)).toEqual([]));

  test("a page in a folder attaches what lies beside it", () => {
    expect(told(cell('FileAttachment("there.csv").csv()'), "src/data/page.md")).toEqual([]);
    expect(told(cell('FileAttachment("data/there.csv").csv()'), "src/data/page.md")).toHaveLength(1);
  });

  test("a page with many cells is read in a moment", () => {
    const page = Array.from({ length: 12 }, (_, i) => cell(`const v${i} = d3.range(${i}).map((x) => x * 2);`)).join(
      "\n"
    );
    told(page);
    const start = performance.now();
    told(page);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

test("a syntax error in one cell hides no name that other cells miss, but for those that it may define", () => {
  const page = `${cell("const rows = = [1];")}\n${cell("display(rows.concat(nought));")}`;
  expect(told(page)).toEqual([
    at("4:14", 'syntax error in a live cell: Unexpected "="; mend the cell'),
    at("10:21", 'no cell of this page defines "nought"; define or import it in a cell, or mend its name')
  ]);
});
