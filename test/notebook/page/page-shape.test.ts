import { expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { shapeFaults } from "../../../src/notebook/page/checks/page-shape.ts";
import { noGaps } from "../../../src/notebook/page/checks/violation.ts";

const faults = (text: string): string[] =>
  shapeFaults({ file: "src/a.md", text }, { figures: [{ name: "riders" }] } as never, noGaps).map(formatFault);

const matter = "---\ntitle: A\n---\n";

test.each([
  ["one heading", "# A\n\n## B\n"],
  ["one in raw HTML", "<h1>A</h1>\n"],
  ["marks that are none", "# A\n\n```sh\n# a comment\n```\n\n<!--\n# B\n-->\n"],
  ["the title of a source", "```source-records\n```\n"]
])("a page with %s is sound", (_, text) => {
  expect(faults(matter + text)).toEqual([]);
});

test("a page without a heading is a fault behind its front matter", () => {
  expect(faults(`${matter}\nWords.\n`)).toEqual([
    "src/a.md:3:4 the page has no heading of the first level; begin it with `# ` and what it finds"
  ]);
});

test.each([
  ["# A\n\nWords.\n\n# B\n", "8:1"],
  ["# A\n\nB\n=\n", "6:1"],
  ["# A\n\n<h1>B</h1>\n", "6:1"]
])("a second heading is a fault at its place: %j", (text, place) => {
  expect(faults(matter + text)).toEqual([
    `src/a.md:${place} this is the page’s second heading of the first level; write \`## \`, or make it a page of its own`
  ]);
});

test.each([
  ["[riders, ridres]", "4:20"],
  ["\n  - riders\n  - ridres", "6:5"]
])("a finding that rests on a figure that nobody drew is a fault at its name: %j", (list, place) => {
  expect(faults(`---\ntitle: A\nfinding: B\nrests_on: ${list}\n---\n# A\n`)).toEqual([
    `src/a.md:${place} no figure is called "ridres"; did you mean "riders"?`
  ]);
});
