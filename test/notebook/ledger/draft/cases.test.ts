import { describe, expect, test } from "vitest";
import { paragraphsOf } from "../../../../src/notebook/ledger/verify-text.ts";
import { realLedger } from "../../../real-ledger.ts";
import { goldCases } from "./gold-cases.ts";

const cases = goldCases(realLedger());
const sum = (of: (one: (typeof cases)[number]) => number): number => cases.reduce((total, one) => total + of(one), 0);

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, { gold, article, draft, found }) => {
  test("is read in its language, and what was done about its encoding is said", () => {
    expect(article.language).toBe(gold.language);
    expect(article.notes.some((note) => note.includes("damaged by a wrong encoding"))).toBe(gold.damaged === true);
    expect(article.text).not.toContain("\ufffd");
  });

  test("gives nine in ten of its figures with amount, unit and comparator", () => {
    const missing = gold.figures.filter((figure) => !found.has(figure)).map(({ printed }) => printed);
    expect(missing.length, missing.join("; ")).toBeLessThanOrEqual(Math.ceil(gold.figures.length / 10));
  });

  test("gives nothing that is no part of the article", () => {
    const paragraphs = paragraphsOf(article.text);
    const outside = new Set(article.outside.map(({ paragraph }) => paragraph));
    const inside = paragraphs.filter((_, i) => !outside.has(i + 1)).join("\n");
    for (const words of gold.absent ?? []) expect(inside).not.toContain(words);
    for (const { paragraph } of draft.figures) expect(outside.has(paragraph)).toBe(false);
  });
});

test("of all texts, 95 % of figures are right, 80 % of drafts worth keeping, 70 % of speakers right", () => {
  const figures = sum(({ gold }) => gold.figures.length);
  expect(sum(({ found }) => found.size) / figures).toBeGreaterThanOrEqual(0.95);
  expect(sum(({ found }) => found.size) / sum(({ draft }) => draft.figures.length)).toBeGreaterThanOrEqual(0.8);
  expect(sum(({ speakers }) => speakers) / figures).toBeGreaterThanOrEqual(0.7);
});

test.each([
  ["subject", 0.9],
  ["material", 0.9],
  ["metric", 0.8]
] as const)("of what was noted of it, the %s is right in most", (term, least) => {
  const noted = sum(({ terms }) => terms[term].noted);
  expect(noted).toBeGreaterThan(20);
  expect(sum(({ terms }) => terms[term].right) / noted).toBeGreaterThanOrEqual(least);
});
