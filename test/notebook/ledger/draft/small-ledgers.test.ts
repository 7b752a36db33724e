import { describe, expect, test } from "vitest";
import { readArticle } from "../../../../src/notebook/ledger/draft/article.ts";
import { draftSource } from "../../../../src/notebook/ledger/draft/draft-source.ts";
import { slugOf } from "../../../../src/notebook/ledger/draft/names.ts";
import type { Identity } from "../../../../src/notebook/ledger/draft/reading.ts";
import type { Ledger } from "../../../../src/notebook/ledger/schema.ts";
import { lexiconOf } from "../../../../src/notebook/ledger/text/lexicons.ts";
import { minimalLedger } from "../minimal-ledger.ts";

/** Drafts in ledgers that know little, and of articles that say little of themselves. */

const ledger = minimalLedger();
const identity: Identity = {
  id: "post",
  title: null,
  publisher: "The Gazette",
  url: null,
  date: "2025-11-02",
  authors: null,
  language: "en",
  sha256: "0".repeat(64)
};

const draft = (text: string, said: Partial<Identity> = {}, known: Partial<Ledger> = {}) =>
  draftSource(
    readArticle(new TextEncoder().encode(text), "post.txt"),
    { ...identity, ...said },
    { ...ledger, ...known }
  );

const reserves = "Reserves come to 28.5 million tons, and nobody doubts it.";

describe("the publisher", () => {
  test.each([
    ["by its name", "The Gazette"],
    ["by its id", "gazette-outlet"],
    ["by the id that a stub of it would have", "Gazette"]
  ])("is found %s", (_, publisher) => {
    const { source, speakers } = draft(`A heading\n${reserves}`, { publisher });
    expect(source).toMatchObject({ publisher: "gazette-outlet", kind: "trade-press" });
    expect(speakers).toEqual([]);
  });

  test("is to be named where nothing names it, and is of the last kind where no publication has one", () => {
    const { source, speakers } = draft(`A heading\n${reserves}`, { publisher: null }, { speakers: [] });
    expect(source.publisher).toBe("publisher-outlet");
    expect(speakers).toEqual([
      expect.objectContaining({ id: "publisher-outlet", name: "the publisher, to be named", kind: "trade-press" })
    ]);
  });
});

test("a ledger without places is given the world, which is then what is spoken of", () => {
  const { figures, positions, places } = draft(
    `A heading\n${reserves}\nAnna Minister said that it is plenty.`,
    {},
    { places: [] }
  );
  expect(places).toEqual([{ id: "world", name: "World", type: "world" }]);
  expect([...figures, ...positions].map(({ subject }) => subject)).toEqual(["world", "world"]);
  expect(draft(reserves).places).toEqual([]);
});

test("a ledger without topics has no positions drafted", () => {
  const text = "A heading\nAnna Minister said that it is plenty.";
  expect(draft(text).positions).toHaveLength(1);
  expect(draft(text, {}, { vocabulary: { ...ledger.vocabulary, topics: [] } }).positions).toEqual([]);
});

test("units that the vocabulary lacks are those of the text", () => {
  const vocabulary = { ...ledger.vocabulary, units: [] };
  const { figures } = draft(
    "A heading\nIt sold 2,500 tons a year.\nIt costs $3.40 per pound.\nA quarter of it is lost.\nPrices doubled in spring.",
    {},
    { vocabulary }
  );
  expect(figures.map(({ value, unit }) => [value, unit])).toEqual([
    [2500, "t/yr"],
    [3.4, "USD/lb"],
    [25, "%"],
    [2, "1"]
  ]);
});

describe("the date of an article", () => {
  test.each([
    ["2025-11-02", "day"],
    ["2025-11", "month"],
    ["2025", "year"]
  ])("%s is precise to the %s", (date, precision) => {
    expect(draft(reserves, { date }).source.published).toEqual({ date, precision, qualifier: "exact" });
  });

  test("is the text’s own where none was said, and marked where there is none", () => {
    expect(draft(`2025-03-04\n${reserves}`, { date: null }).source.published).toMatchObject({ date: "2025-03-04" });
    expect(draft(reserves, { date: null }).source.published).toMatchObject({
      qualifier: "inferred",
      reason: expect.stringContaining("No date was found")
    });
  });
});

test("what was done about a text stands in its source: its address, a damaged letter, what repeats", () => {
  const ice = "The second quay is to be opened in the spring, when the ice has gone, the mayor told the paper.";
  const { source } = draft(
    `The portโs plans\nThe portโs reserves arenโt 28.5 million tons, and thatโs known.\nwhen the ice has gone, the mayor told the paper\n${ice}`,
    { url: "https://gazette.example/1" }
  );
  expect(source).toMatchObject({
    url: "https://gazette.example/1",
    damaged_character: "โ",
    duplicates: [{ paragraph: 3, of: [4] }]
  });
});

test("a count in a heading is no statement, not even where the heading comes last", () => {
  const printed = (text: string) => draft(text).figures.map((figure) => figure.printed);
  expect(printed(`${reserves}\nFive Ships Wait`)).toEqual(["28.5 million tons"]);
  expect(printed(`${reserves}\nFive ships wait.`)).toEqual(["28.5 million tons", "Five"]);
});

describe("who is meant", () => {
  const known = {
    speakers: ledger.speakers.map((one) => (one.id === "minister" ? { ...one, role: "minister of energy" } : one))
  };
  const speakersOf = (text: string) =>
    draft(`A heading\n${text}`, {}, known).figures.map(({ speaker, voice }) => `${speaker}, ${voice}`);

  test.each([
    ["a role that the ledger gives somebody", `The energy minister said that ${reserves}`, "minister, reported"],
    [
      "a pronoun after a place",
      `Anna Minister spoke in May. Of Russia she said that reserves come to 28.5 million tons.`,
      "minister, reported"
    ],
    [
      "whoever did what is told in the passive",
      "Reserves of 28.5 million tons were counted by the Geological Survey.",
      "survey, reported"
    ],
    [
      "nobody, where a paper speaks that was not named",
      "The report said that reserves come to 28.5 million tons.",
      "gazette-outlet, authorial"
    ]
  ])("%s", (_, text, speaker) => expect(speakersOf(text)).toEqual([speaker]));

  test("whoever answers, by the letters of a transcript", () => {
    const said = speakersOf(
      "Q: How much is there?\nA: We have 28.5 million tons.\nQ: And gallium?\nA: There are 5 tons."
    );
    expect(said).toEqual(["a, reported", "a, reported"]);
  });

  test("the one person of an interview, also where an answer takes two paragraphs; nobody where none is named", () => {
    const answers =
      "How much is there?\nThere are 28.5 million tons.\nWe dig 2,500 tons a year.\nWhat of gallium?\nThere are 5 tons.\nIs that much?\nNo.";
    expect(speakersOf(`Jo Lund runs the works.\n${answers}`)).toEqual(Array(3).fill("jo-lund, reported"));
    expect(speakersOf(`This is how it went.\n${answers}`)).toEqual(Array(3).fill("gazette-outlet, authorial"));
  });
});

test("a name without a letter has an id all the same", () => {
  expect(slugOf("«…»")).toBe("unnamed");
});

test("a language that is not understood is read as English", () => {
  expect(["ru", "en", "de"].map((language) => lexiconOf(language).language)).toEqual(["ru", "en", "en"]);
});
