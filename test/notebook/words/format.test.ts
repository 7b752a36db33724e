import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  capitalised,
  dateText,
  displayUnits,
  editionSpans,
  listed,
  markAt,
  numberWord,
  outward,
  partInWords,
  periodText,
  plainNumber,
  publishedText,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  ratioText,
  timesInWords,
  uncapitalised,
  yearSpan
} from "../../../src/notebook/words/words.ts";

const { Mt, kt, t, percent, one } = displayUnits;
const point = (value: number) => ({ low: value, value, high: value });
const none = { low: null, value: null, high: null };

describe("plainNumber", () => {
  it("groups thousands, keeps decimals and uses a true minus", () => {
    expect([0, 28.5, 999, 1000, 10962, 1234567.5, -3].map((n) => plainNumber(n))).toEqual([
      "0",
      "28.5",
      "999",
      "1,000",
      "10,962",
      "1,234,567.5",
      "−3"
    ]);
  });
  it("shows no more digits than asked for", () => {
    expect(plainNumber(11400, 2)).toBe("11,000");
    expect(plainNumber(8.666666, 2)).toBe("8.7");
  });
});

describe("a bound", () => {
  const upTo = (high: number) =>
    quantityText({ low: null, value: null, high, comparator: "<=" }, percent, { digits: 2 });
  const atLeast = (low: number) => quantityText({ low, value: null, high: null }, percent, { digits: 2 });

  it("is rounded outwards", () => {
    expect([2.53, 2.5, 0.121, 99.9].map(upTo)).toEqual(["up to 2.6", "up to 2.5", "up to 0.13", "up to 100"]);
    expect([2.58, 2.5, 0.129, 1001].map(atLeast)).toEqual([
      "at least 2.5",
      "at least 2.5",
      "at least 0.12",
      "at least 1,000"
    ]);
    expect(quantityText({ low: 3.39, value: null, high: 4.11 }, percent, { digits: 2 })).toBe("3.3\u2060–\u20604.2");
    expect(quantityText({ low: 33.9e6, value: null, high: 41.1e6 }, Mt, { digits: 2 })).toBe("33\u2060–\u206042");
    expect(outward(2.53e-9, "high", 2)).toBe(2.6e-9);
  });
  it("never excludes what it allows, by no more than its last digit", () => {
    const number = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 6 }), (bound, digits) => {
        const [low, high] = [outward(bound, "low", digits), outward(bound, "high", digits)];
        const step = 10 ** (Math.floor(Math.log10(bound)) - digits + 1);
        expect(low).toBeLessThanOrEqual(bound * (1 + 1e-12));
        expect(high).toBeGreaterThanOrEqual(bound * (1 - 1e-12));
        expect(high - low).toBeLessThanOrEqual(step * (1 + 1e-6));
      })
    );
  });
});

describe("quantities", () => {
  it("keep the words before the number", () => {
    expect(quantityText(point(28_500_000), Mt)).toBe("28.5");
    expect(quantityText({ low: null, value: 29e6, high: 29e6, comparator: "nearly" }, Mt)).toBe("nearly 29");
    expect(quantityText({ ...point(45000), comparator: "~" }, kt)).toBe("about 45");
    expect(quantityText({ low: null, value: null, high: 1, comparator: "<" }, percent)).toBe("less than 1");
    expect(quantityText({ low: 80, value: null, high: null, comparator: ">=" }, percent)).toBe("at least 80");
    expect(quantityText({ low: null, value: null, high: 5 }, percent)).toBe("up to 5");
    expect(quantityText({ low: 5, value: null, high: null }, percent)).toBe("at least 5");
  });
  it.each([
    ["=", { value: 5 }, "5", "5"],
    ["~", { value: 5 }, "about 5", "about 5"],
    ["<", { high: 5 }, "less than 5", "<5"],
    ["<=", { high: 5 }, "up to 5", "≤5"],
    [">", { low: 5 }, "over 5", ">5"],
    [">=", { low: 5 }, "at least 5", "≥5"]
  ] as const)("say %s in words, and in signs where they are asked for", (comparator, ends, words, signs) => {
    const quantity = { ...none, ...ends, comparator };
    expect([quantityText(quantity, t), quantityText(quantity, t, { signs: true })]).toEqual([words, signs]);
  });
  it("keep an interval an interval, which does not break", () => {
    expect(quantityText({ low: 2500, value: null, high: 3000 }, t)).toBe("2,500\u2060–\u20603,000");
  });
  it("can be written with signs, closed up with a per cent sign", () => {
    expect(quantityWithUnit({ low: null, value: null, high: 90, comparator: "<=" }, percent, { signs: true })).toBe(
      "≤90%"
    );
    expect(quantityWithUnit(point(2600), t)).toBe("2,600\u00a0t");
    expect(quantityWithUnit(point(7.5), one)).toBe("7.5");
  });
  it("are written out in prose", () => {
    expect(quantityInProse(point(28_500_000), Mt)).toBe("28.5\u00a0million\u00a0tonnes");
    expect(quantityInProse({ low: null, value: null, high: 1, comparator: "<" }, percent)).toBe("less than 1%");
    expect(quantityInProse(point(3), one)).toBe("3");
  });
  it("are of one or of many in prose", () => {
    const tonnes = { ...t, one: "tonne" };
    expect([1, 2].map((value) => quantityInProse(point(value), tonnes))).toEqual(["1\u00a0tonne", "2\u00a0tonnes"]);
    expect(quantityInProse(point(1e6), Mt)).toBe("1\u00a0million\u00a0tonnes");
  });
  it("say where no number is given", () => {
    expect(quantityText({ ...none, comparator: "unquantified" }, t)).toBe("not given");
    expect(quantityWithUnit(none, t)).toBe("not given");
    expect(quantityInProse(none, Mt)).toBe("not given");
  });
  it("are placed at their value, their middle or their one end", () => {
    expect(markAt(point(3))).toBe(3);
    expect(markAt({ low: 2, value: 3, high: 10 })).toBe(3);
    expect(markAt({ low: 2, value: null, high: 4 })).toBe(3);
    expect(markAt({ low: 5, value: null, high: null })).toBe(5);
    expect(markAt({ low: null, value: null, high: 1 })).toBe(1);
    expect(markAt(none)).toBeNull();
  });
});

