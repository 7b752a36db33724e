import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawRecipe } from "../../../src/notebook/explore/chart.ts";
import { controls, partsOf } from "../../../src/notebook/explore/controls.ts";
import { anyOf, emptySpec, readQuery, writeQuery } from "../../../src/notebook/explore/spec.ts";
import { textWidth } from "../../../src/notebook/kit/text.ts";
import { all, elementOf, one, wordsOf } from "../page/dom.ts";
import { figures, figuresTable, made, only, russia } from "./explored.ts";
import { document } from "./run-source.ts";

const drawn = ({ recipe, placed }: ReturnType<typeof made>): Element[] => {
  const wide = recipe(false);
  if (!wide) throw new Error("nothing was drawn");
  return drawRecipe(wide, placed, { width: 680, document });
};
const capacity = [only("metric", "capacity"), only("status", "stated")];

test("filters keep values, years between two ends, and all where none is chosen", () => {
  const ids = (...filters: ReturnType<typeof anyOf>[]): unknown[] => made({ filters }).rows.map(({ id }) => id);
  expect(ids(only("subject", "china"))).toEqual(["b.china.2024"]);
  expect(ids({ ...anyOf("period"), from: 2024, to: 2024 })).toEqual(["b.russia.2024", "b.china.2024"]);
  expect(ids(anyOf("subject"))).toHaveLength(figures.length);
});

test("current editions are on the line, the superseded one is a grey square", () => {
  const [svg] = drawn(made(russia));
  expect(svg && all(svg, '[aria-label="line"] path')).toHaveLength(1);
  const dots = svg ? all(svg, '[aria-label="dot"]') : [];
  expect(dots.map((group) => group.children.length)).toEqual([2, 1]);
  expect(dots[1]?.getAttribute("fill")).toBe("var(--ink3)");
  expect(made(russia).notes).toContain("Small grey squares are superseded editions.");
});

test("a range is drawn from end to end, a bound as a dot with its word, and no lane of theirs is lost", () => {
  const [svg] = drawn(made({ across: "amount", up: "id", mark: "dots", filters: capacity }));
  if (!svg) throw new Error("nothing was drawn");
  const ranges = all(svg, '[aria-label="rule"][stroke-width="5"] line');
  expect(ranges.filter((range) => range.getAttribute("x1") !== range.getAttribute("x2"))).toHaveLength(1);
  for (const words of ["less than 9,000", "about 2,900", "3,000–7,500"]) expect(wordsOf(svg)).toContain(words);
  const lanes = all(svg, '[aria-label="y-axis tick label"] text').map(({ textContent }) => textContent);
  expect(lanes).toEqual(["c.bound", "c.range", "c.about"]);
});

test("the rows of a line stand in its order, others by their number; an inexact amount keeps its words", () => {
  const ids = (explored: ReturnType<typeof made>): string[] => explored.view.body.map(([id = ""]) => id);
  expect(ids(made(russia))).toEqual(["a.russia.2023", "b.russia.2023", "b.russia.2024"]);
  expect(ids(made({ ...russia, mark: "dots" }))).toEqual(["b.russia.2024", "a.russia.2023", "b.russia.2023"]);
  const parts = partsOf(made({ up: "amount", across: "period", filters: capacity }));
  expect(wordsOf(elementOf(parts["#your-data"] ?? ""))).toContain("less than 9,000");
});

test("a title says what the rows say unless its maker has one; counts are said to those who do not see them", () => {
  expect(made(russia).title).toBe("Mine production of Russia: 2,500\u2060–\u20602,700\u00a0tonnes a year");
  expect(made(russia).subtitle).toBe("Mine production of Russia by year, tonnes a year, 2023–\u20602024");
  expect(made({ ...russia, title: "Mine" }).title).toBe("Mine");
  const positions = ["x", "y", "y"].map((topic, id) => ({ id: `${id}`, topic, stance: "mixed" }));
  const counted = made({ up: "topic", colour: "stance", mark: "bars" }, positions, "positions");
  expect(counted.title).toBe("Number of positions by topic and stance");
  expect(counted.subtitle).toBe("3 rows of the table");
  expect(counted.description).toContain("y 2, x 1");
});

