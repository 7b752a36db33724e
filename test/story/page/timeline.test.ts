import { describe, expect, test } from "vitest";
import { timeline } from "../../../src/notebook/page/blocks.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { realNotebook } from "../../real-ledger.ts";

describe("the list of events", () => {
  const notebook = realNotebook();
  const block = elementOf(timeline(notebook));
  const list = one(block, "#events");

  test("says at each symbol whose it is, and leaves the key to the calendar above it", () => {
    expect(all(block, ".kinds")).toHaveLength(0);
    const symbols = all(list, ".sym");
    expect(symbols.length).toBeGreaterThan(notebook.tables.events.rows.length);
    for (const symbol of symbols) expect(wordsOf(symbol.parentElement as Element)).not.toBe("");
  });

  test("has every event once, with each of its passages", () => {
    const items = all(list, "li > ol > li");
    expect(items.map(({ id }) => id).sort()).toEqual(notebook.tables.events.rows.map(({ id }) => id).sort());
    for (const { id, urls, inferred } of notebook.tables.events.rows) {
      const item = one(list, `[id="${id}"]`);
      const links = all(item, ".meta a").map((link) => `${link.getAttribute("href")} ${wordsOf(link)}`);
      expect(new Set(links.map((link) => link.split(" ")[0])), id).toEqual(new Set(urls));
      expect(new Set(links).size, id).toBe(links.length);
      expect(all(item, ".meta .sym"), id).toHaveLength(links.length);
      if (inferred) expect(wordsOf(item), id).toContain(inferred.replace(/\s+/g, " ").trim());
    }
  });

  test("names who was heard second-hand, not the notebook that keeps it", () => {
    expect(wordsOf(one(list, "#rosneft-takes-tomtor-licence .meta"))).toBe("Mining and refining · Kommersant");
  });

  test("gives the numbers of the statements that tell of an event, each a link to its own page", () => {
    const numbers = one(list, "#kazanov-on-two-deposits .numbers");
    expect(wordsOf(numbers)).toMatch(/; Lovozero, reserves: 7 million tonnes; Tomtor, reserves: 4 million tonnes$/);
    expect(all(numbers, "a").map((link) => link.getAttribute("href"))).toContain(
      "./claim/further-statements.reserves-tomtor-kazanov"
    );
    expect(all(list, "#putin-offer .numbers")).toHaveLength(0);
  });

  test("says which dates are less than a day", () => {
    const when = (id: string): string => wordsOf(one(list, `[id="${id}"] .when`));
    expect(when("putin-offer")).toBe("24 February");
    expect(when("embassy-staff-agreed")).toBe("no day given");
    expect(when("national-project-launch")).toBe("no month given");
  });

  test("says of a month without an event that it is one", () => {
    const { events } = notebook.tables;
    const rows = events.rows.filter(({ date }) => !date.startsWith("2025-11"));
    const quiet = { ...notebook, tables: { ...notebook.tables, events: { ...events, rows } } };
    expect(wordsOf(one(elementOf(timeline(quiet)), "#m-2025-11 p"))).toBe(
      "Nothing in the record is dated to this month."
    );
  });
});
