import * as Plot from "@observablehq/plot";
import { geoPath } from "d3-geo";
import { labels } from "../marks/pixel-plot.ts";
import { svgNode } from "../marks/svg-node.ts";
import { land } from "./land.ts";
import { mapFrame, mapProjection } from "./map-frame.ts";

/** A point to mark, with its name. */
export interface MapPlace {
  name: string;
  type: string;
  latitude: number;
  longitude: number;
}

const arcticCircle = 66.56;
const circleLabelAt = 152;

/** The scale of a map in a room of so many px, of two decimals, as drawings are rounded. */
export const mapScale = (width: number, height: number): number =>
  Math.floor(100 * Math.min(width / mapFrame.width, height / mapFrame.height)) / 100;

const isRing = (type: string): boolean => type !== "deposit";
/** The Circle passes right of the plant at Solikamsk. */
const under = (x: number, y: number) => ({ x: x - 5, y: y + 20 });

/** Land, the Arctic Circle and places: a dot for a deposit with its name beside it, a ring for a plant with its name below. */
export function mapMarks(places: readonly MapPlace[], scale: number): Plot.Markish[] {
  const projection = mapProjection().clipExtent([
    [0, 0],
    [mapFrame.width, mapFrame.height]
  ]);
  const at = (longitude: number, latitude: number) => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
    return { x: x * scale, y: y * scale };
  };
  const parallel = Array.from({ length: 81 }, (_, step) => [20 + 2 * step, arcticCircle]);
  const circle = geoPath(projection).digits(0)({ type: "LineString", coordinates: parallel }) ?? "";
  const circleLabel = at(circleLabelAt, arcticCircle + 1);
  const marked = places.map((place) => ({ ...place, ...at(place.longitude, place.latitude) }));
  const isEast = (x: number) => x > (mapFrame.width * scale) / 2;
  const named = marked.map(({ x, y, name, type }) => ({
    text: name,
    ...(isRing(type) ? under(x, y) : { x: isEast(x) ? x - 10 : x + 10, y: y + 5 }),
    isLeft: !isRing(type) && isEast(x)
  }));
  const nameText = { fontSize: 14, fontWeight: 600, fill: "var(--ink)" };
  return [
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        { transform: `scale(${scale})`, fill: "none" },
        svgNode(document, "path", { d: land, fill: "var(--rule)" }),
        svgNode(document, "path", { d: circle, stroke: "var(--other)", "vector-effect": "non-scaling-stroke" })
      ),
    labels([{ x: circleLabel.x - 16, y: circleLabel.y, text: "Arctic Circle" }], {
      fontSize: 12.5,
      fill: "var(--ink2)",
      anchor: "end"
    }),
    Plot.dot(marked, {
      x: "x",
      y: "y",
      r: 4.5,
      fill: ({ type }) => (isRing(type) ? "var(--paper)" : "var(--ink)"),
      stroke: "var(--ink)",
      strokeWidth: 2
    }),
    // Towards the middle, where the Circle is far from a deposit.
    labels(
      named.filter(({ isLeft }) => isLeft),
      { ...nameText, anchor: "end" }
    ),
    labels(
      named.filter(({ isLeft }) => !isLeft),
      nameText
    )
  ];
}
