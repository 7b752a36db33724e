import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { expect, pagePaths, test } from "./site.ts";

// What readers of text alone have of a page: those of lynx and w3m, where they are installed, and of whatever else lines up
// the texts of a page, as many programs do.

const fileOf = (path: string): string =>
  fileURLToPath(new URL(`../../dist${path === "/" ? "/index" : path}.html`, import.meta.url));

const plain = (text: string | null | undefined): string => (text ?? "").replace(/[\u2060\s]+/g, " ").trim();

/** Wide enough that no row of a table is broken. */
const browsers = [
  { name: "lynx", args: ["-dump", "-width=990", "-display_charset=utf-8", "-assume_charset=utf-8"] },
  { name: "w3m", args: ["-dump", "-cols", "990", "-T", "text/html", "-I", "utf-8", "-O", "utf-8"] }
] as const;

/** A page's sentences, and the rows of its tables in which every cell is short. */
function saidOn(path: string) {
  const { document } = parseHTML(readFileSync(fileOf(path), "utf8"));
  const sentences = [
    ...document.querySelectorAll("main > :is(h1, h2, h3, p), main > .key-numbers p, main > .verdict p")
  ];
  const rows = [...document.querySelectorAll("main table tbody tr")].filter(
    (row) =>
      !row.querySelector("details") && [...row.children].every(({ textContent }) => (textContent ?? "").length < 60)
  );
  const numbers = [...document.querySelectorAll("main > p a.ev")];
  return {
    sentences: sentences.map(({ textContent }) => plain(textContent)),
    rows: rows.map((row) => [...row.children].map(({ textContent }) => plain(textContent)).filter(Boolean)),
    targets: numbers.map((number) => number.getAttribute("href") ?? ""),
    // Lists get numbers in a text browser, so a whole entry is not compared.
    evidence: numbers.flatMap((number) =>
      [
        ...(document.getElementById((number.getAttribute("href") ?? "").slice(1))?.querySelectorAll("h3, h4, p, dd") ??
          [])
      ].map(({ textContent }) => plain(textContent))
    )
  };
}

for (const { name, args } of browsers)
  test.describe(name, () => {
    test.skip(spawnSync(name, ["-version"]).error !== undefined, `${name} is not installed: no page was read in it`);
    for (const path of pagePaths)
      test(`${name} shows every sentence of ${path} with its numbers, the evidence of each, and tables row by row`, () => {
        const { stdout, status } = spawnSync(name, [...args, fileOf(path)], { encoding: "utf8", maxBuffer: 64e6 });
        expect(status).toBe(0);
        // lynx gives links a number, and both write what is raised with a sign before it.
        const shown = stdout.replace(/\[\d+\]|\^/g, "");
        const text = plain(shown);
        const { sentences, rows, evidence, targets } = saidOn(path);
        expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
        const lines = shown.split("\n").map(plain);
        expect(rows.filter((row) => !lines.some((line) => follow(row, line)))).toEqual([]);
        const letters = (words: string): string => words.replace(/[^\p{L}\d]/gu, "");
        const all = letters(text);
        expect(evidence.filter((words) => !all.includes(letters(words)))).toEqual([]);
        // It lists the addresses that its links lead to.
        if (name === "lynx") expect(targets.filter((target) => !stdout.includes(target))).toEqual([]);
      });
  });

/** Whether a line has these cells, in their order. */
function follow(cells: readonly string[], line: string): boolean {
  let from = 0;
  return cells.every((cell) => {
    const at = line.indexOf(cell, from);
    from = at + cell.length;
    return at >= 0;
  });
}

for (const path of pagePaths)
  test(`what stands apart on ${path} is apart in its text`, async ({ page }) => {
    await page.goto(path);
    const joined = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      const blockOf = (node: Node): Element | null | undefined =>
        node.parentElement?.closest(
          "text, p, li, dt, dd, td, th, tr, div, section, h1, h2, h3, h4, summary, details, ol, nav, header, footer, main, form, figure, figcaption, caption, label, aside, pre, option"
        );
      let last: { text: string; box: DOMRect; block: unknown } | undefined;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.nodeValue ?? "";
        // The room around a number that can be dragged is its own.
        if (node.parentElement?.closest("script, style, noscript, option, .drag, .drag + *")) continue;
        if (text.trim() === "") {
          if (last) last.text += text;
          continue;
        }
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const [first, end] = [boxes[0], boxes.at(-1)];
        if (!first || !end) continue;
        const block = blockOf(node);
        const isJoined = last?.block === block && !/\s$/.test(last?.text ?? "") && !/^\s/.test(text);
        const isApart =
          last && (Math.abs(first.left - last.box.right) > 2 || Math.abs(first.bottom - last.box.bottom) > 12);
        if (isJoined && isApart) found.push(`${last?.text.slice(-30)}|${text.slice(0, 30)}`);
        last = { text, box: end, block };
      }
      return found;
    });
    expect(joined).toEqual([]);
    const labels = page.locator(".drawings svg text");
    const unspaced = await labels.evaluateAll((all) =>
      all
        .filter(
          (label) => label.nextElementSibling?.localName === "text" && !/\s/.test(label.nextSibling?.nodeValue ?? "")
        )
        .map(({ textContent }) => textContent)
    );
    expect(unspaced).toEqual([]);
  });
