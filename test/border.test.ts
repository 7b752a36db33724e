import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { realLedger } from "./real-ledger.ts";
import { figures, models } from "./story.ts";

/** The machine and the story: who imports whom, as docs/architecture.md says, and that the machine names nothing of the story. */

const machine = "src/notebook";

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort();

/** A row of the table of rooms in docs/architecture.md. */
interface Room {
  /** `src/notebook/kit/`, `src/notebook/index.ts`. */
  path: string;
  /** The same as other rows name it: `kit`, `index.ts`. */
  name: string;
  /** The names of rooms that it may import, and packages. */
  uses: readonly string[];
  usesAnyPackage: boolean;
  never: string;
}

const inBackticks = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

const rooms = [...readFileSync("docs/architecture.md", "utf8").matchAll(/^\| `(.+)` \|(.+)\|(.+)\|(.+)\|$/gm)].map(
  ([, path = "", , uses = "", never = ""]): Room => ({
    path,
    name: path.replace(`${machine}/`, "").replace(/\/$/, ""),
    uses: inBackticks(uses),
    usesAnyPackage: uses.includes("any package"),
    never: never.trim()
  })
);

/** The room of a file: that of the narrowest row. */
const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ path }) => file.startsWith(path)).sort((a, b) => b.path.length - a.path.length)[0];

const isCode = (file: string): boolean => /\.[jt]s$/.test(file) && !file.endsWith(".d.ts");
const files = ["observablehq.config.ts", ...filesIn("src", /\.[jt]s$/)].filter(
  (file) => isCode(file) && !file.startsWith("src/.observablehq")
);

/** What a file imports: files of the project by their paths from its root, packages by their names. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const whole = [
    ...text.matchAll(/^(?:import\b|export\s+(?:type\s+)?[*{])[^"';]*"([^"]+)"/gm),
    ...text.matchAll(/\bimport\("([^"]+)"\)/g)
  ];
  return whole.map(([, specifier = ""]) => {
    if (specifier.startsWith(".")) return relative(".", join(dirname(file), specifier));
    return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  });
}

/** An import that leads out of its room: to another room, or to a package. */
interface Crossing {
  file: string;
  from: Room;
  to: string;
}

