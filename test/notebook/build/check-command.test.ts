import { describe, expect, test } from "vitest";
import { type Change, minimalFiles } from "../ledger/minimal-ledger.ts";
import { runCommand } from "./run-command.ts";

const check = (page: string, ...changes: Change[]) =>
  runCommand("check", [
    ...minimalFiles(...changes),
    { path: "src/index.md", text: `---\ntitle: A page\n---\n${page}` },
    { path: "observablehq.config.ts", text: 'export default { title: "A notebook" };\n' }
  ]);

const sound = {
  status: 0,
  printed: ["4 sources, 9 figures, 2 positions, 2 derived quantities, 6 speakers, 1 event: no fault"],
  complaints: []
};

test("a sound notebook is counted, and the command succeeds", () => {
  expect(check("# There are {{gazette.reserves}}\n")).toEqual(sound);
});

test("faults of ledger and pages are lines without a stack trace, sorted and counted, and the command fails", () => {
  const faulty = check(
    "# There are {{relay.reservs}}\n\nAnd 3.8 million tonnes.\n",
    { file: "relay", replace: "    high: 1\n", with: "    value: 1\n" },
    { file: "gazette", replace: "    value: 28.5\n", with: "    value: 29\n" },
    { file: "events", replace: '"2025-02-24"', with: '"2025-02-30"' }
  );
  expect(faulty).toEqual({
    status: 1,
    printed: [],
    complaints: [
      'data/ledger/events.yaml:3:11 there is no date "2025-02-30"; correct the day: 2025-02 has the days 01 to 28',
      'data/ledger/gazette.yaml:25:12 "28.5 million tons" does not contain 29 Mt; correct "value", "unit" or "printed"; it holds 28500000',
      'data/ledger/relay.yaml:41:17 comparator "<" does not go with value; give high',
      'src/index.md:4:13 no number is called "relay.reservs"; did you mean "relay.reserves"?',
      'src/index.md:6:5 "3.8 million" is typed by hand, but the ledger knows it; write {{relay.reserves}}',
      "5 faults"
    ]
  });
  // What one check has kept for the next hides no fault, and keeps none.
  expect(check("# There are {{gazette.reserves}}\n")).toEqual(sound);
});

test("a link to a place that its page lacks is a fault with the nearest that it has; headings and evidence are places", () => {
  const page =
    "# There are {{gazette.reserves}}\n\n[Here](#wher), [there](./#where), [it](#p-gazette-reserves), [so](/#no-such-place).\n\n## Where\n\nIt is.\n";
  expect(check(page).complaints).toEqual([
    'src/index.md:6:8 the link to "#wher" leads to no place on its page; did you mean "#where"?',
    'src/index.md:6:67 the link to "/#no-such-place" leads to no place on its page; mend it: headings, figures and records have places',
    "2 faults"
  ]);
});

test("so is one in raw HTML, in its own block or within a line", () => {
  const page =
    '# Words\n\n<p><a href="#wher">Here</a> <a href="#where">there</a></p>\n\nOr <a href="./#nothing">here</a>.\n\n<h2 id="where">Where</h2>\n';
  expect(check(page).complaints).toEqual([
    'src/index.md:6:13 the link to "#wher" leads to no place on its page; did you mean "#where"?',
    'src/index.md:8:13 the link to "./#nothing" leads to no place on its page; mend it: headings, figures and records have places',
    "2 faults"
  ]);
});

test("a record’s fault hides no fault of the pages", () => {
  const page = "# Words\n\n[Here](#wher), {{gazette.reservs}}.\n\n```verdict productoin\n```\n\n## Where\n\nIt is.\n";
  const faulty = check(page, { file: "survey-2026", replace: "metric: reserves", with: "metric: reservs" });
  expect(faulty.complaints.map((line) => line.split("; ", 1)[0])).toEqual([
    'data/ledger/survey-2026.yaml:17:13 "reservs" is not among the metrics',
    'src/index.md:6:8 the link to "#wher" leads to no place on its page',
    'src/index.md:6:16 no number is called "gazette.reservs"',
    'src/index.md:8:12 no verdict is called "productoin"',
    "4 faults"
  ]);
});

describe("a link to a place of another page that lacks it is told although", () => {
  const pages = (matter = "title: Other"): { path: string; text: string }[] => [
    {
      path: "src/index.md",
      text: "---\ntitle: A page\n---\n# Words\n\n[No](./other#nowhere), [yes](./other#where), [yes](./other#all-28-5-million-tonnes).\n"
    },
    {
      path: "src/other.md",
      text: `---\n${matter}\n---\n# Other\n\n## Where\n\n## All {{gazette.reserves}}\n\n[No](./#nowhere), [yes](./#words).\n`
    },
    { path: "observablehq.config.ts", text: 'export default { title: "A notebook" };\n' }
  ];
  const told = (files: readonly { path: string; text: string }[], ...changes: Change[]): string[] =>
    runCommand("check", [...minimalFiles(...changes), ...files]).complaints.map((line) => line.split("; ", 1)[0] ?? "");
  const both = [
    'src/index.md:6:6 the link to "./other#nowhere" leads to no place on its page',
    'src/other.md:10:6 the link to "./#nowhere" leads to no place on its page'
  ];

  test("the ledger is at fault", () => {
    const change: Change = { file: "gazette", replace: "value: 28.5", with: "value: x" };
    expect(told(pages(), change)).toEqual(['data/ledger/gazette.yaml:25:12 "value" is "x"', ...both, "3 faults"]);
  });

  test("front matter is at fault, of the page itself or of another", () => {
    expect(told(pages("titel: Other"))).toEqual([
      both[0],
      "src/other.md:2:1 the front matter has no title",
      'src/other.md:2:8 "titel" is no key of a page',
      both[1],
      "4 faults"
    ]);
  });

  test("the config is at fault", () => {
    const config = { path: "observablehq.config.ts", text: 'export default { title: "A", colour: "red" };\n' };
    expect(told([...pages().slice(0, 2), config])).toEqual([
      'observablehq.config.ts:1:30 "colour" is no option of a notebook',
      ...both,
      "3 faults"
    ]);
  });
});
