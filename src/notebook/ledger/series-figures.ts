import { oneNumber } from "./amounts.ts";
import type { Path } from "./parse-document.ts";
import type { Comparator, Quantity, ReleaseIdentity, Series } from "./schema.ts";

/** A cell of a table as a figure, and where in the table's record it stands. */
interface CellFigure {
  figure: Quantity;
  path: Path;
}

/**
 * The figures of a table, one a cell: `<series>.<place>.<year>`, two years joined by a hyphen. A cell with a mark in place
 * of a number is a figure without an amount.
 */
export function seriesFigures(series: Series, release: ReleaseIdentity): CellFigure[] {
  const { id, table, values, checksum: _, reading, published, url, ...shared } = series;
  return Object.entries(values).flatMap(([subject, cells]) =>
    Object.entries(cells).map(([period, cell]) => ({
      path: ["values", subject, period],
      figure: {
        ...shared,
        ...amount(cell),
        id: `${id}.${subject}.${period.replace("/", "-")}`,
        subject,
        period,
        paragraph: null,
        place: table,
        series: id,
        said: published ?? null,
        said_inferred: null,
        url: url ?? null,
        reading: reading ?? release.reading,
        chain: [],
        voice: "authorial" as const
      }
    }))
  );
}

function amount(cell: number | string): Pick<Quantity, "comparator" | "printed" | "marks"> & Partial<Quantity> {
  if (typeof cell === "string" && !/\d/.test(cell)) return { comparator: "unquantified", printed: cell, marks: [cell] };
  const [, sign = "", digits = "", rest = ""] = /^([<>]=?|~)?\s*([\d.]+)(.*)$/.exec(String(cell)) ?? [];
  const number = Number(digits);
  const comparator = (sign || "=") as Comparator;
  return {
    ...oneNumber(number, comparator),
    ...(comparator === "=" ? {} : { comparator }),
    printed: `${sign}${number.toLocaleString("en-GB", { maximumSignificantDigits: 12 })}`,
    marks: rest.split(/\s+/).filter(Boolean)
  };
}
