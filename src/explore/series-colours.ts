import { countryColour } from "../charts/marks/country-colour.ts";
import type { Axis } from "./layout.ts";
import type { Point } from "./points.ts";

/** A series of a chart: its words, the colour of its marks and that of its name, and the shape of its dots. */
export interface Series {
  name: string;
  mark: string;
  text: string;
  shape: string;
}

// The nearest that Plot has to the symbols of the other figures.
const kinds: Readonly<Record<string, readonly [colour: string, shape: string]>> = {
  statistic: ["var(--k-stat)", "square"],
  official: ["var(--k-gov)", "diamond"],
  "state-media": ["var(--k-state)", "triangle"],
  "trade-press": ["var(--k-trade)", "circle"],
  independent: ["var(--k-indep)", "wye"],
  expert: ["var(--k-expert)", "plus"]
};
const shapes = ["circle", "square", "triangle", "diamond2", "cross", "star", "wye"];
// In the order in which they stand in a bar: the two sides with both between them, and what takes none.
const stances: Readonly<Record<string, string>> = {
  favourable: "var(--fav)",
  mixed: "var(--ink)",
  sceptical: "var(--scep)",
  describes: "var(--other)"
};
const others = Object.values(kinds).map(([colour]) => colour);
const placeOf = (id: string): number => Object.keys(stances).indexOf(id);

/**
 * The series of a field in order of appearance, stances from one side to the other: countries, kinds of source and
 * stances in their own colours, others in turn.
 */
export function seriesOf(points: readonly Point[], { field, column }: Axis): Series[] {
  const names = new Map<string, string>();
  for (const point of points) {
    const name = point[column];
    if (name !== null && name !== undefined) names.set(String(name), String(point[field.column] ?? ""));
  }
  const inOrder = [...names].sort(([, a], [, b]) => placeOf(a) - placeOf(b));
  return inOrder.map(([name, id], index) => {
    const [kind, ownShape] = kinds[id] ?? [];
    const shape = ownShape ?? shapes[index % shapes.length] ?? "circle";
    if (field.name === "subject") return { name, shape, ...countryColour(id) };
    const colour = kind ?? stances[id] ?? others[index] ?? "var(--other)";
    return { name, shape, mark: colour, text: colour };
  });
}
