import * as Plot from "@observablehq/plot";
import { evidenceHref } from "./base.ts";
import type { Chart, Size } from "./chart.ts";
import { capitalised, displayUnits, numberWord, plainNumber, quantityInProse, quantityText, quantityWithUnit } from "./format.ts";
import { markLabel } from "./mark-label.ts";
import { holds, pickDerived, pickFigure } from "./pick.ts";
import { pixelPlot, stroke } from "./pixel-plot.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementLabel, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { symbolMarks } from "./symbols.ts";
import { ticksTo } from "./ticks.ts";
import { fifthYears, yearAxes, yearPanel } from "./year-panel.ts";

/** What a row is: output and share today, the share aimed at, or what follows from them. */
export interface TwelvePerCentRow extends StatementRow {
  part: "output" | "share" | "goal" | "world" | "needed" | "multiple";
  year: number;
}

const name = "twelve-per-cent";
const { kt, t, percent, one } = displayUnits;
