import { expect, test } from "vitest";
import { drawPaths } from "../../../src/notebook/kit/model-drawings.ts";
import { canvas, sizes, textsOf } from "./canvas.ts";

const named = (label: string, amount: number) => ({
  points: [
    { x: 2025, amount: 1 },
    { x: 2030, amount }
  ],
  colour: "var(--red)",
  label,
  value: String(amount)
});
const yOf = (svg: Element, text: string): number => {
  const found = [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === text);
  return Number(found?.getAttribute("transform")?.match(/,([\d.]+)\)/)?.[1] ?? found?.getAttribute("y"));
};

test("words at the ends of two paths do not lie over each other", () => {
  for (const size of sizes) {
    const svg = drawPaths(
      { unit: "kt", paths: [named("the goal", 10), named("the output", 9.9)], levels: [] },
      canvas(size)
    );
    expect(Math.abs(yOf(svg, "the goal") - yOf(svg, "the output"))).toBeGreaterThanOrEqual(36);
  }
});

test("the axis reaches beyond the largest amount", () => {
  const svg = drawPaths(
    { unit: "t", paths: [named("output", 46)], levels: [{ amount: 12, label: "capacity", value: "12" }] },
    canvas("lg")
  );
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["60\u00a0t", "46 t", "capacity: 12\u00a0t"]));
});
