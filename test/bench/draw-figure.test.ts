import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { beforeAll, expect, test, vi } from "vitest";
import { readLedger } from "../../src/notebook/ledger/read-ledger.ts";
import { compileTables } from "../../src/notebook/tables/tables.ts";
import { figures } from "../story.ts";
import { drawFigure } from "./draw-figure.ts";

const tables = compileTables(readLedger(fileURLToPath(new URL("../..", import.meta.url))));

beforeAll(() => {
  vi.stubGlobal("document", new JSDOM("").window.document);
  return () => vi.unstubAllGlobals();
});

test.each(figures)("$name has its words, its drawing and its table when cells draw it", (chart) => {
  const rows = chart.select(tables);
  const words = chart.words(rows);
  const figure = drawFigure(chart.name, { ...words, rows }, 350) as Element;
  expect(figure.querySelector("h3")?.textContent).toBe(words.title);
  expect(figure.querySelector("svg")?.getAttribute("width")).toBe("350");
  expect(figure.querySelectorAll("tbody tr").length).toBe(rows.length);
});
