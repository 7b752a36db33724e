import { expect, test } from "vitest";
import { scoreboard, scoreboardTitle } from "../../../src/notebook/page/scoreboard.ts";
import { sourceFacts } from "../../../src/notebook/page/sources.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();

test("a printed number is found by its id or by its release, and whatever is none is refused by name", () => {
  expect(notebook.quantity("gazette.reserves").row.printed).toBe("28.5 million tons");
  expect(notebook.quantity("survey@latest.reserves.world.latest").row.id).toBe("survey-2026.reserves.world.2026");
  for (const name of ["derived.reserve-life", "gazette.plenty", "gazette.nothing"])
    expect(() => notebook.quantity(name)).toThrow(`"${name}" is no printed number`);
});

test("a speaker or source that is not there is refused by name", () => {
  expect(() => notebook.speaker("nobody")).toThrow('there is no speaker "nobody"');
  expect(() => notebook.source("nothing")).toThrow('there is no source "nothing"');
});

test("of an edition it is said which one came since, or when the next is due and who says so", () => {
  const next = 'next: { due: "2027-02", says: The survey says so., url: "https://survey.example/next" }';
  const due = minimalNotebook({
    file: "survey-2026",
    replace: "supersedes: survey-2025\n",
    with: `supersedes: survey-2025\n  ${next}\n`
  });
  const [newest, before] = ["survey-2026", "survey-2025"].map((id) => sourceFacts(due.source(id), due));
  expect(newest).toMatch(/due in February.2027\. The survey says so\. <a href="https:\/\/survey\.example\/next">/);
  expect(before).toMatch(/Later edition.*Summaries 2026/);
  expect(sourceFacts(notebook.source("survey-2026"), notebook)).not.toContain("edition</dt><dd>due");
});

test("a source without an address is a text that is not on the web, or statements that have one each", () => {
  const source = { ...notebook.source("gazette"), url: null };
  expect(sourceFacts(source, notebook)).toContain("<dd>not on the web</dd>");
  expect(sourceFacts({ ...source, reading: "second-hand" }, notebook)).toContain("<dd>each statement has its own</dd>");
});

test("a scoreboard of one claim counts it in the singular, and of one that is only disputed says no more", () => {
  expect(scoreboardTitle(notebook)).toBe("Of 1 claim that can be checked, one is supported");
  expect(scoreboard(notebook)).not.toContain("A claim that several publications print");
  const undecided = minimalNotebook({
    file: "verdicts",
    replace: "verdict: supported",
    with: "verdict: disputed"
  });
  expect(scoreboardTitle(undecided)).toBe("1 claim that can be checked");
});