test("series have colours of their own and a key, unless there is one or the lanes have their names", () => {
  const year = { filters: [{ ...anyOf("period"), from: 2024, to: 2024 }], across: "amount", mark: "dots" as const };
  const [key, svg] = drawn(made({ ...year, up: "id", colour: "subject" }));
  expect(wordsOf(key as Element)).toBe("RussiaChina");
  expect(svg?.localName).toBe("svg");
  expect(drawn(made({ ...year, up: "subject", colour: "subject" }))).toHaveLength(1);
  expect(drawn(made(russia))).toHaveLength(1);
  const many = Array.from({ length: 9 }, (_, n) => ({ id: `${n}`, kind: `k${n}`, n })).flatMap((row) => [
    row,
    { ...row, id: `${row.id}b` }
  ]);
  const recipe = made({ up: "kind", colour: "kind", mark: "bars" }, many, "places").recipe(false);
  const { range } = (recipe?.plot.color ?? {}) as { range?: string[] };
  expect(new Set(range).size).toBe(9);
});

test("lanes whose names begin alike can be told apart on a phone, where the names are cut", () => {
  const editions = ["2023", "2024", "2025", "2026, version 1.3"].map(
    (edition) => `Mineral Commodity Summaries ${edition}`
  );
  const rows = editions.map((kind, id) => ({ id: `${id}`, kind }));
  const { recipe, placed } = made({ up: "kind", mark: "bars" }, rows, "places");
  const narrow = recipe(true);
  const [svg] = narrow ? drawRecipe(narrow, placed, { width: 350, document }) : [];
  const names = svg ? all(svg, '[aria-label="y-axis tick label"] text').map(wordsOf) : [];
  expect(new Set(names).size).toBe(editions.length);
  expect(names.filter((name) => editions.includes(name))).toEqual([]);
});

test("what has a look has it whichever comes first in the rows: stances in their order, kinds in their shapes", () => {
  const positions = ["describes", "sceptical", "mixed", "favourable"].flatMap((stance) =>
    ["a", "b"].map((id) => ({ id: stance + id, topic: "x", stance }))
  );
  const order = ["favourable", "mixed", "sceptical", "describes"];
  const counted = made({ up: "topic", colour: "stance", mark: "bars" }, positions, "positions").recipe(false);
  expect(counted?.plot.color).toMatchObject({ domain: order });
  expect(counted?.marks.find(({ mark }) => mark === "barX")?.options).toMatchObject({ order, insetRight: 1 });
  const spoken = ["official", "statistic"].flatMap((kind) =>
    ["a", "b"].map((id) => ({ ...figures[1], id: kind + id, speaker_kind: kind, speaker_kind_label: kind }))
  );
  const dots = made({ across: "amount", up: "id", colour: "speaker_kind", mark: "dots" }, spoken).recipe(false);
  expect(dots?.plot.symbol).toMatchObject({ domain: ["statistic", "official"], range: ["square", "diamond"] });
});

test("a long table shows a hundred rows and says so", () => {
  const many = Array.from({ length: 101 }, (_, index) => ({ id: `r${index}`, kind: "k" }));
  const html = elementOf(partsOf(made({}, many))["#your-data"] ?? "");
  expect(all(html, "tbody tr")).toHaveLength(100);
  expect(wordsOf(html)).toContain("The first 100 of 101 rows");
});

test("the source line names publications with their editions, or the table", () => {
  const named = (source_name: string | null, id: string) => ({ id, source_name });
  expect(made({}, [named("US Geological Survey, 2025", "a"), named("US Geological Survey, 2025", "b")]).sources).toBe(
    "US Geological Survey, 2025"
  );
  expect(made({}, [named("Izvestia, 2025-03", "a")]).sources).toBe("Izvestia, March\u00a02025");
  expect(made({}, [named(null, "a")], "verdicts").sources).toBe("This notebook, table “verdicts”");
});

