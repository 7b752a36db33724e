import { describe, expect, test } from "vitest";
import { eventCalendar } from "../../src/page/event-calendar.ts";
import { daysIn, eventMonths } from "../../src/page/event-months.ts";
import { timeline } from "../../src/page/timeline.ts";
import type { EventRow } from "../../src/tables/events.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { realNotebook } from "./notebooks.ts";

const event = (date: string, rest: Partial<EventRow> = {}): EventRow => ({
  id: `on-${date}`,
  date,
  precision: date.length === 10 ? "day" : date.length === 7 ? "month" : "year",
  inferred: null,
  title: `Something on ${date}`,
  topic: "diplomacy",
  topic_label: "Diplomacy",
  speakers: [],
  places: [],
  passages: ["izvestia ¶1"],
  urls: [""],
  ...rest
});

const events = ["2024", "2024-11-30", "2024-12", "2025-02-04", "2025-02-04", "2025-02"].map((date) => event(date));

describe("months of events", () => {
  test("run from the first to the last, across a year's end, with those that have none", () => {
    expect(eventMonths(events).map((month) => [month.date, month.events.length])).toEqual([
      ["2024", 1],
      ["2024-11", 1],
      ["2024-12", 1],
      ["2025-01", 0],
      ["2025-02", 3]
    ]);
    expect(eventMonths([])).toEqual([]);
  });

  test("have their days", () => {
    expect(["2024-02", "2025-02", "2025-12"].map(daysIn)).toEqual([29, 28, 31]);
  });
});

describe("the calendar", () => {
  const calendar = elementOf(eventCalendar(eventMonths(events), () => "official"));
  const months = all(calendar, "p:has(a)");

  test("has a row a month, gaps too, each leading to its month of the list", () => {
    expect(months.map((month) => wordsOf(one(month, "a")))).toEqual([
      "November 2024",
      "December 2024",
      "January 2025",
      "February 2025"
    ]);
    expect(months.map((month) => wordsOf(one(month, "span")))).toEqual(["1", "1", "", "3"]);
    expect(one(months[0] as Element, "a").getAttribute("href")).toBe("#m-2024-11");
  });

  test("has a symbol for each day, a bar for what has none, and puts one day's events under each other", () => {
    const symbols = all(months[3] as Element, "use");
    expect(symbols.map((symbol) => symbol.getAttribute("href"))).toEqual(["#k-official", "#k-official"]);
    expect(new Set(symbols.map((symbol) => symbol.getAttribute("x"))).size).toBe(1);
    expect(new Set(symbols.map((symbol) => symbol.getAttribute("y"))).size).toBe(2);
    expect(months.map((month) => all(month, ".interval").length)).toEqual([0, 1, 0, 1]);
  });

  test("puts neighbouring days in lines of their own, and a day apart in the same", () => {
    const days = ["2025-03-02", "2025-03-03", "2025-03-05"].map((date) => event(date));
    const symbols = all(elementOf(eventCalendar(eventMonths(days), () => "official")), "use");
    expect(symbols.map((symbol) => symbol.getAttribute("y"))).toEqual(["12", "27", "12"]);
  });

  test("is as long as the month", () => {
    const end = (month: Element): number =>
      Number.parseFloat(one(month, "line:not(.interval)").getAttribute("x2") ?? "");
    expect(end(months[3] as Element)).toBeLessThan(end(months[0] as Element));
    expect(end(months[1] as Element)).toBe(100);
  });

  test("says which two months have the most", () => {
    expect(all(calendar, ".actions a").map((link) => link.getAttribute("href"))).toEqual([
      "./data/events.csv",
      "#m-2024-11",
      "#calendar"
    ]);
    expect(wordsOf(one(calendar, "h3"))).toBe("3 of 5 dated events fall in January and February 2025");
  });
});

describe("the list", () => {
  const notebook = realNotebook();
  const list = one(elementOf(timeline(notebook)), ".timeline");

  test("has every event once, with each of its passages", () => {
    const items = all(list, "li > ol > li");
    expect(items.map(({ id }) => id).sort()).toEqual(notebook.tables.events.rows.map(({ id }) => id).sort());
    for (const { id, urls, inferred } of notebook.tables.events.rows) {
      const item = one(list, `[id="${id}"]`);
      const links = all(item, ".meta a").map((link) => `${link.getAttribute("href")} ${wordsOf(link)}`);
      expect(new Set(links.map((link) => link.split(" ")[0])), id).toEqual(new Set(urls));
      expect(new Set(links).size, id).toBe(links.length);
      expect(all(item, ".meta .sym"), id).toHaveLength(links.length);
      if (inferred) expect(wordsOf(item), id).toContain(inferred.replace(/\s+/g, " ").trim());
    }
  });

  test("names who was heard second-hand, not the notebook that keeps it", () => {
    expect(wordsOf(one(list, "#rosneft-takes-tomtor-licence .meta"))).toBe("Mining and refining · Kommersant");
  });

  test("says which dates are less than a day", () => {
    const when = (id: string): string => wordsOf(one(list, `[id="${id}"] .when`));
    expect(when("putin-offer")).toBe("24 February");
    expect(when("embassy-staff-agreed")).toBe("no day given");
    expect(when("national-project-launch")).toBe("no month given");
  });

  test("says of a month without an event that it is one", () => {
    expect(wordsOf(one(list, "#m-2025-11 p"))).toBe("Nothing in the record is dated to this month.");
  });
});
