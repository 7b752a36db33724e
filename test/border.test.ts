import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { realLedger } from "./real-ledger.ts";
import { figures, models } from "./story.ts";

/** The machine and the story: who imports whom, and that the machine names nothing of the story. */

const machine = "src/notebook";
const border = `${machine}/index.ts`;

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort();

/** Paths of the project that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) => path);
  return specifiers.map((path) => relative(".", join(dirname(file), path)));
}

test("the machine imports nothing of the story", () => {
  const files = filesIn(machine, /\.[jt]s$/);
  expect(files.length).toBeGreaterThan(100);
  const crossing = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => !path.startsWith(`${machine}/`))
      .map((path) => `${file} imports ${path}`)
  );
  expect(crossing).toEqual([]);
});

test("configuration, figures, models and data loaders import the machine through its index alone", () => {
  const story = ["src/figures", "src/models", "src/data"].flatMap((folder) => filesIn(folder, /\.ts$/));
  const files = ["observablehq.config.ts", ...story];
  expect(files.length).toBeGreaterThan(20);
  const crossing = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => path.startsWith(machine) && path !== border)
      .map((path) => `${file} imports ${path}`)
  );
  expect(crossing).toEqual([]);
});

/** Ids of the story that are words of the language, or of the machine, as well. */
const ordinary: readonly { words: string; why: string }[] = [
  {
    words: "none not-stated % 1 yr e r x i incl NA W world country bloc group region city",
    why: "terms that every vocabulary has"
  },
  { words: "official statistic expert independent", why: "English for voices; statistic is also a status of a figure" },
  { words: "estimated oxide metal ore cost demand environment technology plant plants press", why: "English" },
  { words: "capacity count multiple rank rate price production imports exports consumption stocks", why: "English" },
  { words: "resources market part net trade h t kg kt Mt growth-per-year", why: "English, signs of units, or a sum" },
  { words: "edition survey 2024 2025 2026", why: "English, and years in examples" },
  {
    words:
      "chain data index source-[id] search explore positions sources methods timeline disagreements 404 gap goal life",
    why: "parts of any notebook"
  }
];
const ordinaryWords = new Set(ordinary.flatMap(({ words }) => words.split(" ")));

/** What the story calls its records, pages, figures and models. */
function idsOfStory(): Set<string> {
  const ledger = realLedger();
  const records: readonly (readonly { id: string }[])[] = [
    ...Object.values(ledger.vocabulary),
    ledger.speakers,
    ledger.places,
    ledger.sources,
    ledger.events,
    ledger.derivations,
    ledger.choices,
    ...ledger.choices.map(({ options }) => options),
    ledger.comparisons,
    ledger.verdicts,
    ...ledger.sources.flatMap(({ figures, positions, series }) => [figures, positions, series])
  ];
  const pages = filesIn("src", /\.md$/).map((path) => relative("src", path).replace(/\.md$/, ""));
  return new Set([...records.flat().map(({ id }) => id), ...[...figures, ...models].map(({ name }) => name), ...pages]);
}

/** How the story calls people, places, sources and what they are about. */
function namesOfStory(): Set<string> {
  const { speakers, places, sources, vocabulary, choices } = realLedger();
  const named = [
    ...speakers.flatMap(({ name, name_short, name_native }) => [name, name_short, name_native]),
    ...places.map(({ name }) => name),
    ...sources.flatMap(({ title, title_supplied, edition }) => [title, title_supplied, edition]),
    ...vocabulary.materials.map(({ label }) => label),
    ...vocabulary.kinds.map(({ label }) => label),
    ...choices.map(({ question }) => question),
    ...filesIn("src", /\.md$/).flatMap((path) => /^title: "?(.*?)"?$/m.exec(readFileSync(path, "utf8"))?.[1])
  ];
  return new Set(named.filter((name) => name !== undefined && name !== null && !ordinaryNames.has(name)) as string[]);
}

/** Names that any notebook may use. */
const ordinaryNames = new Set([
  // Pages that show a whole table, as of any notebook.
  ...[
    "Search",
    "Take the data",
    "Explore",
    "Sources",
    "Data",
    "Methods",
    "Timeline",
    "Positions",
    "Disagreements",
    "Page not found"
  ],
  // Terms that every vocabulary has.
  ...["no material", "World", "world"],
  // Statements that are nobody's own.
  "this notebook"
]);

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** Where the machine's text holds one of the words, whole. */
function placesOf(words: Iterable<string>): string[] {
  const files = rooms
    .flatMap((room) => filesIn(join(machine, room), /\.(?:[jt]s|css)$/))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const whole = files.map(({ text }) => text).join("\n");
  const found = [...words].filter((word) => whole.includes(word));
  return found.flatMap((word) => {
    const pattern = new RegExp(`(?<![\\p{L}\\d.-])${literal(word)}(?![\\p{L}\\d-])`, "u");
    return files.flatMap(({ file, text }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} "${word}"`] : []))
    );
  });
}

/** The rooms of the machine that are looked through. */
const rooms = ["ledger", "tables", "words", "kit", "page", "browser", "build", "style"];

describe("the machine names nothing of the story", () => {
  const ids = idsOfStory();

  test("no record, term, page, figure or model by its id", () => {
    expect(ids.size).toBeGreaterThan(1000);
    expect(placesOf([...ids].filter((id) => !ordinaryWords.has(id)))).toEqual([]);
  });

  test("no speaker, place, source, material, kind or page by its name", () => {
    const names = namesOfStory();
    expect(names.size).toBeGreaterThan(100);
    expect(placesOf(names)).toEqual([]);
  });

  test("and each word that is let pass is an id of the story", () => {
    expect([...ordinaryWords].filter((word) => !ids.has(word))).toEqual([]);
  });
});
