import { expect, test } from "vitest";
import { othersSay } from "../../../src/notebook/page/others-say.ts";
import { figureRow } from "../tables/figure-row.ts";
import { minimalNotebook } from "./notebooks.ts";

test.each([
  ["t", null, "Apart from its table’s other cells and editions, no statement here is about this quantity."],
  [
    "RUB",
    "series",
    "Apart from its table’s other cells and editions, no statement here is about this quantity in roubles."
  ],
  ["RUB", null, "No other statement here is about this quantity in roubles."]
])(
  "beside a figure in %s, of the table %s, what is given in another currency is no statement",
  (unit, series, said) => {
    const rows = minimalNotebook().tables.figures.rows;
    const cell = rows.find(({ id }) => id === "survey-2026.reserves.world.2026");
    if (!cell) throw new Error("the survey has no such cell");
    const figure = unit === "RUB" ? figureRow({ ...cell, id: "paper.one", unit, unit_label: "roubles", series }) : cell;
    expect(othersSay(figure, minimalNotebook())).toBe(`<p class="others-none">${said}</p>`);
  }
);
