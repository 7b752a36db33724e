import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkNotebook } from "../../../src/notebook/build/check-notebook.ts";
import { linkFaults } from "../../../src/notebook/build/page-links.ts";
import { siteAddresses } from "../../../src/notebook/build/site-addresses.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";

const root = resolve("test/subjects/coffee");
const { notebook } = await checkNotebook(root);
const made = new Set(siteAddresses(root, notebook));
const faults = (text: string, file = "src/a.md"): string[] =>
  linkFaults({ file, text }, { notebook, root, misread: [], made: () => made, mayBring: () => false }).map(formatFault);
const [drawn] = notebook.figures.map(({ name }) => name);
const [record] = notebook.tables.figures.rows.map(({ id }) => id);

describe("a link that leads somewhere is no fault", () => {
  test.each([
    "[home](./) and [a page](./harvest), [with its ending](./harvest.html), [a place on it](./harvest#x) or [here](#y)",
    "[a page in a folder](./angles/prices) and [from the root](/angles/prices)",
    "[elsewhere](https://example.org/nowhere), [by mail](mailto:a@example.org)",
    "[a file that the build makes](./data/figures.csv), [its source](./pages/harvest.md.txt)",
    `[of a figure](./figures/${drawn}.svg), [it in a frame](./embed/${drawn}), [a claim](./claim/${record})`,
    "![a picture of another host](https://example.org/a.png)",
    "`[code](./nowhere)`\n\n```md\n[more](./nowhere)\n```"
  ])("%s", (text) => {
    expect(faults(text)).toEqual([]);
  });

  test("from a page in a folder", () => {
    expect(faults("[up](../harvest) and [beside](./prices)", "src/angles/more.md")).toEqual([]);
  });
});

test("a link to a page that there is not is a fault at its place, with the nearest", () => {
  expect(faults("---\ntitle: A\n---\n\n# A\n\nSee [home](./) and\n[this](./harvst).\n")).toEqual([
    'src/a.md:8:8 the link to "./harvst" leads nowhere; did you mean "./harvest"?'
  ]);
});

test("so is one to a file or a claim that no build makes", () => {
  expect(
    faults(`[a](./data/figurs.csv) [b](./claim/${record}x) [c](./embed/nothing-like-it) [d](./no/such.zip)`)
  ).toEqual([
    'src/a.md:1:5 the link to "./data/figurs.csv" leads nowhere; did you mean "./data/figures.csv"?',
    `src/a.md:1:28 the link to "./claim/${record}x" leads nowhere; did you mean "./claim/${record}"?`,
    expect.stringContaining('the link to "./embed/nothing-like-it" leads nowhere; '),
    expect.stringContaining('the link to "./no/such.zip" leads nowhere; add src/no/such.zip, or mend the link')
  ]);
});

test("so is one that leads out of its folder, with the way to the page of that name", () => {
  expect(faults("[beside](./harvest)", "src/angles/more.md")).toEqual([
    'src/angles/more.md:1:10 the link to "./harvest" leads nowhere; did you mean "../harvest"?'
  ]);
});

test.each([
  ["/harvst", "src/a.md", "/harvest"],
  ["harvst", "src/a.md", "harvest"],
  ["../harvst", "src/angles/more.md", "../harvest"],
  ["./pricess", "src/angles/more.md", "./prices"],
  ["/data/figurs.csv", "src/a.md", "/data/figures.csv"],
  ["../data/figurs.csv", "src/angles/more.md", "../data/figures.csv"]
])("%s on %s is corrected in the form that was typed", (target, file, meant) => {
  expect(faults(`[a](${target})`, file)[0]).toMatch(new RegExp(`did you mean "${meant.replaceAll(".", "\\.")}"\\?$`));
});

test("a picture that a page in a folder names as if from the root is a fault with the name to write", () => {
  expect(faults("![alt](harvest.md)", "src/angles/more.md")).toEqual([
    'src/angles/more.md:1:8 there is no file "angles/harvest.md"; write "../harvest.md"'
  ]);
});

test("a picture that there is not is a fault at its place", () => {
  expect(faults("Words ![alt](./no.png)")).toEqual([
    'src/a.md:1:14 there is no file "no.png"; add src/no.png, or mend its name'
  ]);
});

test.each(["/%E0", "http://%5D", "/%00"])("%s is no address", (target) => {
  expect(faults(`Words [here](${target}).`)).toEqual([
    `src/a.md:1:14 the link to "${target}" leads nowhere; mend it: it is no address`
  ]);
});

test("links and pictures in raw HTML are looked at too, but for those that a script writes", () => {
  const text = `<div>\n<a href="./harvst">a</a> <a href="./harvest?a=1&amp;b=2">b</a>\n<img src="./no.png"></div>\n\nSo <a href="\${x}">c</a>`;
  expect(faults(text).map((line) => line.split("; ", 1)[0])).toEqual([
    'src/a.md:2:10 the link to "./harvst" leads nowhere',
    'src/a.md:3:11 there is no file "no.png"'
  ]);
});
