import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { mapFrame, mapProjection } from "../../src/figures/deposits-map.ts";
import { runCommand } from "../../src/notebook/build/command.ts";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";

type Topology = Parameters<typeof feature>[0];
type Point = readonly [x: number, y: number];

/** In units of the frame: points nearer to the one before are left out, and so are smaller islands. */
const nearest = 5;
const smallestIsland = 60;

/**
 * The land within the map's frame as the data of an SVG path, from Natural Earth by way of `world-atlas`. It is land, not
 * states: no border is drawn, so none has to be chosen where one is disputed.
 */
export function landOutline(root: string): string {
  const file = join(root, "node_modules/world-atlas/land-50m.json");
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology;
  const land = topology.objects.land;
  if (!land) throw new Error(`${file} has no land; install the version of world-atlas that package.json names`);
  const { width, height } = mapFrame;
  const rings: Point[][] = [];
  const corner = (x: number, y: number) => rings.at(-1)?.push([x, y]);
  const recorder = {
    beginPath: () => {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: corner,
    arc: () => {},
    closePath: () => {}
  };
  const projection = mapProjection().clipExtent([
    [0, 0],
    [width, height]
  ]);
  geoPath(projection, recorder)(feature(topology, land));
  return rings
    .filter((ring) => area(ring) >= smallestIsland)
    .map((ring) => ringPath(thinned(ring)))
    .join("");
}

function area(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function thinned(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [x, y] of ring) {
    const [lastX, lastY] = kept.at(-1) ?? [Number.NEGATIVE_INFINITY, 0];
    if (Math.hypot(x - lastX, y - lastY) >= nearest) kept.push([Math.round(x), Math.round(y)]);
  }
  return kept;
}

/** Steps from point to point, which are shorter to write than places. */
function ringPath([[startX, startY] = [0, 0], ...rest]: readonly Point[]): string {
  let [x, y] = [startX, startY];
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x}${nextY < y ? "" : " "}${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${startX} ${startY}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = "src/figures/land.ts";

const write = (): void => {
  parseOptions({}, { does: "Renews the map’s coasts from Natural Earth.", example: "npm run land" });
  const outline = landOutline(root);
  writeFileSync(
    `${root}/${target}`,
    `/** Land in the frame of src/figures/deposits-map.ts: made by \`npm run land\` from Natural Earth, public domain. */
export const land =
  "${outline}";
`
  );
  console.log(`${target} ${outline.length} bytes`);
};

// A test imports the outline, and may not renew the file that it holds it against.
if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(write);
