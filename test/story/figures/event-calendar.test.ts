import { describe, expect, it } from "vitest";
import { eventCalendar as figure } from "../../../src/figures/event-calendar.ts";
import type { Size } from "../../../src/notebook/kit/figure.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { eventRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const statement = figureRow({ id: "sputnik.target", speaker: "oleg-kazanov" });
const rowsOf = (...events: Parameters<typeof eventRow>[0][]) =>
  figure.select(tablesOf({ events: events.map(eventRow), figures: [statement] }));

const rows = rowsOf(
  { date: "2024" },
  { date: "2024-11-30", passages: ["sputnik.target", "sputnik.target"] },
  { date: "2024-12", inferred: "The year is not printed." },
  { id: "putin-offer", date: "2025-02-04", title: "An offer", passages: ["russia-post ¶3", "izvestia ¶8"] },
  { id: "second", date: "2025-02-04" },
  { date: "2025-02" },
  { date: "2025-03-31" }
);

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const drawn = (size: Size, from = rows) => figure.draw(from, canvas(size));
const link = (svg: Element, id: string): Element => {
  const found = svg.querySelector(`a[href="#${id}"]`);
  if (!found) throw new Error(`no link to ${id}`);
  return found;
};
const placeOf = (svg: Element, id: string) =>
  /translate\((\d+),(\d+)\)/
    .exec(link(svg, id).getAttribute("transform") ?? "")
    ?.slice(1)
    .map(Number) ?? [];

describe("the event calendar", () => {
  it("has every event with those who tell of it; the event is its evidence", () => {
    expect(rows).toHaveLength(7);
    expect(rows[3]).toMatchObject({ evidence: ["putin-offer"], date: "2025-02-04", title: "An offer" });
    expect(rows[3]?.tellers.map(({ name, kind }) => [name, kind])).toEqual([
      ["Russia.Post", "independent"],
      ["Izvestia", "state-media"]
    ]);
  });

  it("says which two neighbouring months have most, of the events that have a month", () => {
    const words = figure.words(rows);
    expect(plain(words.title)).toBe("4 of 6 dated events fall in February and March 2025");
    expect(plain(words.subtitle)).toBe("Events in the record by month and day, November 2024 to March 2025");
    expect(words.notes).toEqual([
      "Three of the 4 are told by Izvestia alone. A month without an event is a gap in what was read, and perhaps in what happened.",
      "One event, dated only to its year, is not drawn."
    ]);
    expect(plain(words.description)).toContain("No other month has more than one; January 2025 has none.");
    expect(() => figure.words([])).toThrow("two months with events");
  });

  it("names both years where the months lie on either side of a new year, and no teller where none is alone", () => {
    const both = ["russia-post ¶3", "izvestia ¶8"];
    const words = figure.words(rowsOf({ date: "2024-12-01", passages: both }, { date: "2025-01-02", passages: both }));
    expect(plain(words.title)).toBe("2 of 2 dated events fall in December 2024 and January 2025");
    expect(words.notes).toEqual([]);
    const oneAlone = rowsOf({ date: "2024-12-01" }, { date: "2025-01-02", passages: both });
    expect(figure.words(oneAlone).notes).toEqual(["One of the 2 is told by Izvestia alone."]);
  });

  it("doubts its finding once it is less than half, or two other months have as many", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, [])).toEqual(["there are no two months with events"]);
    const spread = ["2025-01", "2025-02", "2025-04", "2025-07", "2025-09"].map((date) => ({ date }));
    expect(whysOf(figure, rowsOf(...spread))).toEqual(["they are 2 of 5 events, not more than half"]);
    const tied = ["2025-01", "2025-02", "2025-02", "2025-03"].map((date) => ({ date }));
    expect(whysOf(figure, rowsOf(...tied))).toEqual(["two other neighbouring months have as many"]);
  });

  it("gives the table every row, with all who tell of it and why its date is inferred", () => {
    const cells = (place: number) => figure.columns.map(({ text }) => text(rows[place] as (typeof rows)[number]));
    expect(cells(3)).toEqual([
      "4\u00a0February\u00a02025",
      "An offer",
      "Diplomacy",
      "Russia.Post\u00a0¶3, Izvestia\u00a0¶8",
      "independent analysis",
      ""
    ]);
    expect(cells(1)[3]).toBe("oleg-kazanov");
    expect(cells(2).at(-1)).toBe("The year is not printed.");
  });
});

