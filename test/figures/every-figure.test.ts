import { expect, test } from "vitest";
import { canvas, sizes } from "../notebook/kit/canvas.ts";
import { realTables } from "../real-ledger.ts";
import { figures, site } from "../story.ts";

const drawn = site.pages.flatMap(({ text }) => [...text.matchAll(/^```figure (\S+)/gm)].map((match) => match[1] ?? ""));
const tables = realTables();

test("there are figures", () => {
  expect(figures.length).toBeGreaterThan(10);
});

test("every figure stands on one page; draw it with a figure fence, or delete its file", () => {
  expect(figures.map(({ name }) => name).sort()).toEqual([...drawn].sort());
});

test("every chapter has at least two figures, or a block that is one; add one where it has fewer", () => {
  const chapters = site.pages.filter(({ chapter }) => chapter !== null);
  expect(chapters.length).toBeGreaterThan(4);
  const hasEnough = (text: string): boolean =>
    (text.match(/^```(?:figure|speakers)/gm)?.length ?? 0) >= 2 || /^```disagreements/m.test(text);
  expect(chapters.filter(({ text }) => !hasEnough(text)).map(({ file }) => file)).toEqual([]);
});

test.each(figures.map((figure) => [figure.name, figure] as const))(
  "%s is right on the ledger as it is",
  (name, figure) => {
    const rows = figure.select(tables);
    expect(rows.length).toBeGreaterThan(0);
    const { figures, derived, positions, events } = tables;
    const known = new Set([figures, derived, positions, events].flatMap(({ rows }) => rows.map(({ id }) => id)));
    for (const row of rows) {
      expect(row.evidence.length, `${name} has a row without evidence`).toBeGreaterThan(0);
      for (const id of row.evidence) expect(known.has(id), `${name} rests on ${id}`).toBe(true);
    }
    expect(figure.doubts(rows)).toEqual([]);
    const { title, description } = figure.words(rows);
    expect(title).not.toMatch(/\.$/);
    expect(description.split(/\s+/).length).toBeLessThan(60);
    for (const size of sizes) {
      const drawing = figure.draw(rows, canvas(size));
      expect(drawing.outerHTML.length, `${name} at ${size}`).toBeLessThan(16_000);
    }
  }
);
