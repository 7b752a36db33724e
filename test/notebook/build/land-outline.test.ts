import { expect, test } from "vitest";
import { landOutline, outlines } from "../../../data/land/draw-land.ts";
import { land, world } from "../../../src/figures/land.ts";
import { mapFrame, mapProjection, worldFrame, worldProjection } from "../../../src/figures/maps.ts";

/** The corners of each ring, from the steps of the path. */
function corners(path: string): [number, number][][] {
  return path
    .split("z")
    .filter(Boolean)
    .map((ring) => {
      const [[x = 0, y = 0] = [], ...steps] = [...ring.matchAll(/(-?\d+) ?(-?\d+)/g)].map(([, a, b]) => [
        Number(a),
        Number(b)
      ]);
      let at: [number, number] = [x, y];
      return [at, ...steps.map(([dx = 0, dy = 0]) => (at = [at[0] + dx, at[1] + dy]))];
    });
}

const isInside = (ring: [number, number][], [x, y]: [number, number]): boolean =>
  ring.filter(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  }).length %
    2 ===
  1;

test("the land that is drawn is what the pinned atlas gives; renew it with npm run land", () => {
  expect(landOutline(".", outlines.land)).toBe(land);
  expect(landOutline(".", outlines.world)).toBe(world);
});

test("lies within the frame and is light", () => {
  for (const [path, { width, height }] of [[land, mapFrame] as const, [world, worldFrame] as const]) {
    expect(
      corners(path)
        .flat()
        .every(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height)
    ).toBe(true);
  }
  expect(land.length).toBeLessThan(4000);
  expect(world.length).toBeLessThan(2500);
});

test.each([
  ["Moscow", 37.6, 55.8, true],
  ["Yakutsk", 129.7, 62, true],
  ["the Laptev Sea", 125, 76, false],
  ["the Sea of Okhotsk", 148, 56, false]
])("%s", (_, longitude, latitude, onLand) => {
  const point = mapProjection()([longitude, latitude]) ?? [0, 0];
  expect(corners(land).some((ring) => isInside(ring, point))).toBe(onLand);
});

test.each([
  ["Mongolia", 104, 47, true],
  ["Kansas", -98, 39, true],
  ["the Indian Ocean", 80, -25, false]
])("%s, on the small map", (_, longitude, latitude, onLand) => {
  const point = worldProjection()([longitude, latitude]) ?? [0, 0];
  expect(corners(world).some((ring) => isInside(ring, point))).toBe(onLand);
});

test("says what is missing where the atlas is not there", () => {
  expect(() => landOutline("test/notebook/build/fixture", outlines.land)).toThrow("land-50m.json");
});
