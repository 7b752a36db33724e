import { beforeAll, describe, expect, test } from "vitest";
import { type Alternative, alternativesOf, changedFigure } from "../../../src/notebook/page/alternatives.ts";
import {
  choicesOf,
  choicesOfPage,
  type PageChange,
  type PageParts,
  whyNotOffered
} from "../../../src/notebook/page/choices.ts";
import { drawingDocument } from "../../../src/notebook/page/drawing.ts";
import { factsOnPage } from "../../../src/notebook/page/evidence.ts";
import { evidenceTrigger, numberText } from "../../../src/notebook/page/tokens.ts";
import { holdTogether } from "../../../src/notebook/page/typography.ts";
import { all, elementOf } from "../../notebook/page/dom.ts";
import { factOf } from "../../notebook/page/notebooks.ts";
import { testedLedger, testedNotebook } from "../../real-ledger.ts";

const { choices } = testedLedger();
const notebook = testedNotebook();
const document = drawingDocument();
let alternatives: Alternative[];
beforeAll(() => {
  alternatives = alternativesOf(testedLedger(), notebook);
});

const withParts = (path: string, parts: Partial<PageParts>, ...ids: string[]) => {
  const html = ids.map((id) => evidenceTrigger(id, numberText(factOf(id, notebook), "full", notebook))).join(" ");
  const onPage = { figures: [], models: [], ...parts, facts: factsOnPage(html, notebook) };
  const { control, changes } = choicesOfPage(path, onPage, { notebook, document, choices, alternatives });
  const files = changes();
  return {
    control: elementOf(control),
    files,
    changes: new Map(files.map(({ path, content }) => [path, JSON.parse(content) as PageChange]))
  };
};
const drawnFigure = (name: string) => ({ name, place: 1, wide: false, raised: false });
const shares = { figures: [drawnFigure("reserves-and-output-shares")] };

test("a page that depends on no choice has no control", () => {
  const { control, files } = withParts("/page", {}, "derived.reserve-ratio", "russia-post.reserves-kazanov");
  expect(files).toEqual([]);
  expect(control.innerHTML).toBe("");
});

test("a page offers the choices that it depends on, and has a file for each combination of their options", () => {
  const { control, files } = withParts("/page", shares);
  expect(all(control, ".choices select").map((select) => select.getAttribute("name"))).toEqual(["edition"]);
  expect(files.map(({ path }) => path)).toEqual(["choices/page.2025.json", "choices/page.2024.json"]);
});

test.each([
  ["/index", "index"],
  ["/angles/nickel", "angles/nickel"],
  ["/angles/index", "angles/index"]
])("the files of %s are named for it, and the control says the name", (path, name) => {
  const { control, files } = withParts(path, shares);
  expect(files[0]?.path).toBe(`choices/${name}.2025.json`);
  expect(all(control, `[data-page="${name}"]`)).toHaveLength(1);
});

describe("a page depends on a choice", () => {
  test("where it changes what a figure draws, and the file holds the figure", () => {
    const { control, changes } = withParts("/page", shares);
    expect(all(control, "select").length).toBeGreaterThan(0);
    expect(
      [...changes.values()].some((change) => change.figures["reserves-and-output-shares"]?.html.includes("<figure"))
    ).toBe(true);
  });

  test("where it changes where a model starts", () => {
    const { control, changes } = withParts("/page", { models: ["life"] });
    expect(all(control, "select").map((select) => select.getAttribute("name"))).toContain("reserves");
    expect([...changes.values()].some((change) => change.models.life !== undefined)).toBe(true);
  });

  test("and on none where the parts of the page stay as they are", () => {
    const figures = [{ name: "event-calendar", place: 1, wide: false, raised: false }];
    expect(withParts("/page", { figures }).control.innerHTML).toBe("");
  });
});

test("the control lists what every option comes to, so that it can be read without scripts", () => {
  const { control } = withParts("/page", { figures: [drawnFigure("one-square")] }, "derived.reserve-ratio");
  const cells = all(control, ".choices td").map((cell) => cell.textContent);
  for (const { chosen, notebook: other } of alternatives)
    if (
      Object.entries(chosen).filter(([id, option]) =>
        choices.some((one) => one.id === id && one.options[0]?.id !== option)
      ).length === 1
    )
      expect(cells).toContain(numberText(factOf("derived.reserve-ratio", other), "full", other));
});

test("the evidence of a changed sum says what stands in, and what the page has as written", () => {
  const { changes } = withParts("/page", { figures: [drawnFigure("one-square")] }, "derived.reserve-ratio");
  const change = changes.get("choices/page.rosnedra.2024.json");
  expect(change?.evidence["derived.reserve-ratio"]).toContain("2.9 <small>by your choice; 7.5 as written</small>");
  expect(change?.evidence["derived.reserve-ratio"]).toContain("By your choice, with");
  expect(change?.evidence["derived.reserve-ratio"]).toContain('data-fact="usgs-mcs-2024.reserves.russia.2024"');
  expect(change?.added).toContain('id="p-usgs-mcs-2024-reserves-russia-2024"');
});

test("a figure drawn by choice says so, and breaks its lines no worse than the page", () => {
  const alternative = alternatives.find(({ chosen }) => chosen.edition === "2024");
  if (!alternative) throw new Error("no such alternative");
  const figure = { name: "reserves-and-output-shares", place: 6, wide: false, raised: false };
  const path = "/reserves-vs-output";
  const html = changedFigure(figure, { path, notebook, alternative, document })?.html ?? "";
  expect(html).toContain('<p class="by-choice">Drawn by your choice');
  expect(html).toContain("Figure\u00a01.6");
  expect(html).toBe(holdTogether(html));
});

test("every choice is offered on some page, and one that no figure can follow any more says why", () => {
  const ledger = testedLedger();
  const book = testedNotebook();
  const doubtful = book.figures.map((figure) => ({
    ...figure,
    doubts: () => [{ why: "it rained", of: "title" as const, records: [] }]
  }));
  const without = { ...book, figures: doubtful, models: [] };
  const pages = book.site.pages.map((page) => ({ ...page, text: page.text.replace(/^```model .*$/gm, "") }));
  const held = { ...without, site: { ...book.site, pages } };
  for (const choice of ledger.choices) {
    expect(whyNotOffered(choice, book, choicesOf(ledger, book))).toBeNull();
    expect(whyNotOffered(choice, held, choicesOf(ledger, held))).toContainEqual(
      expect.stringMatching(/^of [\w-]+, its title would not hold: it rained$/)
    );
  }
});
