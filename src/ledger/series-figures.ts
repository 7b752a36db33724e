import { oneNumber } from "./one-number.ts";
import type { Path } from "./parse-document.ts";
import { type Comparator, cellMarks, type Figure, type ReleaseIdentity, type Series } from "./schema.ts";

/** A cell of a table as a figure, and where in the table's record it stands. */
interface CellFigure {
  figure: Figure;
  path: Path;
}

/** What stands in a table where no number does, spelled out as its legend does. */
const withoutNumber: Readonly<Record<string, string>> = { NA: "not available", W: "withheld", net: "net exporter" };

/**
 * The figures of a table, one a cell: `<series>.<place>.<year>`, two years joined by a hyphen. A cell that is not
 * available, withheld, or says "net exporter" is a figure without an amount.
 */
export function seriesFigures(series: Series, release: ReleaseIdentity): CellFigure[] {
  const { id, table, values, reading, published, url, ...shared } = series;
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

function amount(cell: number | string): Pick<Figure, "comparator" | "printed" | "marks"> & Partial<Figure> {
  const none = withoutNumber[cell];
  if (none) return { comparator: "unquantified", printed: none, marks: [none] };
  const [, sign = "", digits = "", rest = ""] = /^([<>]=?|~)?\s*([\d.]+)(.*)$/.exec(String(cell)) ?? [];
  const number = Number(digits);
  const comparator = (sign || "=") as Comparator;
  return {
    ...oneNumber(number, comparator),
    ...(comparator === "=" ? {} : { comparator }),
    printed: `${sign}${number.toLocaleString("en-GB", { maximumSignificantDigits: 12 })}`,
    marks: rest
      .trim()
      .split(/\s+/)
      .flatMap((mark) => cellMarks[mark as keyof typeof cellMarks] ?? [])
  };
}
