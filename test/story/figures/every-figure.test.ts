import { expect, test } from "vitest";
import { canvas, sizes } from "../../notebook/kit/canvas.ts";
import { realTables } from "../../real-ledger.ts";
import { figures, site } from "../../story.ts";

// What holds for the figures of any notebook is in test/story/any-notebook.test.ts.

test("every chapter has at least two figures, or a block that is one; add one where it has fewer", () => {
  const chapters = site.pages.filter(({ chapter }) => chapter !== null);
  expect(chapters.length).toBeGreaterThan(4);
  const hasEnough = (text: string): boolean =>
    (text.match(/^```(?:figure|speakers)/gm)?.length ?? 0) >= 2 || /^```disagreements/m.test(text);
  expect(chapters.filter(({ text }) => !hasEnough(text)).map(({ file }) => file)).toEqual([]);
});

test.each(figures.map((figure) => [figure.name, figure] as const))(
  "%s is light to load, and is described in a breath",
  (name, figure) => {
    const rows = figure.select(realTables());
    expect(figure.words(rows).description.split(/\s+/).length).toBeLessThan(60);
    for (const size of sizes)
      expect(figure.draw(rows, canvas(size)).outerHTML.length, `${name} at ${size}`).toBeLessThan(17_500);
  }
);