test("a form holds a chart in the names of its address: reading it gives the chart back", () => {
  const spec = { ...emptySpec, table: "figures", ...russia, title: "Mine" };
  const filtered = { ...spec, filters: [...spec.filters, { ...anyOf("period"), from: 2018 }] };
  const window = document.defaultView;
  if (!window) throw new Error("the document has no window");
  const form = document.createElement("form");
  form.innerHTML = controls(filtered, figuresTable, { figures: "Figures" });
  const fields = [...new window.FormData(form)].map(([name, value]) => [name, String(value)]);
  expect(readQuery(new URLSearchParams(fields), figuresTable)).toEqual({ spec: filtered, problems: [] });
  expect(writeQuery(filtered).getAll("is.metric")).toEqual(["production"]);
  expect(wordsOf(one(form, '[data-filter="subject"] summary'))).toBe("Place Russia");
});

test("what a reader typed is text, never markup", () => {
  const typed = '<img src=x onerror="1">';
  expect(all(elementOf(controls({ ...emptySpec, title: typed }, figuresTable, {})), "img")).toEqual([]);
  const parts = partsOf(made({ ...russia, title: typed }), [typed]);
  expect(all(elementOf(Object.values(parts).join("")), "img")).toEqual([]);
});

test("many series differ in colour and shape taken together, on dots and on lines alike", () => {
  const many = Array.from({ length: 40 }, (_, n) => ({
    ...figures[1],
    ...{
      id: `m${n}`,
      subject: `place-${n % 20}`,
      subject_name: `Place ${n % 20}`,
      period: `${2020 + Math.floor(n / 20)}`
    }
  }));
  for (const mark of ["lines", "dots"] as const) {
    const recipe = made({ across: "period", up: "amount", colour: "subject", mark }, many).recipe(false);
    const { range: colours } = (recipe?.plot.color ?? {}) as { range: string[] };
    const { range: shapes, legend } = (recipe?.plot.symbol ?? {}) as { range: string[]; legend: boolean };
    expect(new Set(colours.map((colour, index) => colour + shapes[index])).size).toBe(20);
    expect(legend).toBe(true);
  }
});

test("every colour of a series is in the notebook's palette", () => {
  const tokens = readFileSync("src/notebook/style/tokens.css", "utf8");
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, kind: `k${n % 20}` }));
  const recipe = made({ up: "kind", colour: "kind", mark: "bars" }, many, "places").recipe(false);
  const { range } = (recipe?.plot.color ?? {}) as { range: string[] };
  for (const colour of range) expect(tokens).toContain(`${colour.slice(4, -1)}:`);
});

test("the words of an inexact amount stay within the drawing", () => {
  const bounds = ["2019", "2030"].map((period) => ({ ...figures[5], id: `bound.${period}`, period }));
  for (const up of ["id", "amount"]) {
    const across = up === "id" ? "amount" : "period";
    const svg = drawn(made({ across, up, mark: "dots", filters: capacity }, [...figures, ...bounds])).at(-1);
    const words = svg ? all(svg, '[stroke="var(--paper)"] text').filter(({ textContent }) => textContent !== "") : [];
    expect(words).toHaveLength(5);
    for (const word of words) {
      const [, at = ""] = /translate\(([\d.]+)/.exec(word.getAttribute("transform") ?? "") ?? [];
      const length = textWidth(word.textContent ?? "", 13);
      const left = Number(at) + (up === "id" ? 10 : -length / 2);
      expect(left).toBeGreaterThan(up === "id" ? 0 : 36);
      expect(left + length).toBeLessThanOrEqual(680);
    }
  }
});

test("years begin with the first row, not at nothing", () => {
  const years = drawn(made(russia)).map((svg) => all(svg, '[aria-label="x-axis tick label"] text'));
  expect(years.flat().map(({ textContent }) => textContent)).toEqual(["2023", "2024"]);
});

test("side by side no edition is superseded", () => {
  const byEdition = made({ across: "amount", up: "edition", mark: "dots", filters: russia.filters ?? [] });
  const [svg] = drawn(byEdition);
  expect(svg && all(svg, '[aria-label="dot"] > *')).toHaveLength(3);
  expect(byEdition.title).toContain("2,500\u2060–\u20602,700");
  expect(byEdition.notes.join()).not.toContain("grey");
});
