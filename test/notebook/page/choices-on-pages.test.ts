import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changePage } from "../../../src/notebook/browser/choices.ts";
import { changePath } from "../../../src/notebook/page/addresses.ts";
import { type Alternative, alternativesOf } from "../../../src/notebook/page/alternatives.ts";
import type { PageChange } from "../../../src/notebook/page/choices.ts";
import { notebookMarkdown, renderPage } from "../../../src/notebook/page/markdown.ts";
import { readPages } from "../../../src/notebook/page/pages.ts";
import { pageFile } from "../../../src/notebook/page/site.ts";
import { numberText, tokenForms } from "../../../src/notebook/page/tokens.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";
import { composerOf } from "./composed.ts";
import { all, elementOf, wordsOf } from "./dom.ts";

const notebook = realNotebook();
const { choices } = realLedger();
const alternatives = alternativesOf(realLedger(), notebook);

/** Every page as it is composed, with what it offers its reader and what each combination changes. */
const pages = readPages(".").pages.map(({ path, text }) => {
  const composer = composerOf(notebook, { choices: { choices, alternatives } });
  const html = composer.fill(renderPage(notebookMarkdown(new MarkdownIt({ html: true }), composer), text, path));
  const [control = ""] = html.match(/<details class="choices"[\s\S]*?<\/details>/) ?? [];
  const selects = all(elementOf(control), "select").map((select) => ({
    name: select.getAttribute("name") ?? "",
    values: all(select, "option").map((option) => option.getAttribute("value") ?? "")
  }));
  return { path, html, selects, files: composer.composed(path)?.changes() ?? [] };
});
const offering = pages.filter(({ selects }) => selects.length > 0);

/** Every combination of what selects offer, but the page as written. */
const combinationsOf = (selects: (typeof pages)[number]["selects"]): string[][] =>
  selects
    .reduce<string[][]>((made, { values }) => made.flatMap((head) => values.map((value) => [...head, value])), [[]])
    .slice(1);

const cases = offering.flatMap(({ path, html, selects, files }) => {
  const { document } = new JSDOM(`<main>${html}</main>`).window;
  return combinationsOf(selects).map((values) => {
    const chosen = Object.fromEntries(selects.map(({ name }, at) => [name, values[at] ?? ""]));
    const other = alternatives.find((one) =>
      choices.every(({ id, options }) => one.chosen[id] === (chosen[id] ?? options[0]?.id))
    );
    if (!other) throw new Error(`${path} offers ${values.join(", ")}, which is no combination`);
    const file = files.find((one) => one.path === changePath(pageFile(path.replace(/\/index$/, "/")), values));
    return { name: `${path} ${values.join(" ")}`, document, other, content: file?.content };
  });
});

const calculate: Readonly<Record<string, (...inputs: number[]) => number>> = {
  "stock-over-flow": (stock, flow) => stock / flow,
  ratio: (one, other) => one / other,
  difference: (larger, smaller) => larger - smaller,
  "share-of-whole": (part, whole) => (100 * part) / whole,
  "amount-at-share": (share, whole) => (share * whole) / 100,
  "multiple-at-share": (share, whole, part) => (share * whole) / 100 / part
};

const figureOf = (id: string): QuantityRow => {
  const fact = notebook.fact(id);
  if (fact?.kind !== "figure") throw new Error(`${id} is no figure`);
  return fact.row;
};

/** The lowest and the highest that a calculation comes to within the bounds of its inputs. */
function between(name: string, inputs: readonly QuantityRow[]): number[] {
  const sum = calculate[name];
  if (!sum) throw new Error(`${name} is not written here`);
  const ends = inputs.map(({ low, value, high }) => [low, value, high].filter((end) => end !== null));
  const corners = ends.reduce<number[][]>(
    (made, some) => made.flatMap((head) => some.map((end) => [...head, end])),
    [[]]
  );
  const results = corners.map((corner) => sum(...corner));
  return [Math.min(...results), Math.max(...results)];
}

