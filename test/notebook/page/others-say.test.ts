import { expect, test } from "vitest";
import { othersSay } from "../../../src/notebook/page/evidence.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { factOf } from "./notebooks.ts";

const notebook = realNotebook();
const htmlBeside = (id: string): string => {
  const fact = factOf(id, notebook);
  if (fact.kind !== "figure") throw new Error(`${id} is no figure`);
  return othersSay(fact.row, notebook);
};
const saidBeside = (id: string): HTMLElement => elementOf(htmlBeside(id));

test("many others are four amounts, each once, and the way to all of them", () => {
  const others = saidBeside("russia-post.reserves-kazanov");
  const amounts = all(others, ".others b").map(wordsOf);
  expect(amounts).toHaveLength(4);
  expect(new Set(amounts).size).toBe(4);
  expect(amounts).toContain("3.8 million tonnes");
  expect(one(others, ".others a").getAttribute("href")).toBe("./disagreements#reserves-of-russia");
});

test("nothing is left out where no page holds them side by side", () => {
  const lonely = notebook.tables.figures.rows.filter(
    ({ id }) => !notebook.tables.comparisons.rows.some(({ figures }) => figures.includes(id))
  );
  expect(lonely.length).toBeGreaterThan(0);
  for (const { id } of lonely) expect(htmlBeside(id)).not.toContain("<a ");
});

test("says in which publication others spoke, and of which edition or date what it says itself is", () => {
  const said = (id: string) => all(saidBeside(id), ".others li").map(wordsOf).join("\n");
  expect(said("usgs-mcs-2026.us-concentrates.united-states.2021")).toContain(
    "US Geological Survey, Mineral Commodity Summaries 2025 (mineral concentrates)"
  );
  expect(said("rex-kommersant.share-of-output")).toContain("Izvestia, March 2025 (inferred)");
  expect(said("izvestia.reserves-ministry")).toContain("Oleg Kazanov, in Russia.Post");
});