describe("words", () => {
  it("writes small numbers and halves out", () => {
    expect([7, 12, 7.5, 13, 0.5, 2.25, -1].map(numberWord)).toEqual([
      "seven",
      "twelve",
      "seven and a half",
      "13",
      "0.5",
      "2.25",
      "−1"
    ]);
  });
  it("says on which side of the nearest half a multiple lies", () => {
    expect([7.5, 7.63, 5.857, 12].map(timesInWords)).toEqual([
      "seven and a half times",
      "over seven and a half times",
      "nearly six times",
      "twelve times"
    ]);
  });
  it("names simple parts, and none for small ones", () => {
    expect([50, 33.3, 12.5, 8.33, 8.67, 9.1, 1].map(partInWords)).toEqual([
      "half",
      "a third",
      "an eighth",
      "a twelfth",
      "a twelfth",
      "an eleventh",
      null
    ]);
  });
  it("writes dates as precisely as they are known", () => {
    expect(["2025-03-31", "2025-03", "2025"].map(dateText)).toEqual([
      "31\u00a0March\u00a02025",
      "March\u00a02025",
      "2025"
    ]);
  });
  it("lists and capitalises", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c"
    ]);
    expect(capitalised("three")).toBe("Three");
    expect(uncapitalised("In the next 10 Years")).toBe("in the next 10 Years");
  });
  it("shortens ratios to two digits", () => {
    expect(ratioText(7.5)).toBe("×7.5");
    expect(ratioText(7.6316)).toBe("×7.6");
  });
});

describe("when a publication appeared", () => {
  test.each([
    ["2025-09-30", "exact", "30 September 2025"],
    ["2025-03", "exact", "March 2025"],
    ["2025", "exact", "2025"],
    ["2025-04", "inferred", "April 2025 (inferred)"],
    ["2025-04-01", "not-before", "1 April 2025 or later"]
  ] as const)("%s, %s: %s", (published, published_qualifier, words) => {
    expect(publishedText({ published, published_qualifier }).replaceAll("\u00a0", " ")).toBe(words);
  });
});

test.each([
  ["2025", "2025"],
  ["2022-01-01", "1 January 2022"],
  ["2021-11/2022", "November 2021–2022"]
])("the period %s reads %s", (period, words) => {
  expect(periodText(period).replaceAll("\u00a0", " ")).toBe(words);
});

test("years are told as a span, with the edition that gives them, in the order of the rows", () => {
  const rows = [2022, 2020, 2021].map((year) => ({ year, edition: "2025 edition" }));
  expect(yearSpan(rows)).toBe("2020 to 2022");
  expect(yearSpan(rows.slice(0, 1))).toBe("2022");
  expect(editionSpans([{ year: 2023, edition: "2026 edition" }, ...rows])).toEqual([
    "2023 from the 2026 edition",
    "2020 to 2022 from the 2025 edition"
  ]);
});
