import type { Figure, FigureRow } from "../../../src/notebook/kit/figure.ts";

/** Why what a figure says of some rows would no longer hold. */
export const whysOf = <Row extends FigureRow>(figure: Figure<Row> | undefined, rows: readonly Row[]): string[] =>
  figure?.doubts(rows).map(({ why }) => why) ?? [];
