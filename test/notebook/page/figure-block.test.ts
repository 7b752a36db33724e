import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import {
  type Canvas,
  type Figure,
  type FigureRow,
  type FigureWords,
  type Size,
  sizes
} from "../../../src/notebook/kit/figure.ts";
import { figureBlock } from "../../../src/notebook/page/figure-block.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook, notebookOf } from "./notebooks.ts";

interface Row extends FigureRow {
  name: string;
  amount: number;
}

const notebook = minimalNotebook();
const { document } = new JSDOM("").window;
const drawn: Pick<Canvas, "width" | "size">[] = [];

const heightOf: Readonly<Record<Size, number>> = { sm: 120, md: 100, lg: 90 };

const figureWith = (words: Partial<FigureWords> = {}): Figure<Row> => ({
  name: "two-counts",
  select: () => [],
  words: () => ({
    title: "One count is larger & the other smaller",
    subtitle: "Reserves, tonnes",
    notes: ["Neither is ours.", "Both are printed."],
    description: "Two counts of reserves.",
    ...words
  }),
  doubts: () => [],
  columns: [
    { label: "Who", align: "start", text: ({ name }: Row) => name },
    { label: "Tonnes", align: "end", text: ({ amount }: Row) => String(amount) }
  ],
  height: (size) => heightOf[size],
  draw(rows, { width, size, document }) {
    drawn.push({ width, size });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("data-rows", String(rows.length));
    return svg;
  }
});

const rows: readonly Row[] = [
  { name: "Minister <official>", amount: 28_500_000, evidence: ["gazette.reserves"] },
  { name: "Survey", amount: 3_800_000, evidence: ["relay.reserves", "gazette.reserves"] }
];

const block = (
  words: Partial<FigureWords> = {},
  wide = false,
  drawnRows: readonly FigureRow[] = rows,
  over = notebook
): Element => {
  const options = { number: "Figure 1.2", wide, notebook: over, document };
  return one(
    elementOf(figureBlock({ figure: figureWith(words) as unknown as Figure<FigureRow>, rows: drawnRows }, options)),
    "figure"
  );
};

