import { describe, expect, test } from "vitest";
import { compareKeys, type SortKey } from "../../../src/notebook/browser/sortable-table.ts";

const up = (...keys: SortKey[]): SortKey[] => [...keys].sort((a, b) => compareKeys(a, b, 1));
const down = (...keys: SortKey[]): SortKey[] => [...keys].sort((a, b) => compareKeys(a, b, -1));

describe("keys of a column, in order", () => {
  test.each<[string, SortKey[], SortKey[]]>([
    ["numbers by size", [2600, 848, -3, 0.67], [-3, 0.67, 848, 2600]],
    [
      "dates by the calendar, whatever their precision",
      ["2026-05-27", "2025-03", 2024, "2025-03-31"],
      [2024, "2025-03", "2025-03-31", "2026-05-27"]
    ],
    ["words by the alphabet", ["Rusal", "Izvestia", "in Reuters"], ["in Reuters", "Izvestia", "Rusal"]],
    ["paragraphs by their number", ["¶10", "¶9"], ["¶9", "¶10"]]
  ])("%s", (_, keys, ordered) => {
    expect(up(...keys)).toEqual(ordered);
    expect(down(...keys)).toEqual(ordered.toReversed());
  });

  test("what is not given comes last, whichever way", () => {
    expect(up(null, 5, null, 12)).toEqual([5, 12, null, null]);
    expect(down(null, 5, null, 12)).toEqual([12, 5, null, null]);
  });
});
