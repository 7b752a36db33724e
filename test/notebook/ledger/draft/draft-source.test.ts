import { expect, test } from "vitest";
import { readArticle } from "../../../../src/notebook/ledger/draft/article.ts";
import { draftSource } from "../../../../src/notebook/ledger/draft/draft-source.ts";
import { realLedger } from "../../../real-ledger.ts";

const identity = {
  id: "post",
  title: null,
  publisher: "The Harbour Post",
  url: null,
  date: "2025-11-02",
  authors: null,
  language: "en",
  sha256: "0".repeat(64)
};

const draft = (text: string, language = "en") =>
  draftSource(readArticle(new TextEncoder().encode(text), "post.txt"), { ...identity, language }, realLedger());

const english = `Greenland Waits
Greenland’s reserves come to 1.5 million tons, according to the US Geological Survey. “We could produce about 20 thousand tons a year by 2030,” said Mette Holm, who heads the company.
China mined 270,000 tons of rare earths in 2024, Vladimir Putin told the paper. He added that Russia would make up to 5% of world output.
Greenland’s reserves of 1.5 million tons are untouched, and nobody lives there.
Peter Arkell believes that the ice will be in the way.`;

test("a statement of a quantity becomes a record with its place, amount, unit, subject and speaker", () => {
  const [reserves, output] = draft(english).figures;
  expect(reserves).toMatchObject({
    paragraph: 2,
    printed: "1.5 million tons",
    value: 1.5,
    unit: "Mt",
    metric: "reserves",
    subject: "greenland",
    speaker: "usgs",
    voice: "reported",
    also: [4]
  });
  expect(output).toMatchObject({
    printed: "about 20 thousand tons a year",
    value: 20,
    comparator: "~",
    unit: "kt/yr",
    period: "2030",
    speaker: "mette-holm",
    voice: "quoted"
  });
});

test("a pronoun goes on with the one who spoke before", () => {
  const share = draft(english).figures.find(({ unit }) => unit === "%");
  expect(share).toMatchObject({ high: 5, comparator: "<=", speaker: "vladimir-putin", metric: "share-of-output" });
});

test("a speaker whom the ledger does not know, and its publisher, become stubs to be looked at", () => {
  expect(draft(english).speakers).toEqual([
    expect.objectContaining({ id: "the-harbour-post-outlet", type: "publication", review: expect.any(Array) }),
    expect.objectContaining({ id: "mette-holm", name: "Mette Holm", type: "person", review: expect.any(Array) })
  ]);
});

test("each figure names what of it is a guess, and its words are always to be looked at", () => {
  for (const { review } of draft(english).figures) expect(review).toContain("says");
});

test("a statement without a number becomes a position in nobody’s words", () => {
  expect(draft(english).positions).toEqual([
    expect.objectContaining({
      paragraph: 5,
      speaker: "peter-arkell",
      stance: "describes",
      paraphrase: "To be put into our words."
    })
  ]);
});

test("a number that is no quantity is left out with a reason, so that every number of the text is accounted for", () => {
  expect(
    draft("Founded in 1989\nThe company was founded in 1989 and has a seat in the old town hall.").left_out
  ).toEqual([
    { paragraph: 1, printed: "1989", reason: "A year." },
    { paragraph: 2, printed: "1989", reason: "A year." }
  ]);
});

test("a Russian article is drafted as an English one", () => {
  const { figures } = draft(
    "Россия наращивает добычу\nПо словам главы Роснедр Олега Казанова, запасы редкоземельных металлов России составляют 28,5 млн тонн, а потребление — около 2 тыс. тонн в год.",
    "ru"
  );
  expect(
    figures.map(({ value, comparator = "=", unit, metric, subject, speaker }) => [
      value,
      comparator,
      unit,
      metric,
      subject,
      speaker
    ])
  ).toEqual([
    [28.5, "=", "Mt", "reserves", "russia", "oleg-kazanov"],
    [2, "~", "kt/yr", "consumption", "russia", "oleg-kazanov"]
  ]);
});

test("speakers whose names are in Cyrillic become stubs of their own", () => {
  const { speakers } = draft(
    "Порт\nПо словам Ивана Петрова, порт принял 5 млн тонн. По словам Анны Орловой, он примет 6 млн тонн.",
    "ru"
  );
  expect(speakers.slice(1).map(({ id }) => id)).toEqual(["ivana-petrova", "anny-orlovoy"]);
});

test("what is drafted twice is the same", () => {
  expect(JSON.stringify(draft(english))).toBe(JSON.stringify(draft(english)));
});
