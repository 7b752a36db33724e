import { describe, expect, test } from "vitest";
import {
  inputText,
  inputWidth,
  isWithin,
  limitsText,
  nearestStep,
  typedNumber
} from "../../../src/notebook/kit/model.ts";

const number = { start: { assumed: 0 }, min: -5, max: 15, step: 0.5 };
const year = { start: { record: "gazette.target", as: "year" as const }, min: 2027, max: 2050, step: 1 };

describe("a typed number", () => {
  const tonnes = { sign: "t", name: "tonnes" };
  const millions = { sign: "Mt", name: "million tonnes" };
  const percent = { sign: "%", name: "per cent" };
  const bags = { sign: "bags", name: "bags of 60 kg" };
  test.each([
    ["12", tonnes, 12],
    [" 75,000 t ", tonnes, 75000],
    ["12.5 %", percent, 12.5],
    ["−3", tonnes, -3],
    ["-3", tonnes, -3],
    ["2.5 million", millions, 2.5],
    ["2.5 MT", millions, 2.5],
    ["400 bags", bags, 400],
    ["12 t", percent, null],
    ["12 bags", tonnes, null],
    ["twelve", tonnes, null],
    ["1e5", tonnes, null],
    ["", tonnes, null],
    ["1.2.3", tonnes, null],
    ["3,8", millions, 3.8],
    ["2500,5", tonnes, 2500.5],
    ["2500,500", tonnes, 2500.5],
    ["0,125", tonnes, 0.125],
    ["2 500", tonnes, 2500],
    ["2\u00a0500,5 t", tonnes, 2500.5],
    ["2\u202f500.5", tonnes, 2500.5],
    ["1 017 000", tonnes, 1017000],
    ["1.017,6", tonnes, 1017.6],
    ["1.017.600", tonnes, 1017600],
    ["1.017.600,5", tonnes, 1017600.5],
    ["1'017.6", tonnes, 1017.6],
    ["1,017,600", tonnes, 1017600],
    ["1,017.6", tonnes, 1017.6],
    ["1.017", tonnes, 1.017],
    ["– 3,5 %", percent, -3.5],
    ["2 5", tonnes, null],
    ["25 00", tonnes, null],
    ["2,50,0", tonnes, null],
    ["1,017 600", tonnes, null],
    ["1,017.600,5", tonnes, null],
    ["12,", tonnes, null],
    ["3..8", tonnes, null]
  ])("%j in %j is %j", (text, unit, value) => {
    expect(typedNumber(text, unit)).toBe(value);
  });
});

test("years have no comma, other numbers do", () => {
  expect(inputText(2030, year)).toBe("2030");
  expect(inputText(75000, number)).toBe("75,000");
  expect(inputText(-2.5, number)).toBe("−2.5");
});

test("a number goes in steps and stays within its limits", () => {
  expect(nearestStep(0.3, number)).toBe(0.5);
  expect(nearestStep(99, number)).toBe(15);
  expect(nearestStep(-99, number)).toBe(-5);
  expect([isWithin(15, number), isWithin(15.5, number)]).toEqual([true, false]);
});

test("its limits are said with a percent sign, and without the name of another unit", () => {
  const input = { ...number, id: "share", label: "Share aimed at", min: 1, max: 1500 };
  const limits = (sign: string, name: string) => limitsText({ ...input, unit: { factor: 1, sign, name } });
  expect(limits("%", "per cent")).toBe("Share aimed at: from 1% to 1,500%.");
  expect(limits("t", "tonnes")).toBe("Share aimed at: from 1 to 1,500.");
});

test("its room holds the longest number", () => {
  expect(inputWidth(number)).toBe(4);
  expect(inputWidth(year)).toBe(4);
});
