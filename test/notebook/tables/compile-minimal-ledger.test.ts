import { describe, expect, test } from "vitest";
import { compileTables } from "../../../src/notebook/tables/tables.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";

describe("rows of the minimal ledger", () => {
  const minimal = compileTables(minimalLedger());

  test("a figure has its names, its canonical amount and its chain up to the publisher", () => {
    expect(minimal.figures.rows[1]).toEqual({
      id: "gazette.production",
      source: "gazette",
      source_name: "The Gazette, 2025-03-31",
      publisher: "gazette-outlet",
      publisher_name: "The Gazette",
      published: "2025-03-31",
      paragraph: 4,
      place: null,
      series: null,
      marks: [],
      edition: null,
      edition_of: null,
      current: true,
      reading: "text",
      url: "https://gazette.example/how-much",
      also: [],
      printed: "2,500 tons",
      metric: "production",
      metric_label: "production",
      subject: "russia",
      subject_name: "Russia",
      material: "rare-earths",
      material_label: "rare earths",
      basis: "not-stated",
      basis_label: "basis not stated",
      form: null,
      form_label: null,
      low: 2500,
      value: 2500,
      high: 2500,
      comparator: "=",
      unit: "t/yr",
      unit_label: "tonnes a year",
      corrected_from: null,
      correction: null,
      period: "2024",
      period_inferred: null,
      said_inferred: null,
      status: "stated",
      speaker: "minister",
      speaker_name: "Anna Minister",
      speaker_kind: "official",
      speaker_kind_label: "government official",
      chain: ["wire", "gazette-outlet"],
      chain_inferred: null,
      voice: "reported",
      condition: null,
      says: "The minister names the output."
    });
    expect(minimal.figures.rows[0]).toMatchObject({ also: [5, 7], value: 28_500_000, unit: "t" });
    expect(minimal.figures.rows[3]).toMatchObject({ low: null, value: null, high: 1, comparator: "<" });
  });

  test("a position has its names and its repeats", () => {
    expect(minimal.positions.rows[1]).toEqual({
      id: "relay.doubt",
      source: "relay",
      source_name: "The Relay, 2025-04",
      publisher: "relay-outlet",
      publisher_name: "The Relay",
      paragraph: 4,
      also: [6],
      speaker: "relay-outlet",
      speaker_name: "The Relay",
      speaker_kind: "trade-press",
      speaker_kind_label: "trade press",
      subject: "russia",
      subject_name: "Russia",
      topic: "press",
      topic_label: "The press",
      topic_short: "Press",
      topic_column: null,
      stance: "sceptical",
      obstacle: null,
      obstacle_label: null,
      voice: "authorial",
      chain: ["relay-outlet"],
      chain_inferred: null,
      paraphrase: "The other outlet is no witness."
    });
  });

  test("a position that is repeated in other words has the paragraph alone", () => {
    const ledger = minimalLedger({
      file: "relay",
      replace: "    also: [6]",
      with: "    also: [6, { paragraph: 8, printed: no witness }]"
    });
    expect(compileTables(ledger).positions.rows[1]?.also).toEqual([6, 8]);
  });

  test("a source whose title is unknown has the working title, and says so", () => {
    expect(minimal.sources.rows.map(({ title, title_known }) => [title, title_known])).toEqual([
      ["How much is there?", true],
      ["A second count", false],
      ["Summaries", true],
      ["Summaries", true]
    ]);
    expect(minimal.sources.rows[1]).toMatchObject({ authors: null, country: null, published_qualifier: "inferred" });
  });

  test("a speaker has the publications that it is heard in", () => {
    expect(
      minimal.speakers.rows.map(({ id, heard_in, figures, positions }) => [id, heard_in, figures, positions])
    ).toEqual([
      ["minister", ["gazette"], 2, 1],
      ["agency", [], 0, 0],
      ["survey", ["relay", "survey-2025", "survey-2026"], 6, 0],
      ["wire", [], 0, 0],
      ["gazette-outlet", [], 0, 0],
      ["relay-outlet", ["relay"], 1, 1]
    ]);
  });

  test("an event has its passages", () => {
    expect(minimal.events.rows).toMatchObject([{ id: "offer", passages: ["gazette ¶2"], inferred: null }]);
  });
});

test("events of one day are in order of their names, whichever is written first", () => {
  const [offer] = minimalLedger().events;
  if (!offer) throw new Error("the minimal ledger has an event");
  const events = ["b", "c", "a"].map((id) => ({ ...offer, id }));
  const { rows } = compileTables({ ...minimalLedger(), events }).events;
  expect(rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

test("a ledger without records makes tables without rows", () => {
  const sources = minimalLedger().sources.map((source) => ({ ...source, figures: [], positions: [] }));
  const bare = compileTables({ ...minimalLedger(), sources, derivations: [], events: [] });
  expect(bare.figures.rows).toEqual([]);
  expect(bare.positions.rows).toEqual([]);
  expect(bare.sources.rows.filter(({ figures, positions }) => figures + positions > 0)).toEqual([]);
  expect(compileTables({ ...minimalLedger(), sources: [], derivations: [] }).sources.rows).toEqual([]);
});

test("a unit that no vocabulary knows is a fault of the program, since the ledger is checked before", () => {
  const ledger = minimalLedger();
  const units = ledger.vocabulary.units.filter(({ id }) => id !== "Mt");
  expect(() => compileTables({ ...ledger, vocabulary: { ...ledger.vocabulary, units } })).toThrow(
    "figure gazette.reserves has unit Mt, which a checked ledger cannot have"
  );
});
