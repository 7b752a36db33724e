import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseChanges } from "../../../src/notebook/page/changes.ts";
import { pagesIn } from "./notebooks.ts";

const { pages } = pagesIn({
  "harvest.md": "---\ntitle: Harvest\n---\n",
  "angles/prices.md": "---\ntitle: Prices\n---\n"
});
const read = (text: string) => parseChanges(text, pages);
const faultsIn = (text: string): string[] => read(text).faults.map(formatFault);
const corrections = (...lines: string[]): string => `# Changes\n\n## Corrections\n\n${lines.join("\n")}\n`;

describe("the list of changes", () => {
  test("gives what stands under a day, newest first, and nothing that has no day", () => {
    const text =
      "# Changes\n\n## Unreleased\n\n- Not yet.\n\n## 2026-01-30\n\n- First.\n\n## 2026-02-01\n\n### Added\n\n- Then.\n";
    expect(read(text)).toEqual({
      changes: {
        updates: [
          { day: "2026-02-01", text: "### Added\n\n- Then." },
          { day: "2026-01-30", text: "- First." }
        ],
        corrections: []
      },
      faults: []
    });
  });

  test("gives each correction its page, newest first, and lets paragraphs stand between them", () => {
    const text = corrections(
      "These were wrong.",
      "",
      "- 2026-01-30 `src/harvest.md` Shown: 3 tons. Right: 4 tons,",
      "  as printed.",
      "- 2026-02-01 src/angles/prices.md Shown: a price. Right: no price.",
      "",
      "So far."
    );
    expect(read(text)).toEqual({
      changes: {
        updates: [],
        corrections: [
          {
            id: "2026-02-01-angles-prices",
            day: "2026-02-01",
            path: "/angles/prices",
            shown: "a price.",
            right: "no price."
          },
          {
            id: "2026-01-30-harvest",
            day: "2026-01-30",
            path: "/harvest",
            shown: "3 tons.",
            right: "4 tons, as printed."
          }
        ]
      },
      faults: []
    });
  });

  test("gives corrections of one page and day ids of their own, which one below them leaves as they are", () => {
    const line = "- 2026-01-30 src/index.md Shown: a. Right: b.";
    const ids = (...lines: string[]) => read(corrections(...lines)).changes.corrections.map(({ id }) => id);
    expect(ids(line)).toEqual(["2026-01-30-index"]);
    expect(ids(line, line)).toEqual(["2026-01-30-index", "2026-01-30-index-2"]);
  });
});

describe("faults are told where they are", () => {
  test("a day that the calendar lacks", () => {
    expect(faultsIn("## 2026-02-30\n\n- Something.\n")).toEqual([
      'docs/changes.md:1:4 "2026-02-30" is no day of the calendar; write year, month and day, as in 2026-01-31'
    ]);
    expect(faultsIn(corrections("- 2026-2-3 `src/harvest.md` Shown: a. Right: b."))).toEqual([
      'docs/changes.md:5:3 "2026-2-3" is no day of the calendar; write year, month and day, as in 2026-01-31'
    ]);
  });

  test("a page that there is not", () => {
    expect(faultsIn(corrections("- 2026-02-03 `src/harvst.md` Shown: a. Right: b."))).toEqual([
      'docs/changes.md:5:15 no page is written in "src/harvst.md"; did you mean "src/harvest.md"?'
    ]);
  });

  test.each([
    "- 2026-02-03: harvests are counted anew.",
    "- 2026-02-03 `src/harvest.md` Shown: a.",
    "- 2026-02-03 Shown: a. Right: b."
  ])("a line of another form: %s", (line) => {
    expect(faultsIn(corrections("- 2026-02-01 src/harvest.md Shown: a. Right: b.", line))).toEqual([
      "docs/changes.md:6:1 this is no correction of a page; write `- 2026-01-31 src/page.md Shown: what was wrong. Right: what is right.`"
    ]);
  });

  test("a day that stands twice; the first is kept", () => {
    const { changes, faults } = read("## 2026-02-03\n\n- One.\n\n## 2026-02-03\n\n- Two.\n");
    expect(changes.updates).toEqual([{ day: "2026-02-03", text: "- One." }]);
    expect(faults.map(formatFault)).toEqual([
      "docs/changes.md:5:4 2026-02-03 has a heading already; put its changes under one"
    ]);
  });
});
