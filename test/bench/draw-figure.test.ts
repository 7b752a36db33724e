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

test.each(figures)("$name has its words, its drawing and its table when cells draw it", (figure) => {
  const rows = figure.select(tables);
  const words = figure.words(rows);
  const drawn = drawFigure(figure.name, { ...words, rows }, 350) as Element;
  expect(drawn.querySelector("h3")?.textContent).toBe(words.title);
  expect(drawn.querySelector("svg")?.getAttribute("width")).toBe("350");
  expect(drawn.querySelectorAll("tbody tr").length).toBe(rows.length);
});
