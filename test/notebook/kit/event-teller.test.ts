import { expect, test } from "vitest";
import { eventTeller, passagePlace, tellerText } from "../../../src/notebook/kit/attribution.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const [izvestia] = tablesOf({}).sources.rows;
const heard = izvestia && { ...izvestia, id: "heard", kind: "independent", reading: "second-hand" as const };
const tables = tablesOf({
  figures: [figureRow({ id: "heard.target", speaker: "rusal" })],
  sources: [izvestia, heard].flatMap((source) => source ?? [])
});
const teller = (passage: string) => eventTeller(passage, tables);

test("a publication tells of an event in its paragraph or on its page", () => {
  expect(teller("izvestia ¶8")).toEqual({
    name: "Izvestia",
    kind: "state-media",
    kind_label: "state-linked media",
    symbol: "triangle",
    place: "¶8"
  });
  expect(tellerText(teller("izvestia ¶8"))).toBe("Izvestia\u00a0¶8");
  expect(teller("izvestia, p. 153").place).toBe("p. 153");
});

test("of a statement it is the speaker who tells", () => {
  expect(teller("heard.target")).toMatchObject({ name: "rusal", kind: "expert", symbol: "cross", place: "" });
});

test("of what was heard second-hand it is the one who was heard, of a known kind or the record's", () => {
  expect(teller("heard, Kommersant")).toMatchObject({ name: "Kommersant", kind: "trade-press", place: "" });
  expect(tellerText(teller("heard, Some Gazette"))).toBe("Some Gazette");
  expect(teller("heard, Some Gazette").kind).toBe("independent");
});

test("a kind that no speaker is of has its own name and no symbol", () => {
  const [source] = tables.sources.rows;
  const rows = source ? [{ ...source, id: "archive", kind: "archive" }] : [];
  expect(eventTeller("archive ¶1", tablesOf({ sources: rows }))).toMatchObject({ kind_label: "archive", symbol: "" });
});

test("a passage has its source before its place, which may be none", () => {
  expect(passagePlace("survey-2026, p. 3, table 2")).toEqual({ source: "survey-2026", place: "p. 3, table 2" });
  expect(passagePlace("survey-2026")).toEqual({ source: "survey-2026", place: "" });
});

test("a passage of no known source is a fault", () => {
  expect(() => teller("nobody ¶1")).toThrow('an event is told in "nobody ¶1", and there is no source "nobody"');
});