describe("a figure in its frame", () => {
  const figure = block({ howToRead: "Left is less." });

  test("is named by its title and described in words", () => {
    expect(figure.id).toBe("two-counts");
    expect(wordsOf(one(figure, `#${figure.getAttribute("aria-labelledby")}`))).toBe(
      "One count is larger & the other smaller"
    );
    expect(wordsOf(one(figure, `#${figure.getAttribute("aria-describedby")}`))).toBe("Two counts of reserves.");
  });

  test("has its subtitle, how to read it, its notes and its number", () => {
    expect(wordsOf(one(figure, ".subtitle"))).toBe("Reserves, tonnes");
    expect(wordsOf(one(figure, ".how"))).toBe("Left is less.");
    expect(wordsOf(one(figure, ".notes"))).toBe("Neither is ours. Both are printed.");
    expect(wordsOf(one(figure, ".actions .number"))).toBe("Figure 1.2");
    expect(all(block(), ".how")).toEqual([]);
  });

  test("is drawn at three widths, with all rows", () => {
    drawn.length = 0;
    expect(all(block(), ".drawing").map((drawing) => drawing.className)).toEqual([
      "drawing sm",
      "drawing md",
      "drawing lg"
    ]);
    expect(drawn).toEqual([
      { width: 350, size: "sm" },
      { width: 680, size: "md" },
      { width: 846, size: "lg" }
    ]);
    expect(all(figure, "svg[data-rows='2']")).toHaveLength(3);
  });

  test("keeps each drawing's height free before it is laid out", () => {
    const heights = all(block(), ".drawing").map((drawing) => drawing.getAttribute("style"));
    expect(heights).toEqual(sizes.map((size) => `contain-intrinsic-height:${heightOf[size]}px`));
  });

  test("is wider at the largest where it leads the page", () => {
    drawn.length = 0;
    expect([...block({}, true).classList]).toContain("wide");
    expect(drawn.at(-1)).toEqual({ width: 1134, size: "lg" });
  });

  test("has a table that equals its rows", () => {
    const table = one(figure, "table");
    expect(all(table, "thead th").map(wordsOf)).toEqual(["Who", "Tonnes"]);
    expect(all(table, "tbody tr").map((row) => all(row, "th, td").map(wordsOf))).toEqual([
      ["Minister <official>", "28500000"],
      ["Survey", "3800000"]
    ]);
    expect(all(table, "tbody th").map((cell) => cell.getAttribute("scope"))).toEqual(["row", "row"]);
  });

  test("leads to its data, table, pictures, code and evidence, and to itself", () => {
    const actions = [...one(figure, ".actions").children].map((action) => [
      wordsOf(action),
      action.getAttribute("href")
    ]);
    expect(actions).toEqual([
      ["Data", "./figures/two-counts.csv"],
      ["Table", "#two-counts-data"],
      ["SVG", "./figures/two-counts.svg"],
      ["PNG", "./figures/two-counts.png"],
      ["Code", "./figures/two-counts.ts.txt"],
      ["Evidence", "#two-counts-evidence"],
      ["Cite", null],
      ["Figure 1.2", "#two-counts"]
    ]);
    expect(one(figure, "#two-counts-data")).toBeDefined();
    expect(all(figure, "details p a").map((link) => link.getAttribute("href"))).toEqual([
      "./figures/two-counts.csv",
      "./figures/two-counts.json",
      "./figures/two-counts.parquet",
      "./figures/two-counts.xlsx",
      "./figures/two-counts.js",
      "./cite/figures/two-counts.bib",
      "./cite/figures/two-counts.ris",
      "./cite/figures/two-counts.json"
    ]);
  });

  test("names its publications with their paragraphs, each once", () => {
    expect(wordsOf(one(figure, ".source"))).toBe(
      "Source The Gazette, 31 March 2025, ¶3; The Relay, April 2025 (inferred), ¶2"
    );
    expect(all(figure, ".source a").map((link) => link.getAttribute("href"))).toEqual([
      "https://gazette.example/how-much",
      "https://relay.example/second"
    ]);
  });

  test("opens a list of every number drawn, each opening its evidence", () => {
    const panel = one(figure, "[popover]");
    expect(one(figure, ".actions a.ev").getAttribute("href")).toBe(`#${panel.id}`);
    expect(all(panel, "li").map(wordsOf)).toEqual([
      "28.5 million tonnes Anna Minister, in The Gazette",
      "3.8 million tonnes Geological Survey, in The Relay"
    ]);
    expect(all(panel, "li .ev").map((button) => button.getAttribute("data-fact"))).toEqual([
      "gazette.reserves",
      "relay.reserves"
    ]);
  });

  test("calls a derived quantity our arithmetic, with the sources of its inputs", () => {
    const derived = block({}, false, [{ evidence: ["derived.reserve-ratio"], name: "Ratio", amount: 7.5 } as Row]);
    expect(all(derived, "[popover] li").map(wordsOf)).toEqual(["7.5 our arithmetic"]);
    expect(all(derived, ".source a").map(wordsOf)).toEqual(["The Gazette", "The Relay"]);
  });
});

describe("a figure of positions", () => {
  const figure = block({}, false, [{ evidence: ["gazette.plenty", "relay.doubt"], name: "Two", amount: 2 } as Row]);

  test("leads to where they stand in full", () => {
    expect(all(figure, ".actions a.ev").map((link) => link.getAttribute("href"))).toEqual(["./positions#speakers"]);
    expect(all(figure, "[popover]")).toEqual([]);
  });
});

test("a figure of events leads to their list, and names what tells of them", () => {
  const figure = block({}, false, [{ evidence: ["offer"], name: "One", amount: 1 } as Row]);
  expect(all(figure, ".actions a.ev").map((link) => link.getAttribute("href"))).toEqual(["./timeline#events"]);
  expect(all(figure, "[popover]")).toEqual([]);
  expect(wordsOf(one(figure, ".source"))).toBe("Source The Gazette, 31 March 2025, ¶2");
});

test.each([
  ["positions", ["gazette.plenty", "relay.doubt"]],
  ["events", ["offer"]]
])("a figure of %s leads nowhere where no page has them in full", (_, evidence) => {
  const figure = block({}, false, [{ evidence, name: "One", amount: 1 } as Row], notebookOf({}));
  expect(all(figure, ".actions a.ev, .actions button:not(.cite), [popover]")).toEqual([]);
  expect(wordsOf(one(figure, ".source"))).toContain("The Gazette");
});

test("a figure of numbers and positions at once is a fault of the program", () => {
  expect(() =>
    block({}, false, [{ evidence: ["gazette.reserves", "gazette.plenty"], name: "Both", amount: 2 } as Row])
  ).toThrow("figure two-counts rests on gazette.plenty, which is no number");
});

test("a figure that rests on an unknown record is a fault of the program", () => {
  expect(() => block({}, false, [{ evidence: ["no.such"], name: "None", amount: 0 } as Row])).toThrow(
    'there is no record "no.such"'
  );
});
