import { expect, test } from "vitest";
import { drawingDocument } from "../../../src/notebook/page/drawing.ts";
import { exploreBlock } from "../../../src/notebook/page/explore-block.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { minimalNotebook } from "../../notebook/page/notebooks.ts";
import { realNotebook } from "../../real-ledger.ts";

const document = drawingDocument();
const block = (content: unknown, notebook = realNotebook()): Element =>
  elementOf(exploreBlock(content, { notebook, document }));
const opening = {
  table: "figures",
  "is.metric": "production",
  "is.subject": ["russia", "china"],
  across: "period",
  up: "amount",
  colour: "subject",
  mark: "lines"
};

test("the chart of a fence is complete without scripts: drawn at three widths, with its key, rows and page source", () => {
  const explore = block(opening);
  expect(all(explore, ".drawing > svg")).toHaveLength(3);
  expect(wordsOf(one(explore, ".drawing.sm > div"))).toContain("China");
  expect(all(explore, "style, [style]")).toEqual([]);
  expect(all(explore, "#your-data tbody tr").length).toBeGreaterThan(10);
  expect(wordsOf(one(explore, "#your-source"))).toContain('["russia", "china"].includes');
  expect(one(explore, '[data-do="csv"]').getAttribute("href")).toBe("./data/figures.csv");
});

test("the script is told the tables that have rows, the opening chart, and how series look", () => {
  const settings = JSON.parse(one(block(opening), "script").textContent ?? "");
  expect(settings.opening).toBe(
    "table=figures&is.metric=production&is.subject=russia&is.subject=china&across=period&up=amount&colour=subject&mark=lines"
  );
  expect(settings.tables).toMatchObject({ figures: "Figures", positions: "Positions" });
  expect(settings.looks.statistic).toEqual({ colour: "var(--k-square)", shape: "square" });
});

test("a fence without content opens with what its notebook's figures propose", () => {
  const explore = block(null, minimalNotebook());
  expect(all(explore, ".drawing > svg")).toHaveLength(3);
  expect(one(explore, "#your-source").textContent).toContain('FileAttachment("data/figures.json")');
});

test("a fence that asks for what is not there, or makes no chart, is a fault", () => {
  expect(() => block({ table: "ores" })).toThrow('no table "ores"');
  expect(() => block({ ...opening, colour: "flavour" })).toThrow("colour “flavour”");
  expect(() => block({ ...opening, scales: "log" })).toThrow("says scales, which makes no difference");
  expect(() => block({ table: "figures", across: "amount", up: "source", mark: "dots" })).toThrow("units");
});

const views = {
  "What do mines produce?": opening,
  "Who is for it?": { table: "positions", up: "speaker_kind", colour: "stance", mark: "bars" }
};

test("views are links with their addresses above the fields, and the page opens with the first", () => {
  const explore = block({ views });
  const links = all(explore, "nav.views a");
  expect(links.map(({ textContent }) => textContent)).toEqual(Object.keys(views));
  expect(links[1]?.getAttribute("href")).toBe("./explore?table=positions&up=speaker_kind&colour=stance&mark=bars");
  expect(links.map((link) => link.getAttribute("aria-current"))).toEqual(["true", null]);
  expect(JSON.parse(one(explore, "script").textContent ?? "").opening).toContain("is.subject=china");
  expect(all(block(opening), "nav.views")).toEqual([]);
});

test("a view that makes no chart is a fault, whichever it is", () => {
  const bad = { table: "figures", across: "amount", up: "source", mark: "dots" };
  expect(() => block({ views: { ...views, Bad: bad } })).toThrow("units");
  expect(() => block({ views: {} })).toThrow("names no view");
});
