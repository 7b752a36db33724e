import type { Point } from "./points.ts";
import type { Plan, RecipeMark } from "./recipe.ts";
import type { Subset } from "./subsets.ts";

const apart = 16;
/** More names at the ends of lines than this would not find room. */
export const mostLabels = 10;

/** The name of each line at its right end, moved apart where lines end close together. */
export function lineLabels({ spec, layout, subsets, series, points, narrow, naming }: Plan): RecipeMark[] {
  const { along, measured, colour } = layout;
  if (spec.mark !== "lines" || naming !== "marks" || !along || !measured || !colour) return [];
  const kept = points.filter(subsets.points.keeps);
  const height = narrow ? 236 : 316;
  const place = scaleFor(kept, measured.column, spec.scale === "log", height);
  const ends = series
    .flatMap(({ name, text }) => {
      const own = kept.filter((point) => point[colour.column] === name);
      const last = own.reduce<Point | undefined>(
        (latest, point) => (latest && yearAt(latest) >= yearAt(point) ? latest : point),
        undefined
      );
      return last ? [{ name, text, y: place(Number(last[measured.column])) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let free = -apart;
  return ends.map(({ name, text, y }) => {
    const stands = Math.max(y, free);
    free = stands + apart;
    return {
      mark: "text" as const,
      data: ofSeries(subsets.points, colour.column, name),
      transform: { name: "selectMaxX" as const },
      options: {
        x: along.column,
        y: measured.column,
        text: colour.column,
        textAnchor: "start",
        dx: 9,
        dy: Math.round(stands - y),
        fill: text,
        fontSize: 13.5,
        fontWeight: 600
      }
    };
  });

  function yearAt(point: Point): number {
    return Number(point[along?.column ?? ""]);
  }
}

/** About how far below the top a number stands, in px: enough to see which names would touch. */
function scaleFor(points: readonly Point[], column: string, log: boolean, height: number): (value: number) => number {
  const values = points.map((point) => Number(point[column]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!log) return (value) => height * (1 - value / most);
  return (value) => height * (1 - Math.log(value / least) / (Math.log(most / least) || 1));
}

const ofSeries = ({ keeps, code }: Subset, column: string, name: string): Subset => ({
  keeps: (point) => keeps(point) && point[column] === name,
  code: `${code} && d.${column} === ${JSON.stringify(name)}`
});
