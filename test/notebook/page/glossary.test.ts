import { describe, expect, test } from "vitest";
import { checkPage } from "../../../src/notebook/page/checks/page-parts.ts";
import { glossary, termCards, termTrigger } from "../../../src/notebook/page/glossary.ts";
import { expandTokens } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";
import { composed } from "./composed.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = {
  ...minimalNotebook(),
  terms: [
    {
      id: "term.reserve",
      term: "Reserve",
      definition: "What would pay to mine & no more.",
      from: [{ source: "gazette", place: "Appendix C" }],
      rests_on: ["gazette.reserves"]
    },
    { id: "term.balance", term: "Balance", definition: "A register.", from: [], rests_on: [] }
  ]
};
const faults = (text: string, of = notebook) =>
  checkPage("src/a.md", `---\ntitle: A\n---\n\n${text}\n`, of).map(({ line, column, message, remedy }) => ({
    place: `${line}:${column}`,
    message,
    remedy
  }));

describe("a term", () => {
  test("opens its definition where it stands", () => {
    const html = notebook.terms.map((term) => termTrigger(term, "words")).join("");
    const cards = elementOf(termCards(html, notebook));
    const [trigger] = all(elementOf(html), "a");
    const card = one(cards, trigger?.getAttribute("href") ?? "");
    expect(card.hasAttribute("popover")).toBe(true);
    expect(wordsOf(one(card, ".says"))).toBe("What would pay to mine & no more.");
    expect(wordsOf(one(card, ".meta"))).toMatch(/^After .*Appendix C\. Evidence: 28\.5 million tonnes, /);
  });

  test("has a card only on a page that names it, one however often it is named", () => {
    const [term] = notebook.terms;
    const html = term ? termTrigger(term, "a") + termTrigger(term, "b") : "";
    expect(all(elementOf(termCards(html, notebook)), "[popover]")).toHaveLength(1);
    expect(termCards("<p>nothing</p>", notebook)).toBe("");
  });

  test("is written as its token says, else by its name", () => {
    expect(expandTokens("{{term.reserve|reserves of ore}}, {{term.balance}}", notebook)).toBe(
      "reserves of ore, Balance"
    );
  });

  test("that the glossary lacks is a fault at its place, with the nearest one", () => {
    expect(faults("Of {{term.reserve|reserves}}.")).toEqual([]);
    expect(faults("Of {{term.reserv|reserves}}.")).toEqual([
      { place: "5:4", message: 'no term is called "term.reserv"', remedy: expect.stringContaining("term.reserve") }
    ]);
    expect(faults("Of {{term.reserve}}.", { ...notebook, terms: [] })).toHaveLength(1);
  });
});

describe("the page of all terms", () => {
  test("has each once, from A to Z", () => {
    expect(all(elementOf(glossary(notebook)), "dt").map(wordsOf)).toEqual(["Balance", "Reserve"]);
  });

  test("is empty where there is no glossary, and no page has cards", () => {
    const without = minimalNotebook();
    expect(without.terms).toEqual([]);
    expect(glossary(without)).toBe("");
    expect(all(composed("# A\n\nNothing.\n", without).page, ".term-cards")).toEqual([]);
  });
});

test("the chapters name terms, and each page of the story has the cards that its terms open", () => {
  const real = realNotebook();
  const named = real.site.pages.flatMap(({ text }) =>
    [...text.matchAll(/\{\{(term\.[a-z0-9-]+)/g)].map(([, id]) => id)
  );
  expect(new Set(named).size).toBeGreaterThan(10);
  const { page } = composed("# A\n\nOf {{term.reserve|reserves}} and {{term.c2}}.\n", real);
  for (const button of all(page, "a.term"))
    expect(all(page, `[popover]${button.getAttribute("href")}`)).toHaveLength(1);
  expect(all(page, "a.term").map(wordsOf)).toEqual(["reserves", "C₂"]);
});
