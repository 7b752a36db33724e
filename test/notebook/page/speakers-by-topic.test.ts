import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { speakersByTopic } from "../../../src/notebook/page/positions.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

describe("speakers by topic", () => {
  const table = elementOf(speakersByTopic(minimalNotebook()));

  test("has a column for each topic of the matrix", () => {
    expect(all(table, "thead th").map(wordsOf)).toEqual(["Speaker", "Reserves"]);
  });

  test("has a row for each speaker who takes a position, in the group of its kind", () => {
    const groups = all(table, "tbody:not(.tally)").map((body) => body.id || wordsOf(body));
    expect(groups).toEqual([
      "Officials and statistics",
      "speaker-minister",
      "Voices of the publications",
      "speaker-relay-outlet"
    ]);
  });

  test("counts the positions of each topic in its first row, with bars", () => {
    const cell = one(table, ".tally td");
    expect(wordsOf(cell)).toBe("1 favourable, 0 sceptical");
    expect(cell.getAttribute("style")).toBe("--up:1;--down:0");
    expect(one(table, ".tally").getAttribute("style")).toBe("--step:32.00px");
  });

  test("shows a stance in words with its tick, and names the topics of who is heard on others alone", () => {
    const cell = one(table, "#speaker-minister td[data-short]");
    expect([cell.className, wordsOf(cell)]).toEqual(["favourable", "favourable"]);
    expect(all(table, "#speaker-relay-outlet td[data-short]")).toEqual([]);
    expect(wordsOf(one(table, "#speaker-relay-outlet .elsewhere"))).toBe("on other topics: The press");
  });

  test("has no row without a stance or a topic, and puts those on other topics last in their group", () => {
    const real = elementOf(speakersByTopic(realNotebook()));
    const rows = all(real, "tbody:not(.tally)");
    const isElsewhere = rows.map((row) => (row.id ? row.querySelector(".elsewhere") !== null : null));
    for (const [place, row] of rows.entries()) {
      if (!row.id) continue;
      expect(row.querySelector(".elsewhere, td[data-short][class]"), row.id).not.toBeNull();
      if (isElsewhere[place]) expect(isElsewhere[place + 1], row.id).not.toBe(false);
    }
  });

  test("opens to the positions, also those on topics without a column", () => {
    const item = one(table, "#speaker-relay-outlet li");
    expect(item.id).toBe("relay-doubt");
    expect(item.className).toBe("sceptical");
    expect(wordsOf(item)).toBe("The press scepticalThe other outlet is no witness.authorial, ¶4, ¶6");
  });

  test("heads a speaker's positions in a publication with its name, address, date and records", () => {
    const list = one(table, "#speaker-relay-outlet ul");
    const head = list.previousElementSibling as Element;
    expect(wordsOf(head)).toBe("In The Relay, April 2025 (inferred); records");
    expect(one(head, "a:first-child").getAttribute("href")).toMatch(/^https:/);
    expect(one(head, "a:last-child").getAttribute("href")).toBe("./source-relay");
    expect(list.getAttribute("data-outlet")).toBe("trade press");
  });

  test("says of each speaker what the tools ask for", () => {
    const { kind, affiliation, country } = (one(table, "#speaker-relay-outlet") as HTMLElement).dataset;
    expect([kind, affiliation, country]).toEqual(["trade press", "The Relay", ""]);
  });

  test("names who passed a position on", () => {
    const relayed = minimalNotebook({
      file: "gazette",
      replace: "    subject: russia\n    topic",
      with: "    subject: russia\n    chain: [wire]\n    topic"
    });
    const item = one(elementOf(speakersByTopic(relayed)), "#speaker-minister li");
    expect(wordsOf(item)).toContain("quoted via The Wire, ¶3");
  });
});

describe("one tick stands for all that a speaker says on a topic", () => {
  const second = (stance: string) => ({
    file: "gazette" as const,
    replace: "left_out:\n",
    with: `  - { id: gazette.second, paragraph: 4, speaker: minister, subject: russia, topic: reserves, stance: ${stance}, voice: quoted, paraphrase: More. }\nleft_out:\n`
  });
  test.each([
    ["favourable", "favourable"],
    ["sceptical", "mixed"],
    ["mixed", "mixed"],
    ["describes", "favourable"]
  ])("favourable and %s make %s", (stance, word) => {
    const table = elementOf(speakersByTopic(minimalNotebook(second(stance))));
    expect(one(table, "#speaker-minister td[data-short]").className).toBe(word);
  });

  test("and the style sheet draws it", () => {
    const style = readFileSync("src/notebook/style/stance-ticks.css", "utf8");
    for (const word of ["favourable", "sceptical", "mixed", "describes"])
      expect(style).toMatch(new RegExp(`^\\.${word} \\{\\n  --tick`, "m"));
  });
});

describe("over the ledger as it is", () => {
  const notebook = realNotebook();
  const table = elementOf(speakersByTopic(notebook));

  test("every position appears exactly once", () => {
    const written = all(table, "li[id]").map(({ id }) => id);
    const expected = notebook.tables.positions.rows.map(({ id }) => id.replaceAll(".", "-"));
    expect(expected.length).toBeGreaterThan(0);
    expect([...written].sort()).toEqual([...expected].sort());
  });

  test("every speaker who takes a position appears exactly once, with its own positions", () => {
    const rows = all(table, "tbody.speaker[id]").map((body): [string, number] => [body.id, all(body, "li[id]").length]);
    const heard = notebook.tables.speakers.rows.filter(({ positions }) => positions > 0);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(heard.map(({ id, positions }) => [`speaker-${id}`, positions]))
    );
    expect(rows).toHaveLength(heard.length);
  });

  test("no id stands twice", () => {
    const ids = all(table, "[id]").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
