import { describe, expect, test } from "vitest";
import { speakersByTopic } from "../../src/page/speakers-by-topic.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook, realNotebook } from "./notebooks.ts";

describe("speakers by topic", () => {
  const table = elementOf(speakersByTopic(minimalNotebook()));

  test("has a column for each topic of the matrix", () => {
    expect(all(table, "thead th .long").map(wordsOf)).toEqual(["Reserves"]);
  });

  test("has a row for each speaker who takes a position, in the group of its kind", () => {
    const groups = all(table, "tbody").map((body) => body.id || wordsOf(body));
    expect(groups).toEqual([
      "Officials and statistics",
      "speaker-minister",
      "Experts and companies",
      "Voices of the publications",
      "speaker-relay-outlet"
    ]);
  });

  test("shows a stance in words beside its tick, and nothing where nothing is said", () => {
    const tick = one(table, "#speaker-minister td[data-topic] svg");
    expect(tick.getAttribute("aria-label")).toBe("Anna Minister, Reserves: favourable");
    expect(all(table, "#speaker-relay-outlet td[data-topic] svg")).toEqual([]);
  });

  test("opens to the positions, also those on topics without a column", () => {
    const item = one(table, "#speaker-relay-outlet li");
    expect(item.id).toBe("relay-doubt");
    expect(wordsOf(item)).toBe(
      "The press, sceptical The other outlet is no witness. authorial in The Relay, undated, about April 2025, ¶4, ¶6"
    );
  });

  test("names who passed a position on", () => {
    const relayed = minimalNotebook({
      file: "gazette",
      replace: "    chain: []\n    topic",
      with: "    chain: [wire]\n    topic"
    });
    const item = one(elementOf(speakersByTopic(relayed)), "#speaker-minister li");
    expect(wordsOf(item)).toContain("quoted in The Gazette, via The Wire, 31 March 2025, ¶3");
  });
});

describe("one tick stands for all that a speaker says on a topic", () => {
  const second = (stance: string) => ({
    file: "gazette" as const,
    replace: "left_out:\n",
    with: `  - { id: gazette.second, paragraph: 4, speaker: minister, chain: [], topic: reserves, stance: ${stance}, voice: quoted, paraphrase: More. }\nleft_out:\n`
  });
  test.each([
    ["favourable", "favourable"],
    ["sceptical", "mixed"],
    ["mixed", "mixed"],
    ["describes", "favourable"]
  ])("favourable and %s make %s", (stance, word) => {
    const table = elementOf(speakersByTopic(minimalNotebook(second(stance))));
    expect(one(table, "#speaker-minister td[data-topic] svg").getAttribute("aria-label")).toMatch(
      new RegExp(`: ${word}$`)
    );
  });

  test("and its shape is defined", () => {
    const table = elementOf(speakersByTopic(realNotebook()));
    const shapes = new Set(all(table, "symbol").map(({ id }) => `#${id}`));
    const used = all(table, "use").map((use) => use.getAttribute("href") ?? "");
    expect(used.filter((href) => href.startsWith("#s-") && !shapes.has(href))).toEqual([]);
    expect(shapes.size).toBe(4);
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
    const rows = all(table, "tbody.speaker").map((body): [string, number] => [body.id, all(body, "li[id]").length]);
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
