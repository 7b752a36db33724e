import { expect, test } from "vitest";
import { commonSigns, rareSigns, unicodeRange } from "../../../src/notebook/page/font-signs.ts";

test("a style sheet names signs by ranges, over what is in neither list, over none of the others, into no other script", () => {
  expect(unicodeRange([0x2116, 0xa1, 0xa3, 0xa2, 0xac, 0xb5], [0xb0, 0x2117])).toBe("U+A1-AC,U+B5,U+2116");
});

test("no sign is in both parts of a face: a page would fetch the second for nothing", () => {
  expect(rareSigns.filter((sign) => commonSigns.includes(sign))).toEqual([]);
  expect(new Set([...commonSigns, ...rareSigns]).size).toBe(commonSigns.length + rareSigns.length);
});
