import { describe, expect, test } from "vitest";
import { compareCells } from "../../../src/notebook/browser/sortable-table.ts";

const up = (...cells: string[]): string[] => [...cells].sort((a, b) => compareCells(a, b, 1));
const down = (...cells: string[]): string[] => [...cells].sort((a, b) => compareCells(a, b, -1));

describe("cells of a column, in order", () => {
  test.each([
    [
      "by the number, not its digits",
      ["2,600", "848", "41,000", "−3", "0.67"],
      ["−3", "0.67", "848", "2,600", "41,000"]
    ],
    ["by what the scale makes of it", ["3.8 million tonnes", "2,600 tonnes"], ["2,600 tonnes", "3.8 million tonnes"]],
    ["with words before the number", ["nearly 29", "28.5", "about 7"], ["about 7", "28.5", "nearly 29"]],
    ["bounds beside the number that they bound", ["over 80%", "80%", "up to 80%"], ["up to 80%", "80%", "over 80%"]],
    ["bounds in signs", ["≤5.1%", "0.67%", "<1%", "1%", ">1%"], ["0.67%", "<1%", "1%", ">1%", "≤5.1%"]],
    [
      "ranges by where they begin",
      ["2,500\u2060–\u20603,000", "2,600", "1,000"],
      ["1,000", "2,500\u2060–\u20603,000", "2,600"]
    ],
    ["unlike units apart", ["7 years", "3 tonnes", "2 years"], ["3 tonnes", "2 years", "7 years"]],
    ["ratios", ["×7.6", "×7.5", "×12"], ["×7.5", "×7.6", "×12"]],
    ["paragraphs", ["¶10", "¶9"], ["¶9", "¶10"]],
    [
      "dates by the calendar",
      ["31 March 2025 or later", "27 May 2026", "March 2025", "2024"],
      ["2024", "March 2025", "31 March 2025 or later", "27 May 2026"]
    ],
    ["words by the alphabet", ["Rusal", "Izvestia", "in Reuters"], ["in Reuters", "Izvestia", "Rusal"]]
  ])("%s", (_, cells, ordered) => {
    expect(up(...cells)).toEqual(ordered);
  });

  test("what is not given comes last, whichever way", () => {
    expect(up("not given", "5", "", "12")).toEqual(["5", "12", "not given", ""]);
    expect(down("not given", "5", "", "12")).toEqual(["12", "5", "not given", ""]);
  });

  test("equal cells are equal, so that rows keep their order", () => {
    expect(compareCells("2,600 tonnes", "2,600\u00a0tonnes", -1)).toBeCloseTo(0);
    expect(compareCells("not given", "–", 1)).toBe(0);
  });
});