const crossings = files.flatMap((file): Crossing[] => {
  const from = roomOf(file);
  if (!from) return [];
  return importsOf(file)
    .map((path) => ({ file, from, to: /^(?:src|data|test)\//.test(path) ? (roomOf(path)?.name ?? path) : path }))
    .filter(({ to }) => to !== from.name);
});

// The story's figures and models reach the browser's scripts under these names, without being imported by the machine.
const isPackage = (name: string): boolean =>
  !/^(?:node|notebook):/.test(name) && !rooms.some((room) => room.name === name);

const told = (some: readonly Crossing[]): string[] => some.map(({ file, to }) => `${file} imports ${to}`);

describe("the table of rooms in docs/architecture.md", () => {
  test("has a row for each folder of the machine that holds code or style, and each file stands in a room", () => {
    const folders = readdirSync(machine).filter((name) =>
      filesIn(machine, /\.(?:[jt]s|css)$/).some((file) => file.startsWith(`${machine}/${name}/`))
    );
    const named = rooms.filter(({ path }) => path.startsWith(machine)).map(({ name }) => name);
    expect(folders.length).toBeGreaterThan(5);
    expect([...folders, "index.ts"].sort()).toEqual(named.sort());
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });

  test("names every room that a room imports", () => {
    const unnamed = crossings.filter(
      ({ from, to }) =>
        !to.startsWith("node:") && !to.startsWith("notebook:") && !isPackage(to) && !from.uses.includes(to)
    );
    expect(told(unnamed)).toEqual([]);
  });

  test("names every package that a room imports", () => {
    const unnamed = crossings.filter(
      ({ from, to }) => isPackage(to) && !from.usesAnyPackage && !from.uses.includes(to)
    );
    expect(told(unnamed)).toEqual([]);
  });

  test("names nothing that is not imported", () => {
    const idle = rooms.flatMap(({ name, uses }) =>
      uses
        .filter((used) => !crossings.some(({ from, to }) => from.name === name && to === used))
        .map((used) => `${name}: ${used}`)
    );
    expect(idle).toEqual([]);
  });

  test("lets a room use only rooms above it", () => {
    const names = rooms.map(({ name }) => name);
    const upwards = rooms.flatMap(({ name, uses }, row) =>
      uses.filter((used) => names.indexOf(used) > row).map((used) => `${name}: ${used}`)
    );
    expect(upwards).toEqual([]);
  });

  test("has no circle of files, not even of their types", () => {
    const after = new Map<string, readonly string[]>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      if (way.includes(file) || after.has(file)) return;
      const next = importsOf(file).filter((path) => files.includes(path));
      for (const one of next) follow(one, [...way, file]);
      after.set(file, next);
    };
    for (const file of files) follow(file, []);
    expect(after.size).toBeGreaterThan(200);
    expect(circles).toEqual([]);
  });

  test("keeps Framework and files out of the rooms that it keeps them out of", () => {
    const breaches = crossings.filter(
      ({ from, to }) =>
        (from.never.includes("knows Framework") && to === "@observablehq/framework") ||
        (from.never.includes("opens files") && /^node:(?:fs|child_process)/.test(to))
    );
    expect(told(breaches)).toEqual([]);
    expect(rooms.filter(({ never }) => never.includes("opens files")).length).toBeGreaterThan(3);
    expect(crossings.some(({ to }) => to === "@observablehq/framework")).toBe(true);
  });
});

/** Ids of the story that are words of the language, or of the machine, as well. */
const ordinary: readonly { words: string; why: string }[] = [
  { why: "a currency’s code, as ISO 4217 has it", words: "USD" },
  {
    words: "none not-stated % 1 yr e r x i incl NA W world country bloc group region city",
    why: "terms that every vocabulary has"
  },
  { words: "official statistic expert independent", why: "English for voices; statistic is also a status of a figure" },
  { words: "estimated oxide metal ore cost demand environment technology plant plants press", why: "English" },
  { words: "capacity multiple planned rank rate price production imports exports consumption stocks", why: "English" },
  { words: "resources market part net trade h t kg kt Mt growth-per-year", why: "English, signs of units, or a sum" },
  { words: "edition 2024 2025", why: "English, and years in examples" },
  {
    words:
      "chain data index source-[id] search explore positions sources methods glossary timeline disagreements 404 gap goal life",
    why: "parts of any notebook"
  }
];
const ordinaryWords = new Set(ordinary.flatMap(({ words }) => words.split(" ")));

/** What the story calls its pages, figures and models. */
const called = new Set([
  ...[...figures, ...models].map(({ name }) => name),
  ...filesIn("src", /\.md$/).map((path) => relative("src", path).replace(/\.md$/, ""))
]);

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
  return new Set([...records.flat().map(({ id }) => id), ...called]);
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
    "Glossary",
    "Timeline",
    "Positions",
    "Disagreements",
    "Page not found"
  ],
  // Terms that every vocabulary has.
  ...["no material", "World", "world"],
  // Statements that are nobody's own.
  "this notebook",
  // The page that `npm run new` gives as its example, and what it calls a source until its author does.
  ...["Where the wagons go", "A working title"]
]);

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** Where the machine's text holds one of the words, whole. */
function placesOf(words: Iterable<string>): string[] {
  const texts = filesIn(machine, /\.(?:[jt]s|css)$/).map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const whole = texts.map(({ text }) => text).join("\n");
  const found = [...words].filter((word) => whole.includes(word));
  return found.flatMap((word) => {
    const pattern = new RegExp(`(?<![\\p{L}\\d.-])${literal(word)}(?![\\p{L}\\d-])`, "u");
    return texts.flatMap(({ file, text }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} "${word}"`] : []))
    );
  });
}

describe("the machine names nothing of the story", () => {
  const ids = idsOfStory();

  test("no record, term, page, figure or model by its id", () => {
    expect(ids.size).toBeGreaterThan(1000);
    // A page or a figure may be called by any one word, which the machine may well use.
    const isWord = (id: string): boolean => called.has(id) && /^\w+$/.test(id);
    expect(placesOf([...ids].filter((id) => !ordinaryWords.has(id) && !isWord(id)))).toEqual([]);
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
