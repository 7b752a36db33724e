import { expect, test } from "vitest";
import { type PictureStyle, pictureText } from "../../../src/notebook/page/pictures.ts";

const style: PictureStyle = { family: "var(--sans)", size: 10, leading: 14, colour: "#000" };
const set = (text: string, width: number) => pictureText(text, { x: 5, top: 100, width }, style);
const lines = (text: string, width: number) => [...set(text, width).svg.matchAll(/<tspan/g)].length;

test("a paragraph is broken to its width, and as tall as its lines", () => {
  expect(lines("Twelve per cent by 2030", 400)).toBe(1);
  expect(lines("Twelve per cent by 2030", 60)).toBe(2);
  expect(set("Twelve per cent by 2030", 60).height).toBe(2 * 14);
  expect(set("One", 60).svg).toBe(
    '<text font-family="var(--sans)" font-size="10" font-weight="400" fill="#000"><tspan x="5" y="110.5">One</tspan></text>'
  );
});

test("nothing takes no room", () => {
  expect(set("", 60)).toEqual({ svg: "", height: 0 });
});

test("signs that XML gives a meaning are written so that they are read", () => {
  expect(set("<1% & more", 400).svg).toContain("&lt;1% &amp; more");
});
