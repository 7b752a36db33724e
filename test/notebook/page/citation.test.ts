import { describe, expect, test } from "vitest";
import { citation, citeButton, imprint } from "../../../src/notebook/page/citation.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const files = { "harvest.md": "---\ntitle: Harvest & home\n---\n\n# Harvest\n" };
const signed = notebookOf(files, {
  authors: ["A. Author", "B. Author"],
  published: "2026-11-22",
  updated: "2026-12-01",
  licence: "CC BY 4.0"
});

describe("the imprint of a page", () => {
  const block = elementOf(imprint("/harvest", signed));

  test("says who, when, under which licence, and how to cite", () => {
    expect(wordsOf(one(block, "p:first-child"))).toBe(
      "By A. Author, B. Author Published 22 November 2026 Updated 1 December 2026 CC BY 4.0"
    );
    expect(wordsOf(one(block, ".meta"))).toContain("“Harvest & home”, A notebook, 1 December 2026, CC BY 4.0.");
  });

  test("has a button that carries the citation, so that no script reads words back", () => {
    expect(one(block, "button").getAttribute("data-cite")).toBe(citation("Harvest & home", signed));
  });

  test("does not repeat the day of a notebook that has not changed, and is missing where nothing is known", () => {
    const unchanged = notebookOf(files, { published: "2026-11-22", updated: "2026-11-22" });
    expect(imprint("/harvest", unchanged)).not.toContain("Updated");
    expect(imprint("/harvest", notebookOf(files))).toBe("");
  });
});

test("a figure is cited by its title and its own address", () => {
  const button = one(elementOf(citeButton("One count is larger", signed, "two-counts")), "button");
  expect(button.getAttribute("data-cite")).toContain("“One count is larger”");
  expect(button.getAttribute("data-at")).toBe("#two-counts");
  expect(all(elementOf(citeButton("A", signed)), "[data-at]")).toEqual([]);
});
