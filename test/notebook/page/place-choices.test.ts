import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import {
  type Alternative,
  alternativesOf,
  changedFigure,
  type PageChange,
  placeChoices
} from "../../../src/notebook/page/choices.ts";
import { factsOnPage } from "../../../src/notebook/page/evidence.ts";
import { evidenceTrigger, numberText } from "../../../src/notebook/page/tokens.ts";
import { holdTogether } from "../../../src/notebook/page/typography.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";
import { story } from "../../story.ts";
import { all } from "./dom.ts";
import { factOf } from "./notebooks.ts";

const ledger = realLedger();
const notebook = realNotebook();
let alternatives: Alternative[];
beforeAll(() => {
  alternatives = alternativesOf(ledger, story);
});

function placed(...ids: string[]) {
  const numbers = ids.map((id) => evidenceTrigger(id, numberText(factOf(id, notebook), "full", notebook))).join(" ");
  const { document } = new JSDOM(`<main><h1>A</h1><p>${numbers}</p><div class="switches"></div></main>`).window;
  const main = document.querySelector("main");
  if (!main) throw new Error("no main");
  const facts = factsOnPage(main, notebook);
  const files = placeChoices(main, { path: "/page", facts, notebook, choices: ledger.choices, alternatives });
  return {
    document,
    files,
    changes: new Map(files.map(({ path, content }) => [path, JSON.parse(content) as PageChange]))
  };
}

test("a page that depends on no choice has no control", () => {
  const { document, files } = placed("derived.us-gap", "russia-post.reserves-kazanov");
  expect(files).toEqual([]);
  expect(document.querySelector(".choices")).toBeNull();
});

test("a page offers the choices that it depends on, and has a file for each combination of their options", () => {
  const { document, files } = placed("derived.us-compounds-against-expert");
  expect(all(document, ".choices select").map((select) => select.getAttribute("name"))).toEqual(["edition"]);
  expect(files.map(({ path }) => path)).toEqual(["choices/page.2025.json", "choices/page.2024.json"]);
});

test("the control lists what every option comes to, so that it can be read without scripts", () => {
  const { document } = placed("derived.reserve-ratio");
  const cells = all(document, ".choices td").map((cell) => cell.textContent);
  for (const { chosen, notebook: other } of alternatives)
    if (
      Object.entries(chosen).filter(([id, option]) =>
        ledger.choices.some((one) => one.id === id && one.options[0]?.id !== option)
      ).length === 1
    )
      expect(cells).toContain(numberText(factOf("derived.reserve-ratio", other), "full", other));
});

test("a changed number has its texts, its sum with what stands in, and evidence for that", () => {
  const { changes } = placed("derived.reserve-ratio");
  const change = changes.get("choices/page.survey.2024.json");
  const other = alternatives.find(({ chosen }) => chosen.reserves === "survey" && chosen.edition === "2024");
  if (!change || !other) throw new Error("no such combination");
  const fact = factOf("derived.reserve-ratio", other.notebook);
  const { full, short } = change.texts["derived.reserve-ratio"] ?? {};
  expect([full, short]).toEqual([numberText(fact, "full", other.notebook), numberText(fact, "short", other.notebook)]);
  expect(change.evidence["derived.reserve-ratio"]).toContain("By your choice, with");
  expect(change.evidence["derived.reserve-ratio"]).toContain('data-fact="usgs-mcs-2024.reserves.russia.2024"');
  expect(change.added).toContain('id="p-usgs-mcs-2024-reserves-russia-2024"');
});

test("a figure drawn by choice says so, and breaks its lines no worse than the page", () => {
  const alternative = alternatives.find(({ chosen }) => chosen.edition === "2024");
  if (!alternative) throw new Error("no such alternative");
  const { document } = new JSDOM().window;
  const figure = { name: "twelve-per-cent", number: "Figure 1.6", wide: false, raised: false };
  const html = changedFigure(figure, { notebook, alternative, document })?.html ?? "";
  expect(html).toContain('<p class="by-choice">Drawn by your choice');
  expect(html).toContain("Figure\u00a01.6");
  expect(html).toBe(holdTogether(html));
});
