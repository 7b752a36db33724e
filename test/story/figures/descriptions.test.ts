import { describe, expect, test } from "vitest";
import { realNotebook, realTables } from "../../real-ledger.ts";

const notebook = realNotebook();
const said = notebook.figures.map((figure) => {
  const { title, subtitle, howToRead = "", notes, description } = figure.words(figure.select(realTables()));
  return { name: figure.name, description, words: [title, subtitle, howToRead, ...notes, description].join(" ") };
});

describe("what figures say to those who do not see them", () => {
  // It was said of nine in thirty-five.
  test.each(said)("$name does not say what most do", ({ description }) => {
    expect(description).not.toMatch(/\b[Mm](?:ost (?:come|comes|are|is|of|have|has)|ajority)\b/);
  });

  test.each(said)("$name never names more of a whole than the whole has", ({ words }) => {
    for (const [pair, part = "", whole = ""] of words.matchAll(/\b(\d[\d,]*) of (?:the )?(\d[\d,]*)\b/g))
      expect(Number(part.replaceAll(",", "")), pair).toBeLessThanOrEqual(Number(whole.replaceAll(",", "")));
  });

  test("the kinds that give the most are named, one or several", () => {
    const kinds = notebook.figures.find(({ name }) => name === "figures-by-kind");
    const rows = kinds?.select(realTables()) ?? [];
    expect(kinds?.words(rows).description).toContain("More come from government officials than from any other kind");
    const [first, ...others] = rows;
    const even = rows.map((row) => ({ ...row, evidence: (first ?? row).evidence }));
    expect(kinds?.words(even).description).toContain(" give the most, each as many. ");
    expect(others.length).toBeGreaterThan(1);
  });
});