/** A derived quantity under a choice, with each of its numbers calculated here once more. */
function checked(id: string, { notebook: from }: Alternative) {
  const fact = from.fact(id);
  if (fact?.kind !== "derived") throw new Error(`${id} is not calculated`);
  const [least, most] = between(fact.row.function, fact.row.inputs.map(figureOf));
  for (const end of [fact.row.low, fact.row.value, fact.row.high].filter((end) => end !== null)) {
    const isEnd = [least, most].some((result) => result !== undefined && Math.abs(end / result - 1) < 1e-9);
    expect(isEnd, `${id} is ${end}, not from ${least} to ${most}`).toBe(true);
  }
  return fact;
}

/** What follows a choice, or stands at the end of a page, and is no sentence of it. */
const apart = "figure, [data-model], .choices, .choices-state, .evidence-list, [popover]";

/** What stands on a page outside of that, block by block. */
const sentences = (element: Element): string[] =>
  [...element.children].flatMap((child) => {
    if (child.matches(apart)) return [];
    return child.querySelector(apart) ? sentences(child) : [wordsOf(child)];
  });

afterEach(() => vi.unstubAllGlobals());

describe("every choice on every page", () => {
  test("some pages offer some, each all that its control has", () => {
    expect(offering.length).toBeGreaterThan(1);
    for (const { path, selects, files } of pages)
      expect(files.length, path).toBe(selects.length === 0 ? 0 : combinationsOf(selects).length);
  });

  test.each(cases)("$name: each number that changes is what its inputs come to", ({ document, other, content }) => {
    const change = JSON.parse(content ?? "null") as PageChange;
    expect(Object.keys(change).sort()).toEqual(["added", "evidence", "figures", "models", "version"]);
    expect(document.querySelector(".choices")?.getAttribute("data-version")).toBe(change.version);
    let seen = 0;
    for (const [id, html] of Object.entries(change.evidence)) {
      expect(wordsOf(elementOf(html)).replaceAll("\u00a0", " "), id).toContain(
        numberText(checked(id, other), "full", other.notebook).replaceAll("\u00a0", " ")
      );
      seen += 1;
    }
    for (const [name, { html, rows }] of Object.entries(change.figures)) {
      if (rows.length === 0) continue;
      for (const { evidence } of rows)
        for (const id of evidence.filter((one) => one.startsWith("derived."))) {
          checked(id, other);
          seen += 1;
        }
      for (const number of all(elementOf(html), '[data-fact^="derived."]')) {
        const fact = checked(number.getAttribute("data-fact") ?? "", other);
        const texts = tokenForms.map((form) => numberText(fact, form, other.notebook).replaceAll("\u00a0", " "));
        expect(
          texts.some((text) => wordsOf(number).includes(text)),
          `${name}: ${wordsOf(number)}`
        ).toBe(true);
      }
    }
    for (const [name, { start, fixed }] of Object.entries(change.models)) {
      const model = notebook.models.find((candidate) => candidate.name === name);
      for (const { id, start: from, unit } of model?.inputs ?? []) {
        if (!("record" in from) || from.as !== "number") continue;
        const record = other.standIn(from.record);
        const fact = record.startsWith("derived.") ? checked(record, other).row : figureOf(record);
        expect(start[id], `${name}: ${id}`).toBeCloseTo((fact.value ?? Number.NaN) / unit.factor, 9);
        seen += 1;
      }
      for (const [before, { record }] of Object.entries(fixed)) expect(record).toBe(other.standIn(before));
    }
    expect(seen).toBeGreaterThan(0);
  });

  test.each(cases)("$name: no sentence changes, and all comes back", ({ document, content }) => {
    const change = JSON.parse(content ?? "null") as PageChange;
    vi.stubGlobal("document", document);
    vi.stubGlobal("Event", document.defaultView?.Event);
    const main = document.querySelector("main");
    if (!main) throw new Error("no main");
    const before = sentences(main);
    const whole = wordsOf(main);
    expect(before.length).toBeGreaterThan(20);
    for (const name of Object.keys(change.figures)) expect(document.getElementById(name), name).not.toBeNull();
    const { undo } = changePage(main, change, () => undefined);
    expect(wordsOf(main)).not.toBe(whole);
    expect(sentences(main)).toEqual(before);
    undo();
    expect(wordsOf(main)).toBe(whole);
  });
});
