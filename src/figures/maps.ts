import * as Plot from "@observablehq/plot";
import { type GeoProjection, geoConicEqualArea, geoEqualEarth, geoPath } from "d3-geo";
import { evidenceHref, labels, svgNode, textWidth } from "../notebook/index.ts";
import { land, world } from "./land.ts";

/** The map's own units; a drawing scales them to its width. */
export const mapFrame = { width: 780, height: 440 } as const;

/** An equal-area cone over northern Eurasia, from degrees to units of the frame. */
export function mapProjection(): GeoProjection {
  return geoConicEqualArea().parallels([50, 70]).rotate([-100, 0]).scale(700).translate([435, 668]);
}

/** A point to mark, with its name. */
export interface MapPlace {
  name: string;
  type: string;
  latitude: number;
  longitude: number;
  /** Whether the mark is the main town of the district in which the place lies. */
  isNear: boolean;
}

const arcticCircle = 66.56;
const circleLabelAt = 152;

/** The scale of a map in a room of so many px, of two decimals, as drawings are rounded. */
export const mapScale = (width: number, height: number): number =>
  Math.floor(100 * Math.min(width / mapFrame.width, height / mapFrame.height)) / 100;

const isRing = (type: string): boolean => type !== "deposit";
/** The Circle passes right of the plant at Solikamsk. */
const under = (x: number, y: number) => ({ x: x - 5, y: y + 20 });

/**
 * Land, the Arctic Circle and places: a dot for a deposit with its name beside it, a ring for a plant with its name below,
 * a wide dashed ring with its name beside it for a deposit that lies somewhere in the district of that town.
 */
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
  const exact = marked.filter(({ isNear }) => !isNear);
  const near = marked.filter(({ isNear }) => isNear);
  const isEast = (x: number) => x > (mapFrame.width * scale) / 2;
  const named = exact.map(({ x, y, name, type }) => ({
    // A plant is known by its town.
    text: type === "plant" ? name.replace(/ .*/, "") : name,
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
        svgNode(document, "path", { d: circle, stroke: "var(--grey)", "vector-effect": "non-scaling-stroke" })
      ),
    labels([{ x: circleLabel.x - 16, y: circleLabel.y, text: "Arctic Circle" }], {
      fontSize: 12.5,
      fill: "var(--ink2)",
      anchor: "end"
    }),
    Plot.dot(near, {
      x: "x",
      y: "y",
      r: 7,
      fill: "none",
      stroke: "var(--ink2)",
      strokeWidth: 1.5,
      strokeDasharray: "3 3"
    }),
    labels(
      near.map(({ x, y, name }) => ({ x: x + 12, y: y + 4, text: name })),
      { fontSize: 12.5, fill: "var(--ink2)" }
    ),
    Plot.dot(exact, {
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

/** The small map's own units, and its projection from degrees to them. */
export const worldFrame = { width: 250, height: 142 } as const;
export const worldProjection = (): GeoProjection => geoEqualEarth().rotate([-10, 0]).scale(61).translate([112, 92]);

/** A country with what it yields, where the ledger places it. */
export interface YieldPlace {
  evidence: string;
  latitude: number;
  longitude: number;
  value: number;
  /** What is written beside it; where it is "", the circle is small and no link. */
  text: string;
  /** Its sentence for those who do not see it. */
  label: string;
  /** Of the page's variables of colour. */
  colour: string;
}

/** The radius of the largest circle, in px. */
const largest = 17;
const labelSize = 12.5;

interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlaps = (one: Room, other: Room): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The world's land with a circle for each country, its area what the country yields; the corner of the frame is given. */
export function yieldMarks(places: readonly YieldPlace[], corner: { x: number; y: number }): Plot.Markish[] {
  const projection = worldProjection();
  const most = Math.max(...places.map(({ value }) => value));
  const circles = [...places]
    .sort((one, other) => other.value - one.value)
    .map((place) => {
      const [x = 0, y = 0] = projection([place.longitude, place.latitude]) ?? [];
      return { ...place, x: corner.x + x, y: corner.y + y, r: largest * Math.sqrt(place.value / most) };
    });
  const taken: Room[] = circles.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
  const texts = circles.flatMap(({ x, y, r, text }) => {
    if (text === "") return [];
    const [width, height] = [textWidth(text, labelSize, 600), labelSize];
    // Right of its circle, or left, below, above: where there is room first.
    const corners = [
      { x: x + r + 4, y: y - height / 2 },
      { x: x - r - 4 - width, y: y - height / 2 },
      { x: x - width / 2, y: y + r + 3 },
      { x: x - width / 2, y: y - r - 3 - height },
      { x: x - r - width, y: y + r + 3 },
      { x: x + r, y: y + r + 3 }
    ];
    const isFree = (at: { x: number; y: number }) =>
      at.x >= corner.x &&
      at.x + width <= corner.x + worldFrame.width &&
      taken.every((room) => !overlaps(room, { ...at, width, height }));
    const place = corners.find(isFree);
    if (!place) return [];
    taken.push({ ...place, width, height });
    return [{ x: place.x, y: place.y + height - 2, text }];
  });
  const look = { x: "x", y: "y", r: "r", fill: "colour", stroke: "var(--paper)", strokeWidth: 1 };
  const [named, unnamed] = [circles.filter(({ text }) => text !== ""), circles.filter(({ text }) => text === "")];
  return [
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(document, "path", {
        d: world,
        fill: "var(--rule)",
        transform: `translate(${corner.x},${corner.y})`
      }),
    Plot.dot(unnamed, look),
    Plot.dot(named, { ...look, href: ({ evidence }) => evidenceHref(evidence), ariaLabel: ({ label }) => label }),
    labels(texts, { fontSize: labelSize, fontWeight: 600, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 })
  ];
}
