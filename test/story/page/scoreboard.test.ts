import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lightTokens } from "../../../src/notebook/page/pictures.ts";
import { boards, scoreboard, scoreboardTitle, verdictCounts } from "../../../src/notebook/page/scoreboard.ts";
import { sharePictures } from "../../../src/notebook/page/share-pictures.ts";
import { verdictOrder } from "../../../src/notebook/page/verdict-mark.ts";
import { verdictAnchor } from "../../../src/notebook/page/verdicts.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { minimalNotebook } from "../../notebook/page/notebooks.ts";
import { realNotebook } from "../../real-ledger.ts";

const notebook = realNotebook();
const verdicts = notebook.tables.verdicts.rows;
const block = elementOf(scoreboard(notebook));

describe("the scoreboard", () => {
  test("has every claim, in the row of each publication that makes it, and leads to its verdict", () => {
    const links = all(block, ".tiles a").map((link) => link.getAttribute("href"));
    expect(new Set(links)).toEqual(new Set(verdicts.map((row) => `./disagreements#${verdictAnchor(row)}`)));
    for (const { source, verdicts: own } of boards(notebook))
      for (const { figures, positions } of own)
        expect([...figures, ...positions].some((id) => id.startsWith(`${source.id}.`))).toBe(true);
  });

  test("says of each tile in words what it is", () => {
    const words = all(block, ".tiles a").map(wordsOf);
    for (const { claim, verdict } of verdicts)
      expect(words.some((one) => one.toLowerCase() === `${verdict.replaceAll("-", " ")}: ${claim}`.toLowerCase())).toBe(
        true
      );
  });

  test("counts each verdict once, whoever prints the claim, and says so in its title", () => {
    expect(verdictCounts(notebook).reduce((sum, { count }) => sum + count, 0)).toBe(verdicts.length);
    expect(all(block, ".key b").map((count) => Number(wordsOf(count)))).toEqual(
      verdictCounts(notebook).map(({ count }) => count)
    );
    expect(scoreboardTitle(notebook)).toContain(`Of ${verdicts.length} claims`);
  });

  test("puts what the record bears out first in each row", () => {
    for (const { verdicts: own } of boards(notebook)) {
      const ranks = own.map(({ verdict }) => verdictOrder.indexOf(verdict));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  test("is named by its title", () => {
    const figure = one(block, "figure");
    expect(wordsOf(one(block, `#${figure.getAttribute("aria-labelledby")}`))).toBe(scoreboardTitle(notebook));
  });

  test("is empty where nothing was judged", () => {
    const bare = minimalNotebook();
    const none = { ...bare, tables: { ...bare.tables, verdicts: { ...bare.tables.verdicts, rows: [] } } };
    expect(scoreboard(none)).toBe("");
  });
});

test("the scoreboard has a picture to share, with a tile for each claim of each publication", () => {
  const tokens = lightTokens(readFileSync("src/notebook/style/tokens.css", "utf8"));
  const picture = sharePictures(notebook, tokens).find(({ path }) => path === "share/scoreboard.png");
  const tiles = boards(notebook).reduce((sum, { verdicts }) => sum + verdicts.length, verdictCounts(notebook).length);
  expect(picture?.content.match(/M-[67]\.[58]-[67]\.[58]H/g)).toHaveLength(tiles);
});
