import { beforeAll, describe, expect, test } from "vitest";
import { type Alternative, alternativesOf, changedFigure } from "../../../src/notebook/page/alternatives.ts";
import { drawingDocument } from "../../../src/notebook/page/drawing.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";

const notebook = realNotebook();
const document = drawingDocument();
let alternatives: Alternative[];
let drawn: ReturnType<typeof drawnByChoice>;
// Every figure is drawn under every choice, once.
beforeAll(() => {
  alternatives = alternativesOf(realLedger(), notebook);
  drawn = drawnByChoice();
});

const figureOf = (id: string): QuantityRow => {
  const fact = notebook.fact(id);
  if (fact?.kind !== "figure") throw new Error(`${id} is no figure`);
  return fact.row;
};

/** Every figure under every choice that it is drawn by, with the printed figures under it. */
function drawnByChoice() {
  return alternatives.flatMap((alternative) =>
    notebook.figures.flatMap((figure) => {
      const placed = { name: figure.name, place: 1, wide: false, raised: false };
      const changed = changedFigure(placed, { path: "/page", notebook, alternative, document });
      if (!changed || changed.rows.length === 0) return [];
      const drawn = [...new Set(changed.rows.flatMap(({ evidence }) => evidence))];
      const under = drawn.flatMap((id) => inputsOf(id, alternative.notebook)).map(figureOf);
      return [{ figure, alternative, rows: changed.rows, html: changed.html, drawn, under }];
    })
  );
}

const inputsOf = (id: string, from: Notebook): readonly string[] => {
  const fact = from.fact(id);
  return fact?.kind === "derived" ? fact.row.inputs : [id];
};

/** What each calculation is, written here once more, so that the machine's own is checked against it. */
const arithmetic: Readonly<Record<string, (...inputs: number[]) => number>> = {
  "stock-over-flow": (stock, flow) => stock / flow,
  ratio: (one, other) => one / other,
  difference: (larger, smaller) => larger - smaller,
  "share-of-whole": (part, whole) => (100 * part) / whole,
  "amount-at-share": (share, whole) => (share * whole) / 100,
  "multiple-at-share": (share, whole, part) => (share * whole) / 100 / part
};

describe("what a reader's choice makes a page say is true", () => {
  test("some figures are drawn by some choice", () => {
    expect(new Set(drawn.map(({ figure }) => figure.name)).size).toBeGreaterThan(1);
  });

  test("no sentence of a figure names a counter, an edition or a year that none of its numbers is of", () => {
    const { speakers: all, places } = realLedger();
    // "Russia" speaks, and is a place too; "this notebook" is what calculates.
    const speakers = all.filter(({ name }) => /^[A-Z]/.test(name) && !places.some((place) => place.name === name));
    for (const { figure, alternative, rows, under } of drawn) {
      const { title, subtitle, howToRead = "", notes, description } = figure.words(rows);
      const text = [title, subtitle, howToRead, ...notes, description].join(" ").replaceAll("\u00a0", " ");
      const label = `${figure.name} under ${Object.values(alternative.chosen)}: ${text}`;
      const years = under.flatMap(
        ({ period, edition, published }) => `${period} ${edition} ${published}`.match(/\d{4}/g) ?? []
      );
      const own = new Set([...years, ...under.flatMap(({ printed }) => printed.match(/\d{4}/g) ?? [])]);
      const span = [Math.min(...years.map(Number)), Math.max(...years.map(Number))];
      for (const year of text.match(/\b(?:19|20)\d\d\b/g) ?? [])
        expect(own.has(year) || span.includes(Number(year)), `${year} in ${label}`).toBe(true);
      const speaking = new Set(under.flatMap(({ speaker, chain, publisher }) => [speaker, ...chain, publisher]));
      const houses = speakers.filter(({ id }) => speaking.has(id)).map(({ affiliation }) => affiliation);
      for (const { id, name } of speakers)
        if (text.includes(name) && ![...speakers].some((one) => one.name !== name && one.name.includes(name)))
          expect(speaking.has(id) || houses.includes(id), `${name} in ${label}`).toBe(true);
    }
  });

  test("every quantity that it changes is what its inputs come to", () => {
    let recomputed = 0;
    for (const { chosen, notebook: other } of alternatives)
      for (const row of other.tables.derived.rows) {
        const before = notebook.fact(row.id);
        if (before?.kind !== "derived" || before.row.inputs.join() === row.inputs.join()) continue;
        const values = row.inputs.map((id) => figureOf(id).value);
        if (values.includes(null) || row.value === null) continue;
        const calculate = arithmetic[row.function];
        if (!calculate) throw new Error(`${row.function} is not written here`);
        const result = calculate(...values.map(Number));
        expect(Math.abs(row.value / result - 1), `${row.id} under ${Object.values(chosen)}`).toBeLessThan(1e-9);
        recomputed += 1;
      }
    expect(recomputed).toBeGreaterThan(20);
  });

  test("no definition of a changed quantity says whose figure it takes, if another's is there", () => {
    for (const { notebook: other } of alternatives)
      for (const row of other.tables.derived.rows) {
        const before = notebook.fact(row.id);
        if (before?.kind !== "derived" || before.row.inputs.join() === row.inputs.join()) continue;
        const speaking = new Set(row.inputs.map((id) => figureOf(id).speaker));
        const gone = before.row.inputs.map(figureOf).filter(({ speaker }) => !speaking.has(speaker));
        for (const { speaker_name } of gone) expect(row.explanation, row.id).not.toContain(speaker_name);
      }
  });

  test("the survey's own share of its own world is nobody else's", () => {
    for (const { notebook: other } of alternatives) {
      const share = other.fact("derived.survey-reserve-share-russia");
      if (share?.kind !== "derived") throw new Error("no share");
      expect(new Set(share.row.inputs.map((id) => figureOf(id).speaker))).toEqual(new Set(["usgs"]));
    }
  });
});
