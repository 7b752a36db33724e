import type { Ledger } from "../schema.ts";
import { allFigures, type Violation } from "./violation.ts";

/** The smaller end of an interval, and the earlier year of a period, comes first. */
export function intervalRunsUpwards(ledger: Ledger): Violation[] {
  return allFigures(ledger).flatMap((figure) => {
    const violations: Violation[] = [];
    const ends = [figure.low, figure.value, figure.high].filter((x) => x !== undefined);
    if (!isAscending(ends))
      violations.push({
        record: figure,
        field: [figure.low !== undefined ? "low" : "value"],
        message: `the interval ${ends.join(" – ")} is upside down`,
        remedy: "write the smaller end as low and the larger as high"
      });
    const years = figure.period?.split("/") ?? [];
    if (!isAscending(years))
      violations.push({
        record: figure,
        field: ["period"],
        message: `the period ${years.join(" – ")} is upside down`,
        remedy: "write the earlier year first"
      });
    return violations;
  });
}

const isAscending = <End extends number | string>(ends: readonly End[]): boolean =>
  ends.every((end, i) => ends.slice(0, i).every((before) => before <= end));
