import { expect, test } from "vitest";
import { startValues } from "../../src/notebook/kit/model.ts";
import { changesBlock } from "../../src/notebook/page/changes-page.ts";
import { imprint } from "../../src/notebook/page/citation.ts";
import { canvas, sizes } from "../notebook/kit/canvas.ts";
import { realNotebook, realTables } from "../real-ledger.ts";
import { figures, models, site } from "../story.ts";

/** What holds for the pages, figures and models of any notebook, however many it has. */

const tables = realTables();
const pagesWith = (fence: string): string[] =>
  site.pages.filter(({ text }) => new RegExp(`^\`\`\`${fence}(?:\\s|$)`, "m").test(text)).map(({ path }) => path);

test("there is a first page", () => {
  expect(site.pages[0]?.path).toBe("/");
});

test.each(figures.map((figure) => [figure.name, figure] as const))(
  "figure %s stands on a page, and is right on the ledger as it is",
  (name, figure) => {
    expect(pagesWith(`figure ${name}`), "write a fence, or delete the file").not.toEqual([]);
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
    expect(description.split(/\s+/).length, "a description is read out: keep it short").toBeLessThan(100);
    for (const size of sizes) {
      const drawing = figure.draw(rows, canvas(size));
      expect(drawing.outerHTML.length, `${name} at ${size}`).toBeGreaterThan(100);
    }
  }
);

test.each(models.map((model) => [model.name, model] as const))(
  "model %s stands on a page, and comes to something where it starts",
  (name, model) => {
    expect(pagesWith(`model ${name}`), "write a fence, or delete the file").not.toEqual([]);
    expect(Object.keys(model.results(startValues(model, tables))).length).toBeGreaterThan(0);
  }
);

test("each correction has a place in the list of changes, to which its page leads from its foot", () => {
  const notebook = realNotebook();
  const list = [...changesBlock(notebook).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(list).size).toBe(list.length);
  for (const { path } of site.pages) {
    const corrections = site.changes.corrections.filter((correction) => correction.path === path);
    const own = corrections.map(({ id }) => id);
    const foot = [...imprint(path, notebook).matchAll(/ href="[^"#]*#([^"]+)"/g)].map(([, id]) => id);
    expect(list, path).toEqual(expect.arrayContaining(own));
    // Of one day the foot names the first alone.
    const firsts = corrections.filter(({ day }, at) => corrections.findIndex((one) => one.day === day) === at);
    expect(foot, path).toEqual(firsts.map(({ id }) => id));
  }
});
