import type { Ledger, Series } from "../schema.ts";
import { checksumOf } from "./table-is-as-transcribed.ts";
import type { Violation } from "./violation.ts";

/** From how many times as much, or as little, on a cell may be a slip of the hand or of units. */
export const leap = 5;

/** The number of a cell; none where a mark stands in place of one. */
export const numberOfCell = (cell: string | number | undefined): number => Number(/[\d.]+/.exec(String(cell))?.[0]);

export const isLeap = (was: number, is: number): boolean => was > 0 && is > 0 && (is >= leap * was || is * leap <= was);

const isSpan = (period: string): boolean => period.includes("/");

/** The cell of the year next before one that has a number; of the span, where it is one of several years. */
export function cellBefore(
  cells: Readonly<Record<string, string | number>>,
  period: string
): { period: string; cell: string | number } | undefined {
  const before = Object.keys(cells)
    .filter((one) => one < period && isSpan(one) === isSpan(period) && numberOfCell(cells[one]) > 0)
    .sort()
    .at(-1);
  return before === undefined ? undefined : { period: before, cell: cells[before] ?? "" };
}

/**
 * A cell that is many times its neighbour, in the year before or in the edition before, is held against the release; the
 * table’s checksum says that it was.
 */
export function leapIsLookedAt({ sources, vocabulary }: Ledger): Violation[] {
  const factors = new Map(vocabulary.units.map(({ id, factor }) => [id, factor]));
  const amountIn = ({ unit }: Series, cell: string | number): number => numberOfCell(cell) * (factors.get(unit) ?? 1);
  return sources.flatMap(({ id: source, series, supersedes }) => {
    const earlier = sources.find(({ id }) => id === supersedes);
    return series.flatMap((table): Violation[] => {
      if (table.checksum === checksumOf(table)) return [];
      const own = table.id.slice(source.length);
      const old = earlier?.series.find(({ id }) => id.slice(earlier.id.length) === own);
      return Object.entries(table.values).flatMap(([place, cells]) =>
        Object.entries(cells).flatMap(([period, cell]): Violation[] => {
          const inRow = cellBefore(cells, period);
          const given = old?.values[place] ?? {};
          // What the edition before has as well was looked at there.
          if (old && amountIn(old, given[period] ?? "") === amountIn(table, cell)) return [];
          const before =
            numberOfCell(given[period]) > 0 ? { period, cell: given[period] ?? "" } : cellBefore(given, period);
          const neighbours = [
            ...(inRow ? [{ ...inRow, table, where: `for ${inRow.period}` }] : []),
            ...(old && before ? [{ ...before, table: old, where: `for ${before.period} in ${earlier?.id}` }] : [])
          ];
          const far = neighbours.find((one) => isLeap(amountIn(one.table, one.cell), amountIn(table, cell)));
          if (!far) return [];
          return [
            {
              record: table,
              field: ["values", place, period],
              message: `${place} has ${cell} for ${period}, and ${far.cell} ${far.where}: ${leap} times as much or more, or as little`,
              remedy: `correct the cell or the unit; where the release prints it so, write checksum: "${checksumOf(table)}" under "${table.id}"`
            }
          ];
        })
      );
    });
  });
}
