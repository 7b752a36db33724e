/**
 * The border of the machine: what a story's figures, models, data loaders and configuration import. Nothing else under
 * `src/notebook/` is imported from outside. Each name is described where it is defined.
 */

// For data loaders.
export { loadTable } from "./build/load-table.ts";
// For the config.
export { notebook } from "./build/notebook-options.ts";
// Who says something and where, in words.
export type { Attribution, Teller } from "./kit/attribution.ts";
export { attribution, eventTeller, symbolOfKind, tellerText } from "./kit/attribution.ts";
// Events by month.
export type { EventMonth } from "./kit/events.ts";
export { daysIn, eventMonths } from "./kit/events.ts";
// A figure: its shape, the sizes that it is drawn at, and where.
export type { Canvas, Doubt, Figure, FigureAmount, FigureColumn, FigureRow, FigureWords, Size } from "./kit/figure.ts";
export { narrowestWidth, sizeFor, sizes, staticWidth, unless } from "./kit/figure.ts";
// Text in a drawing: its width, its lines, labels beside marks, headings, brackets, entries.
export type { Bracket, StatementEntry } from "./kit/labels.ts";
export {
  amountHeading,
  attributionLines,
  bracketHeight,
  bracketMark,
  entryHeight,
  entryMarks,
  ratioBracket
} from "./kit/labels.ts";
// A lane a source: names at the left, values on a shared axis.
export type { Lane, LaneBlock, LaneCategory } from "./kit/lane-layout.ts";
export { byValue, drawLanes, lanesHeight, statementLane } from "./kit/lanes.ts";
// A model: its shape, its arithmetic, its words and its two ways to be drawn.
export type { DrawnAmount, Model, ModelInput, Recorded, Values } from "./kit/model.ts";
export { amountText, grown, paceText, timesText, yearsOf } from "./kit/model.ts";
export type { ModelBar, ModelPath } from "./kit/model-drawings.ts";
export { barsHeight, drawBars, drawPaths, pathsHeight } from "./kit/model-drawings.ts";
// What a figure cannot do without, picked from the tables: each throws where the ledger does not have it.
export { firstOf, holds, oneValue, pickDerived, pickFigure, rowOfPart } from "./kit/needs.ts";
// Drawing: Plot set up for a page, marks, axes, colours.
export type { Label } from "./kit/plot.ts";
export {
  base,
  evidenceHref,
  halo,
  haloAttributes,
  labels,
  paletteColour,
  pixelPlot,
  stroke,
  svgNode,
  ticksTo,
  tickTexts,
  tidySvg,
  topAxis,
  xYears,
  yAxis
} from "./kit/plot.ts";
// Rows of a figure, and columns of its table view.
export type { PlanRow, StatementRow, SurveyRow } from "./kit/rows.ts";
export {
  arithmeticRow,
  planner,
  planRow,
  saidFigures,
  secondHandRow,
  sortNumber,
  statementColumns,
  statementId,
  statementLabel,
  statementNumber,
  statementRow,
  statementValue,
  surveyRow
} from "./kit/rows.ts";
// Years along an axis: lines of a series, panels of years and amounts.
export type { YearPanel } from "./kit/series.ts";
export { fifthYears, seriesLine, seriesPoint, yearAxes, yearPanel } from "./kit/series.ts";
// Amounts as fields of equal squares.
export type { SquareField, SquareLook } from "./kit/square-field.ts";
export { fitSquares, squareAt, squareSide, squaresFor, squaresMark } from "./kit/square-field.ts";
// What several positions come to.
export { jointStance, positionsAbout } from "./kit/stances.ts";
// Symbols, one for each kind of source.
export {
  dropEmptyLine,
  inLines,
  keyHeight,
  kindKey,
  plotSymbol,
  symbolLook,
  symbolMarks,
  symbolStyle,
  symbolStyles
} from "./kit/symbols.ts";
export { markLabel, remarkedText, textWidth, wrapEvenly, wrapText } from "./kit/text.ts";
// A figure reduced to what can be seen at a glance, for the list of chapters.
export { hundredths, thumbnailBox, thumbnailHeight, thumbnailText, thumbnailWidth } from "./kit/thumbnail.ts";
export { growthPerYear } from "./ledger/amounts.ts";
// Tables: all of them, and a row of each.
export type { Comparator, Stance } from "./ledger/schema.ts";
export type { NotebookOptions } from "./page/site.ts";
export type { ComparisonRow } from "./tables/comparisons.ts";
export type { DerivedRow } from "./tables/derived.ts";
export type { EventRow } from "./tables/events.ts";
export type { QuantityRow } from "./tables/figures.ts";
export type { PlaceRow } from "./tables/places.ts";
export type { PositionRow } from "./tables/positions.ts";
export type { SourceRow } from "./tables/sources.ts";
export type { SpeakerRow } from "./tables/speakers.ts";
export type { Tables } from "./tables/tables.ts";
export type { VerdictRow } from "./tables/verdicts.ts";
// Words: numbers, units, dates, lists.
export type { DisplayUnit, Quantity } from "./words/words.ts";
export {
  capitalised,
  dateText,
  displayUnits,
  editionSpans,
  listed,
  markAt,
  noBreakSpace,
  numberWord,
  partInWords,
  periodText,
  plainNumber,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  ratioText,
  timesInWords,
  uncapitalised,
  yearSpan
} from "./words/words.ts";
