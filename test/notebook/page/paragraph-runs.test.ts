import { expect, test } from "vitest";
import { paragraphRuns } from "../../../src/notebook/page/sources.ts";

test("three paragraphs in a row are one run, two are not", () => {
  expect(paragraphRuns([14, 2, 5, 9, 10, 13, 12, 11, 6])).toEqual(["¶2", "¶5", "¶6", "¶9–14"]);
  expect(paragraphRuns([])).toEqual([]);
});
