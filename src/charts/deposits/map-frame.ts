import { type GeoProjection, geoConicEqualArea } from "d3-geo";

/** The map's own units; a drawing scales them to its width. */
export const mapFrame = { width: 780, height: 400 } as const;

/** An equal-area cone over northern Eurasia, from degrees to units of the frame. */
export function mapProjection(): GeoProjection {
  return geoConicEqualArea().parallels([50, 70]).rotate([-100, 0]).scale(700).translate([435, 668]);
}
