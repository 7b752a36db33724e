import { expect, test } from "vitest";
import type { FigureRow } from "../../../src/notebook/kit/figure.ts";
import { canvas } from "../../notebook/kit/canvas.ts";
import { testedNotebook } from "../../real-ledger.ts";
import { figures } from "../../story.ts";

const { document } = canvas("sm");
const { tables } = testedNotebook();

/** A figure's thumbnail, drawn from its own rows, changed. */
function thumbnail(name: string, change: (rows: FigureRow[]) => FigureRow[] = (rows) => rows): SVGElement[] {
  const figure = figures.find((candidate) => candidate.name === name);
  return (figure?.thumbnail?.(change(figure.select(tables)), document) ?? []) as SVGElement[];
}

const filled = (marks: readonly Element[], fill: string): number[] =>
  marks.filter((mark) => mark.getAttribute("fill") === fill).map((mark) => Number(mark.getAttribute("width")));

const recordValue = (id: string): number =>
  [...tables.figures.rows, ...tables.derived.rows].find((row) => row.id === id)?.value ?? Number.NaN;

/** Rows with the value of the one that states a record replaced. */
const withValue = (id: string, value: number) => (rows: FigureRow[]) =>
  rows.map((row) => (row.evidence[0] === id ? { ...row, value } : row));

test("the smaller reserve takes its part of the larger one's bar", () => {
  const marks = thumbnail("reserves-by-source");
  const [solid = 0] = filled(marks, "var(--red)");
  const [tint = 0] = filled(marks, "var(--red-tint)");
  expect(solid + tint).toBeCloseTo(236);
  const [smaller, larger] = ["usgs-mcs-2026.reserves.russia.2026", "russia-post.reserves-kazanov"].map(recordValue) as [
    number,
    number
  ];
  expect(solid / 236).toBeCloseTo(smaller / larger, 3);
});

test("production and demand stand apart, on one scale, each as its speaker's symbol", () => {
  const marks = thumbnail("us-production-and-demand");
  const stems = marks.flatMap((mark) => (/34V([\d.]+)/.exec(mark.getAttribute("d") ?? "")?.[1] ?? []) as string);
  const [made = 0, wanted = 1] = stems.map((y) => 34 - Number(y));
  expect(made / wanted).toBeCloseTo(
    recordValue("izvestia.us-production") / recordValue("izvestia.us-demand-next-decade"),
    3
  );
  expect(marks.filter(({ localName }) => localName === "use").map((mark) => mark.getAttribute("href"))).toEqual([
    "#k-expert",
    "#k-expert"
  ]);
  expect(marks.at(-1)?.textContent).toBe("≠");
});

test("gallium has a square a tonne, with what is made filled, and keeps “about”", () => {
  const [made, rise, words] = thumbnail("gallium-output");
  expect(made?.getAttribute("d")?.match(/M/g)).toHaveLength(7);
  expect(rise?.getAttribute("d")?.match(/M/g)).toHaveLength(34);
  expect(words?.textContent).toBe("about 7 → 41\u00a0t");
});

test("positions have a tick a speaker, in three groups; a mixed one goes both ways", () => {
  const marks = thumbnail("stance-by-topic", (rows) =>
    rows.map((row) => ({ ...row, speakers: ["favourable", "mixed", "describes", "sceptical"] }))
  );
  expect(filled(marks, "var(--fav)")).toHaveLength(6);
  expect(filled(marks, "var(--scep)")).toHaveLength(6);
  expect(marks.filter(({ localName }) => localName === "text").map(({ textContent }) => textContent)).toEqual([
    "officials",
    "experts",
    "press"
  ]);
});

test("the ore that is used takes its part of all that is lifted, and is seen however small", () => {
  const widthAt = (value: number) =>
    filled(thumbnail("mined-not-recovered", withValue("derived.loparite-part", value)), "var(--red)")[0];
  expect(widthAt(25)).toBeCloseTo(59);
  expect(widthAt(0.1)).toBe(2);
  expect(() => widthAt(120)).toThrow("a part within a whole");
});

test("data that no longer bear out a thumbnail stop the build", () => {
  expect(() => thumbnail("stance-by-topic", () => [])).toThrow(/no speaker/);
  expect(() => thumbnail("gallium-output", withValue("rex-kommersant.gallium-output", 50))).toThrow(
    /a part of the squares filled/
  );
});
