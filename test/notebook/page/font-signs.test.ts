import { expect, test } from "vitest";
import { commonSigns, rareSigns, unicodeRange } from "../../../src/notebook/page/font-signs.ts";

test("a style sheet names signs by the ranges that they make up", () => {
  expect(unicodeRange([0x2116, 0xa1, 0xa3, 0xa2, 0xac])).toBe("U+A1-A3,U+AC,U+2116");
});

test("no sign is in both parts of a face: a page would fetch the second for nothing", () => {
  expect(rareSigns.filter((sign) => commonSigns.includes(sign))).toEqual([]);
  expect(new Set([...commonSigns, ...rareSigns]).size).toBe(commonSigns.length + rareSigns.length);
});
