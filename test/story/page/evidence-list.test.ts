import { describe, expect, test } from "vitest";
import { evidenceList, evidencePlaces } from "../../../src/notebook/page/evidence.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { factOf, minimalNotebook } from "../../notebook/page/notebooks.ts";
import { realNotebook } from "../../real-ledger.ts";

const notebook = minimalNotebook();
const listOf = (...ids: string[]): HTMLElement =>
  elementOf(
    evidenceList(
      ids.map((id) => factOf(id, notebook)),
      notebook
    )
  );

describe("the list of evidence that closes a page", () => {
  const list = listOf("gazette.production", "derived.reserve-ratio", "relay.reserves");

  test("has an entry for each fact, in order, that a symbol's link leads to", () => {
    expect(all(list, ".evidence-list > ol > li").map(({ id }) => id)).toEqual([
      "e-gazette-production",
      "e-derived-reserve-ratio",
      "e-relay-reserves"
    ]);
    expect(wordsOf(one(list, "h2"))).toBe("Evidence on this page");
  });

  test("is folded under a switch that stands before it, outside what the switch could hide", () => {
    expect(wordsOf(one(list, ".evidence-list > details > summary"))).toBe("List all 3 numbers with their sources");
    expect(all(list, "details [popover]")).toEqual([]);
  });

  test("says of a figure what was printed, by whom, where, when, on which basis, and leads to the passage", () => {
    const entry = one(list, "#e-gazette-production");
    expect(wordsOf(one(entry, ":scope > .ev"))).toBe("2,500 tons");
    expect(wordsOf(one(entry, ".thread"))).toMatch(/^Anna Minister.*The Gazette, 31 March 2025.*paragraph 4$/);
    expect(wordsOf(one(entry, "dd:first-of-type"))).toMatch(/^Basis not stated/);
    expect(one(entry, ".foot a:first-child").getAttribute("href")).toBe(
      "https://gazette.example/how-much#:~:text=2%2C500%20tons"
    );
  });

  test("says of a derived quantity its formula and its inputs", () => {
    const entry = one(list, "#e-derived-reserve-ratio");
    expect(wordsOf(one(entry, "dd:first-of-type"))).toBe("the one ÷ the other");
    expect(all(entry, ".inputs .ev").map(wordsOf)).toEqual(["28.5 million tonnes", "3.8 million tonnes"]);
  });

  test("has the evidence of each once: what its number opens is the entry itself", () => {
    const ids = ["p-gazette-production", "p-derived-reserve-ratio", "p-relay-reserves"];
    expect(
      all(list, "li > .ev")
        .map((number) => number.getAttribute("href")?.slice(1))
        .filter((id) => ids.includes(id ?? ""))
    ).toEqual(expect.arrayContaining(ids));
    expect(all(list, ".evidence-list > ol > li > [popover]").map(({ id }) => id)).toEqual(ids);
  });
});

describe("the cells of one table", () => {
  const real = realNotebook();
  const cells = real.tables.figures.rows.filter(({ series }) => series === "usgs-mcs-2026.us-concentrates");
  const others = ["russia", "china"].map((place) => ({ id: `usgs-mcs-2026.gallium-production.${place}.2024` }));
  const facts = [...cells.slice(2), ...others, ...cells.slice(0, 2)].map(({ id }) => factOf(id, real));
  const [ofOne, ofMany] = all(elementOf(evidenceList(facts, real)), ".evidence-list > ol > li");

  test("are one entry: of one place, which its heading names, by year", () => {
    expect(ofOne && wordsOf(one(ofOne, ":scope > .amount"))).toBe("Production, United States");
    const years = ofOne ? all(ofOne, ".cells > li").map((cell) => wordsOf(cell).slice(0, 4)) : [];
    expect(years).toEqual(cells.map(({ period }) => period).sort());
    expect(years.length).toBeGreaterThan(3);
    expect(ofMany && wordsOf(all(ofMany, ".cells > li")[0] ?? ofMany)).toMatch(/^Russia 2024 6 t/);
  });

  test("share one place in the list", () => {
    const places = evidencePlaces(facts);
    expect(new Set(cells.map(({ id }) => places.get(id)))).toEqual(new Set([1]));
    expect(places.get(others[0]?.id ?? "")).toBe(2);
  });
});

test("a page without facts has no list", () => {
  expect(evidenceList([], notebook)).toBe("");
});

test("positions are not in it", () => {
  expect(() => listOf("gazette.plenty")).toThrow("gazette.plenty is a position");
});
