import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { type ReadStory, readStory } from "../../../src/notebook/build/story.ts";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { readLedgerFiles } from "../../../src/notebook/ledger/read-ledger.ts";
import { type Change, minimalFiles } from "../ledger/minimal-ledger.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const story = await readStory(".");

interface Written {
  path: string;
  text: string | Uint8Array;
}

function notebook(files: readonly Written[]): string {
  const root = temporaryFolder();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const noStory: ReadStory = { figures: [], models: [], files: [], unread: [], faults: [], hash: "" };

const linesAt = (root: string, code = noStory): string[] =>
  sortFaults(inspect(root, { title: "A notebook" }, code).faults).map(formatFault);

/** A page's file; its text starts at line 4, and its heading stands under it. */
const pageWith = (text: string): Written => ({ path: "src/index.md", text: `---\ntitle: P\n---\n${text}\n\n# P\n` });

const linesFor = (text: string, ...changes: Change[]): string[] =>
  linesAt(notebook([...minimalFiles(...changes), pageWith(text)]));

/** The same with one file of the ledger replaced, or left out where its text is null. */
function linesWith(name: string, text: string | Uint8Array | null, page = ""): string[] {
  const path = `data/ledger/${name}.yaml`;
  const others = minimalFiles().filter((file) => file.path !== path);
  return linesAt(notebook([...others, ...(text === null ? [] : [{ path, text }]), pageWith(page)]));
}

/** Names every record that a page can name, and draws a figure. */
const everything =
  "{{gazette.reserves}} {{gazette.production}} {{relay.share}} {{survey-2025.production.world.2023}} {{derived.reserve-life}}\n";

test("a sound notebook has no fault", () => {
  expect(linesFor(everything)).toEqual([]);
});

test("faults of every layer come in one run", () => {
  const page = "{{gazette.reservs}} and 28.5 million tonnes.\n\n```key-numbers\n- numbr: relay.share\n```\n";
  const ledger = minimalFiles(
    { file: "places", replace: "within: world", with: "within: wrld" },
    { file: "speakers", replace: "role: minister", with: "role: minister: of mines" },
    { file: "survey-2026", replace: "metric: reserves", with: "metric: reservs" },
    { file: "survey-2025", replace: "2023: 0.6 e r", with: "2023: 0.6 q" },
    { file: "events", replace: '"2025-02-24"', with: '"2025-02-30"' },
    { file: "relay", replace: "stance: sceptical", with: "stance: gloomy" }
  );
  const unclosed = { path: "src/unclosed.md", text: "---\ntitle: [\n---\n" };
  const lines = linesAt(notebook([...ledger, pageWith(page), unclosed]));
  expect(lines.map((line) => line.split(" ", 1)[0])).toEqual([
    "data/ledger/events.yaml:3:11",
    "data/ledger/places.yaml:3:56",
    "data/ledger/relay.yaml:56:13",
    "data/ledger/speakers.yaml:2:78",
    "data/ledger/survey-2025.yaml:36:22",
    "data/ledger/survey-2026.yaml:17:13",
    "src/index.md:4:1",
    "src/index.md:4:25",
    "src/index.md:7:1",
    "src/unclosed.md:3:1",
    "src/unclosed.md:3:4"
  ]);
});

test("front matter that is at fault hides nothing of what stands below it, and makes no fault of links to its page", () => {
  const other = "---\ntitel: P\n---\n# P\n\n{{gazette.reservs}}\n\n```verdict productoin\n```\n";
  const lines = linesAt(
    notebook([...minimalFiles(), pageWith("[There](./other)"), { path: "src/other.md", text: other }])
  );
  expect(lines.map((line) => line.split("; ", 1)[0])).toEqual([
    "src/other.md:2:1 the front matter has no title",
    'src/other.md:2:8 "titel" is no key of a page',
    'src/other.md:6:1 no number is called "gazette.reservs"',
    'src/other.md:8:12 no verdict is called "productoin"'
  ]);
});

test("a comparison that finds nothing any more is one fault, and none of the page that shows it", () => {
  const lines = linesFor("```comparison reserves\n```\n\n```comparison reservs\n```\n", {
    file: "comparisons",
    replace: "finds: { metric: reserves, subject: russia,",
    with: "finds: { metric: reserves, subject: world,"
  });
  expect(lines.filter((line) => line.startsWith("src/")).map((line) => line.split("; ", 1)[0])).toEqual([
    'src/index.md:7:1 no comparison is called "reservs"'
  ]);
});

test("a correction of a page that there is not is told where it is written", () => {
  const text = "# Changes\n\n## Corrections\n\n- 2026-02-30 `src/indx.md` Shown: a. Right: b.\n";
  expect(linesAt(notebook([...minimalFiles(), pageWith(""), { path: "docs/changes.md", text }]))).toEqual([
    'docs/changes.md:5:3 "2026-02-30" is no day of the calendar; write year, month and day, as in 2026-01-31',
    'docs/changes.md:5:15 no page is written in "src/indx.md"; did you mean "src/index.md"?'
  ]);
});

describe("what rests on the ledger is checked on its sound part", () => {
  test("a verdict, a comparison and a page, whatever is wrong with another record", () => {
    expect(
      linesFor(
        "There are 28.5 million tonnes.\n",
        { file: "survey-2026", replace: "metric: reserves", with: "metric: reservs" },
        { file: "comparisons", replace: "    allowed: Two counts are set side by side.\n", with: "" },
        { file: "verdicts", replace: "gazette.production: 2500", with: "gazette.production: 2600" }
      ).map((line) => line.split(" ", 1)[0])
    ).toEqual([
      "data/ledger/comparisons.yaml:4:11",
      "data/ledger/survey-2026.yaml:17:13",
      "data/ledger/verdicts.yaml:7:37",
      "src/index.md:4:11"
    ]);
  });

  test("a derivation that comes to nothing, and pages without it", () => {
    expect(
      linesFor("{{derived.reserve-ratio}} {{gazette.reservs}}\n", {
        file: "derivations",
        replace: "    allowed: Two counts are set side by side.\n",
        with: ""
      }).map((line) => line.split(" ", 1)[0])
    ).toEqual(["data/ledger/derivations.yaml:8:5", "src/index.md:4:27"]);
  });
});

describe("one fault makes no other", () => {
  test.each<[string, Change]>([
    ["an unknown metric", { file: "gazette", replace: "metric: production", with: "metric: prodution" }],
    ["a unit that does not fit", { file: "gazette", replace: "unit: t/yr", with: "unit: t" }],
    ["a value that is not printed", { file: "gazette", replace: "value: 28.5", with: "value: 29" }],
    ["a comparator that does not fit", { file: "relay", replace: "    high: 1\n", with: "    value: 1\n" }],
    ["a figure without its metric", { file: "gazette", replace: "    metric: production\n", with: "" }],
    ["a table whose unit is unknown", { file: "survey-2025", replace: "unit: kt/yr", with: "unit: kt/y" }],
    ["a cell that is none", { file: "survey-2025", replace: "0.6 e r", with: "0.6 q" }],
    ["a speaker without a name", { file: "speakers", replace: "name: Anna Minister, ", with: "" }],
    ["a unit without a factor", { file: "vocabulary", replace: "factor: 1000000, ", with: "" }],
    ["a larger unit that is unknown", { file: "vocabulary", replace: "large: [Mt]", with: "large: [Mtt]" }],
    ["a form that is unknown", { file: "vocabulary", replace: "forms: [oxide, metal]", with: "forms: [oxyde, metal]" }],
    ["a comparison with another kind", { file: "comparisons", replace: "kind: conflict", with: "kind: conflct" }],
    ["a comparison of nothing known", { file: "comparisons", replace: "metric: reserves", with: "metric: reservs" }],
    ["a verdict with another word", { file: "verdicts", replace: "verdict: supported", with: "verdict: right" }],
    ["a calculation that is none", { file: "derivations", replace: "function: ratio", with: "function: rato" }],
    ["a correction of nothing", { file: "survey-2026", replace: "world.2026\n", with: "world.2027\n" }],
    ["a publication’s identity", { file: "gazette", replace: "language: en", with: "language: English" }],
    ["a release’s identity", { file: "survey-2025", replace: "language: en", with: "language: English" }],
    ["editions in a circle", { file: "survey-2025", replace: "supersedes: null", with: "supersedes: survey-2025" }]
  ])("%s", (_, change) => {
    expect(linesFor(everything, change)).toHaveLength(1);
  });

  test("an identity that cannot be read hides no fault of the records below it", () => {
    expect(
      linesFor(
        everything,
        { file: "gazette", replace: "language: en", with: "language: English" },
        { file: "gazette", replace: "metric: production", with: "metric: prodution" }
      ).map((line) => line.split(" ", 1)[0])
    ).toEqual(["data/ledger/gazette.yaml:7:13", "data/ledger/gazette.yaml:37:13"]);
  });
});

describe("a file that cannot be read is one fault", () => {
  const names = minimalFiles().map(({ path }) => path.replace(/^.*\/(.*)\.yaml$/, "$1"));

  test.each(["vocabulary", "speakers"])("%s is missing", (name) => {
    expect(linesWith(name, null)).toEqual([
      `data/ledger/${name}.yaml:1:1 there is no such file; add it; docs/ledger.md says what it holds`
    ]);
  });

  test.each<[string, string[]]>([
    [
      "derivations",
      [
        'data/ledger/choices.yaml:6:42 nothing is calculated from "gazette.reserves"; name a figure that a derivation takes',
        'data/ledger/choices.yaml:6:99 "derived.reserve-ratio" is not among the derivations; use one that data/ledger/derivations.yaml knows, or add it there',
        'src/index.md:4:99 no number is called "derived.reserve-life"; use one that data/ledger/ knows, or add it there'
      ]
    ],
    [
      "comparisons",
      [
        "data/ledger/relay.yaml:19:5 nobody has judged that it disagrees with gazette.reserves; paste - { id: comparison.reserves-of-russia, finds: { metric: reserves, subject: russia, material: rare-earths } } into comparisons.yaml, with title, kind, word, explanation, allowed"
      ]
    ],
    [
      "verdicts",
      [
        'data/ledger/gazette.yaml:34:9 nothing answers the claim "gazette.production"; add a comparison or a verdict, or under nothing_to_compare in data/ledger/verdicts.yaml: { figure: gazette.production, reason: … }',
        'data/ledger/relay.yaml:34:9 nothing answers the claim "relay.share"; add a comparison or a verdict, or under nothing_to_compare in data/ledger/verdicts.yaml: { figure: relay.share, reason: … }'
      ]
    ]
  ])("%s is missing: each place that wants it says so", (name, lines) => {
    expect(linesWith(name, null, everything)).toEqual(lines);
  });

  test.each(["events", "choices"])("%s, which nothing refers to, needs no file", (name) => {
    expect(linesWith(name, null)).toEqual([]);
  });

  test("without the places, what lies in them says so", () => {
    const lines = linesWith("places", null);
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(line).toMatch(/ "\w+" is not among the places; .* data\/ledger\/places\.yaml /);
  });

  test.each(names)("%s is empty", (name) => {
    expect(linesWith(name, "")).toEqual([expect.stringMatching(/:1:1 is not a mapping; start it with /)]);
  });

  const broken: [string, (text: string) => string | Uint8Array, string][] = [
    ["is not UTF-8", (text) => Buffer.from(`${text}# caf\u00e9\n`, "latin1"), "is not UTF-8"],
    ["starts with a byte-order mark", (text) => `\uFEFF${text}`, "byte-order mark"],
    ["is indented by tabs", (text) => text.replace("\n  ", "\n\t"), "Tabs are not allowed"],
    ["misnames a list", (text) => text.replace(/^(\w+):(?= \[\]|\n {2}-)/m, "$1x:"), "unknown key"],
    ["gives a key twice", (text) => `${text}${text}`, "unique"],
    ["holds aliases", (text) => `${text}more: [&a [1], *a]\n`, "refers to another place"],
    ["holds two documents", (text) => `${text}---\n${text}`, "multiple documents"]
  ];
  test.each(broken)("that %s", (_, breaking, message) => {
    for (const { path, text } of minimalFiles()) {
      const name = path.replace(/^.*\/(.*)\.yaml$/, "$1");
      const lines = linesWith(name, breaking(text), everything);
      expect(lines.join("\n")).toContain(message);
      expect(lines.filter((line) => !line.startsWith(`${path}:`))).toEqual([]);
    }
  });

  test("without the folder there is one line", () => {
    expect(() => linesAt(notebook([]))).toThrow(
      /^data\/ledger:1:1 there is no such folder; run this where README\.md lies$/
    );
  });

  test("without a folder of pages there is one line", () => {
    expect(linesAt(notebook(minimalFiles()))).toEqual([
      "src:1:1 there is no such folder; put the pages into it: src/index.md is the first"
    ]);
  });

  test("a page that is not UTF-8", () => {
    const page = { path: "src/index.md", text: Buffer.from("# Caf\u00e9\n", "latin1") };
    expect(linesAt(notebook([...minimalFiles(), page]))).toEqual([
      "src/index.md:1:6 is not UTF-8; save it in that encoding"
    ]);
  });
});

describe("a number that is none", () => {
  test.each([
    [".nan", "NaN; it must be a number"],
    [".inf", "Infinity; it must be a number"],
    ["-.inf", "-Infinity; it must be a number"],
    ["1e400", "Infinity; it must be a number"],
    ["28500000000000000000000", "2.85e+22; no quantity here is so large"]
  ])("%s", (written, said) => {
    expect(linesFor(everything, { file: "gazette", replace: "value: 28.5", with: `value: ${written}` })).toEqual([
      `data/ledger/gazette.yaml:25:12 "value" is ${said}`
    ]);
  });
});

test("whatever is struck from the ledger, the check ends with lines, never with a stack trace", () => {
  const files = readLedgerFiles(".");
  const root = temporaryFolder();
  cpSync("src", join(root, "src"), { recursive: true, filter: (path) => !/\.observablehq|fonts/.test(path) });
  const strike = fc.tuple(fc.nat(files.length - 1), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  fc.assert(
    fc.property(strike, ([index, place]) => {
      rmSync(join(root, "data"), { recursive: true, force: true });
      mkdirSync(join(root, "data/ledger"), { recursive: true });
      for (const [at, { path, text }] of files.entries()) {
        const lines = text.split("\n");
        if (at === index) lines.splice(Math.floor(place * lines.length), 1);
        writeFileSync(join(root, path), lines.join("\n"));
      }
      for (const line of linesAt(root, story)) expect(line).toMatch(/^(?:data|src)\/\S+:\d+:\d+ .+; .+$/);
    }),
    { numRuns: 8, endOnFailure: true }
  );
}, 120_000);
