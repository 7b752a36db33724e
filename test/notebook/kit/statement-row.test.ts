import { describe, expect, it } from "vitest";
import { attribution } from "../../../src/notebook/kit/attribution.ts";
import { byValue, statementLane } from "../../../src/notebook/kit/lanes.ts";
import { firstOf, holds, oneValue, pickDerived, pickFigure } from "../../../src/notebook/kit/needs.ts";
import { arithmeticRow, statementColumns, statementLabel, statementRow } from "../../../src/notebook/kit/rows.ts";
import { displayUnits } from "../../../src/notebook/words/words.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const { Mt, one, percent } = displayUnits;
const nearly = figureRow({
  id: "rex-reuters.reserves",
  low: null,
  value: 29e6,
  high: 29e6,
  comparator: "nearly",
  speaker: "natural-resources-ministry",
  chain: ["reuters", "rare-earth-exchanges"]
});
const own = figureRow({
  id: "russia-post.share",
  value: 1,
  unit: "%",
  period: "2025",
  period_inferred: "the year of it"
});
const tables = tablesOf({
  figures: [nearly, own],
  derived: [derivedRow({ id: "derived.ratio", inputs: [nearly.id] })]
});

describe("attribution", () => {
  it("names the speaker, the office, the reporter and who relayed it", () => {
    expect(attribution(nearly, tables)).toEqual({
      speaker: "Ministry of Natural Resources",
      where: "in Reuters, via Rare Earth Exchanges"
    });
    const kazanov = figureRow({ id: "russia-post.a", speaker: "oleg-kazanov" });
    expect(attribution(kazanov, tables)).toEqual({ speaker: "Oleg Kazanov, Rosnedra", where: "in Russia.Post" });
  });
  it("says where a publication speaks for itself, and what is an outlet's gloss", () => {
    expect(attribution(own, tables)).toEqual({ speaker: "Russia.Post", where: "its own statement" });
    expect(attribution({ ...nearly, voice: "gloss" }, tables).where).toMatch(/, as a gloss$/);
  });
  it("falls back to the id of a speaker that is in no table", () => {
    expect(attribution({ ...own, speaker: "nobody" }, tables).speaker).toBe("nobody");
  });
});

describe("statement rows", () => {
  it("have a name for those who do not see the mark", () => {
    expect(statementLabel(statementRow(nearly, tables), Mt)).toBe(
      "nearly 29\u00a0million\u00a0tonnes, Ministry of Natural Resources, in Reuters, via Rare Earth Exchanges"
    );
  });
  it("keep comparator, inferred period and paragraph in the table's cells", () => {
    const cells = (row: ReturnType<typeof statementRow>) =>
      Object.fromEntries(statementColumns(() => (row.unit === "%" ? percent : Mt)).map((c) => [c.label, c.text(row)]));
    expect(cells(statementRow(nearly, tables))).toMatchObject({
      Figure: "nearly 29\u00a0million\u00a0tonnes",
      Period: "not stated",
      Paragraph: "¶9",
      Published: "March\u00a02025 (inferred)"
    });
    expect(cells(statementRow(own, tables))).toMatchObject({ Period: "2025 (inferred)" });
    const stated = statementRow({ ...own, period_inferred: null }, tables);
    expect(cells(stated)).toMatchObject({ Period: "2025" });
    const span = statementRow({ ...own, period_inferred: null, period: "2025-01-01/2035" }, tables);
    expect(cells(span)).toMatchObject({ Period: "1\u00a0January\u00a02025–2035" });
    const sum = arithmeticRow(pickDerived("a-chart", tables, "derived.ratio"), "a ratio");
    expect(cells(sum)).toMatchObject({
      Source: "This notebook’s arithmetic",
      What: "a ratio",
      Period: "",
      Paragraph: ""
    });
  });
  it("say when a publication's date is a lower bound, or exact", () => {
    const [source] = tables.sources.rows.filter(({ id }) => id === "russia-post");
    const published = (published_qualifier: "exact" | "not-before") =>
      statementRow(own, tablesOf({ sources: source ? [{ ...source, published_qualifier, title_known: false }] : [] }));
    expect(published("not-before").published).toBe("March\u00a02025 or later");
    expect(published("exact")).toMatchObject({
      published: "March\u00a02025",
      publication: "Russia.Post, Title of russia-post"
    });
    expect(statementRow(own, tablesOf({ sources: [] })).publication).toBe("russia-post");
  });
  it("are ordered by value, those without a number last", () => {
    const rows = [own, figureRow({ id: "sputnik.b", comparator: "unquantified" }), { ...own, id: "a.a", value: 0.5 }];
    const ordered = byValue(rows.map((row) => statementRow(row, tables)));
    expect(ordered.map(({ role }) => role)).toEqual(["statement", "statement", "without-number"]);
    expect(ordered[0]?.value).toBe(0.5);
  });
  it("become lanes, intervals too", () => {
    const interval = figureRow({ id: "rex-kommersant.demand", low: 2500, high: 3000 });
    expect(statementLane(statementRow(interval, tables), one)).toMatchObject({ at: 2750, interval: [2500, 3000] });
    expect(statementLane(statementRow(own, tables), percent)).toMatchObject({ text: "1%", evidence: own.id });
    const silent = figureRow({ id: "sputnik.b", comparator: "unquantified" });
    expect(statementLane(statementRow(silent, tables), one).at).toBe(0);
  });
});

describe("picking", () => {
  it("names the chart and what it lacks", () => {
    expect(() => pickFigure("a-chart", tables, "izvestia.gone")).toThrow(
      'figure "a-chart" needs the figure "izvestia.gone", which the ledger does not have'
    );
    expect(() => pickDerived("a-chart", tables, "derived.gone")).toThrow('the derived quantity "derived.gone"');
    expect(() => oneValue("a-chart", { id: "x.y", value: null })).toThrow('one value of "x.y"');
    expect(() => firstOf("a-chart", "count", [])).toThrow('figure "a-chart" has no count');
    expect(() => holds("a-chart", "the title", false)).toThrow('no longer bear out "the title"');
  });
});
