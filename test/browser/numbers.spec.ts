import type { Page } from "@playwright/test";
import type { DerivedRow } from "../../src/notebook/tables/derived.ts";
import type { QuantityRow } from "../../src/notebook/tables/figures.ts";
import { outward } from "../../src/notebook/words/words.ts";
import { site } from "../story.ts";
import { expect, pagePaths, test } from "./site.ts";

interface Shown {
  fact: string;
  text: string;
  evidence: string;
}

/** Every number of a page that opens evidence, with the text of what it opens; what only holds a line together is left out. */
async function shownNumbers(page: Page): Promise<Shown[]> {
  const shown = await page.locator("[data-fact]").evaluateAll((elements) =>
    elements.map((element) => ({
      fact: element.getAttribute("data-fact") ?? "",
      text: element.textContent ?? "",
      evidence: document.getElementById(element.getAttribute("href")?.slice(1) ?? "")?.textContent ?? ""
    }))
  );
  return shown.map((number) => ({ ...number, evidence: plain(number.evidence) }));
}

const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("\u2060", "");

const numerals = (text: string): number[] =>
  [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([numeral]) => Number(numeral.replaceAll(",", "")));

const ends = ({ low, value, high }: Pick<QuantityRow, "low" | "value" | "high">): number[] =>
  [low, value, high].filter((end) => end !== null);

const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b);

/** Chapters and the first page are made of numbers, but for the one that is made of positions. */
const restsOnNumbers = (path: string): boolean =>
  path !== "/positions" && site.pages.some((page) => page.path === path && (path === "/" || page.chapter !== null));

for (const path of pagePaths.filter((path) => path !== "/404"))
  test(`every number on ${path} is what the tables say`, async ({ page }) => {
    await page.goto(path);
    const figures = (await (await page.request.get("/data/figures.json")).json()) as QuantityRow[];
    const derived = (await (await page.request.get("/data/derived.json")).json()) as DerivedRow[];
    const shown = await shownNumbers(page);
    if (restsOnNumbers(path)) expect(shown.length).toBeGreaterThan(5);

    for (const { fact, text, evidence } of shown) {
      const figure = figures.find(({ id }) => id === fact);
      const sum = derived.find(({ id }) => id === fact);
      if (figure) {
        if (figure.series === null && figure.correction === null) expect(evidence, fact).toContain(figure.printed);
        expect(evidence, fact).toContain(figure.speaker_name);
        expect(evidence, fact).toContain(
          figure.paragraph === null ? (figure.place ?? "") : `paragraph ${figure.paragraph}`
        );
        // A model also opens it by the year that it is for.
        const years = (figure.period ?? "").split("/").map(Number);
        const printed = ends(figure).flatMap((end) => [1, 1e3, 1e6, 1e9].map((scale) => end / scale));
        // A sentence rounds a table's cell to three digits, or to whole units below ten thousand of them.
        const rounded =
          figure.series === null ? [] : printed.map((end) => Number(end.toPrecision(end >= 1e3 && end < 1e4 ? 4 : 3)));
        const scaled = [...years, ...printed, ...rounded];
        if (!text.includes(figure.printed))
          for (const number of numerals(text))
            expect(
              scaled.some((end) => isClose(end, number)),
              `${fact} is shown as "${text}"`
            ).toBe(true);
      } else if (sum) {
        expect(evidence, fact).toContain(sum.formula);
        const bound = (end: "low" | "high") => (sum[end] === null ? [] : [outward(sum[end], end, sum.digits)]);
        const nearest = ends(sum).map((end) => Number(end.toPrecision(sum.digits)));
        const rounded = [...nearest, ...bound("low"), ...bound("high")].flatMap((end) => [end, end / 1e6]);
        for (const number of numerals(text))
          expect(
            rounded.some((end) => isClose(end, number)),
            `${fact} is shown as "${text}"`
          ).toBe(true);
      } else throw new Error(`${path} shows "${text}" of ${fact}, which no table holds`);
    }
  });
