import type { YearPanel } from "../marks/year-panel.ts";
import { statementValue } from "../rows/statement-value.ts";
import { displayUnits } from "../words/format.ts";
import type { UsNumberRow } from "./us-numbers.ts";

const { kt } = displayUnits;

/** Where a number stands in its panel, in px. */
export const numberPlace = (chart: string, panel: YearPanel, row: UsNumberRow) => ({
  x: panel.x(row.year),
  y: panel.y(statementValue(chart, row) / kt.factor)
});