describe.each(sizes)("drawn at %s", (size) => {
  const svg = drawn(size);

  it("leads from each month, and from each event with a month, to its place in the list", () => {
    expect(linksOf(svg).map(({ href }) => href)).toEqual([
      "#m-2024-11",
      "#m-2024-12",
      "#m-2025-01",
      "#m-2025-02",
      "#m-2025-03",
      "#on-2024-11-30",
      "#on-2024-12",
      "#putin-offer",
      "#second",
      "#on-2025-02",
      "#on-2025-03-31"
    ]);
    expect(link(svg, "putin-offer").getAttribute("aria-label")).toBe("4 Feb 2025: An offer (Russia.Post)");
    expect(link(svg, "on-2024-12").getAttribute("aria-label")).toBe("Dec 2024: Something on 2024-12 (Izvestia)");
  });

  it("names and counts the months, those without events too, and keys the kinds it shows", () => {
    const texts = textsOf(svg);
    const name = size === "sm" ? "Feb 2025" : "February 2025";
    expect(texts).toEqual(expect.arrayContaining([name, "Government official", "State-linked media", "1", "3", "31"]));
    expect(texts.filter((text) => / 202[45]$/.test(text))).toHaveLength(5);
    expect(texts).not.toContain("Trade press");
    expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
  });

  it("puts a day's events under each other, and what has no day under the days, before its bar", () => {
    const [[x, y], [under, lower], [before, lowest]] = ["putin-offer", "second", "on-2025-02"].map((id) =>
      placeOf(svg, id)
    ) as [number[], number[], number[]];
    expect(under).toBe(x);
    expect(Number(lower)).toBeGreaterThan(Number(y));
    expect(Number(lowest)).toBeGreaterThan(Number(lower));
    expect(Number(before)).toBeLessThan(Number(x));
    const bar = svg.querySelector('[stroke="var(--rule2)"]')?.getAttribute("d") ?? "";
    expect(bar.match(/M/g)).toHaveLength(2);
    expect(bar).toContain(`,${lowest}H`);
    expect(link(svg, "on-2025-02").querySelector(".ring")).not.toBeNull();
    expect(link(svg, "second").querySelector(".ring")).toBeNull();
  });

  it("gives a month as many days as it has", () => {
    const lines = svg.querySelector('[stroke="var(--rule)"]:not(g *)')?.getAttribute("d") ?? "";
    const ends = [...lines.matchAll(/H(\d+)/g)].map(([, end]) => Number(end));
    const [november = 0, december = 0, , february = 0] = ends;
    expect(ends).toHaveLength(5);
    expect(february).toBeLessThan(november);
    expect(november).toBeLessThan(december);
  });

  it("keeps what it draws within its width", () => {
    for (const { href } of linksOf(svg).filter(({ href }) => !href?.startsWith("#m-"))) {
      const [x = 0] = placeOf(svg, href?.slice(1) ?? "");
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(canvas(size).width - 6);
    }
  });
});

it("needs more lines for neighbouring days, the narrower it is", () => {
  const near = rowsOf({ date: "2025-03-02" }, { date: "2025-03-04" }, { date: "2025-03-08" });
  const levels = (size: Size) => {
    const svg = drawn(size, near);
    const ys = near.map(({ evidence: [id = ""] }) => placeOf(svg, id)[1]);
    return ys.map((y) => [...new Set(ys)].sort((a = 0, b = 0) => a - b).indexOf(y));
  };
  expect(levels("lg")).toEqual([0, 0, 0]);
  expect(levels("md")).toEqual([0, 0, 0]);
  expect(levels("sm")).toEqual([0, 1, 0]);
});

it("names a landmark at every width, in a line of its own", () => {
  const crowded = rowsOf({ id: "putin-offer", date: "2025-02-24" }, { date: "2025-02-27" }, { date: "2025-02-20" });
  for (const size of sizes) {
    const svg = drawn(size, crowded);
    expect(textsOf(svg)).toContain("Putin’s offer");
    const [, own] = placeOf(svg, "putin-offer");
    for (const id of ["on-2025-02-27", "on-2025-02-20"]) expect(placeOf(svg, id)[1]).not.toBe(own);
  }
});

it("lets a finger find each symbol and each month", () => {
  for (const size of sizes) {
    const svg = drawn(size);
    const places = linksOf(svg).flatMap(({ href }) =>
      href?.startsWith("#m-") ? [] : [placeOf(svg, href?.slice(1) ?? "")]
    );
    for (const [index, [x = 0, y = 0]] of places.entries())
      for (const [otherX = 0, otherY = 0] of places.slice(index + 1))
        expect(Math.abs(x - otherX) >= 24 || Math.abs(y - otherY) >= 24, `${size} ${x},${y} ${otherX},${otherY}`).toBe(
          true
        );
    for (const link of svg.querySelectorAll("a"))
      expect(link.querySelector('path[d*="v24"], circle[r="12"]')).not.toBeNull();
  }
});
