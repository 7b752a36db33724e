import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeoProjection, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { mapFrame, mapProjection, worldFrame, worldProjection } from "../../src/figures/maps.ts";
import { runCommand } from "../../src/notebook/build/command.ts";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";

type Topology = Parameters<typeof feature>[0];
type Point = readonly [x: number, y: number];

/** What a map shows of the land. */
interface Outline {
  /** The atlas's file: "50m" or, coarser, "110m". */
  scale: "50m" | "110m";
  frame: { readonly width: number; readonly height: number };
  projection: GeoProjection;
  /** In units of the frame: points nearer to the one before are left out, and so are smaller islands. */
  nearest: number;
  smallestIsland: number;
}

/** The outlines in src/figures/land.ts, by the names of their exports. */
export const outlines: Readonly<Record<"land" | "world", Outline>> = {
  land: { scale: "50m", frame: mapFrame, projection: mapProjection(), nearest: 5, smallestIsland: 60 },
  world: { scale: "110m", frame: worldFrame, projection: worldProjection(), nearest: 5, smallestIsland: 16 }
};

/**
 * The land within a map's frame as the data of an SVG path, from Natural Earth by way of `world-atlas`. It is land, not
 * states: no border is drawn, so none has to be chosen where one is disputed.
 */
export function landOutline(root: string, { scale, frame, projection, nearest, smallestIsland }: Outline): string {
  const file = join(root, `node_modules/world-atlas/land-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology;
  const land = topology.objects.land;
  if (!land) throw new Error(`${file} has no land; install the version of world-atlas that package.json names`);
  const rings: Point[][] = [];
  const corner = (x: number, y: number) => rings.at(-1)?.push([x, y]);
  const recorder = {
    beginPath: () => {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: corner,
    arc: () => {},
    closePath: () => {}
  };
  const clipped = projection.clipExtent([
    [0, 0],
    [frame.width, frame.height]
  ]);
  geoPath(clipped, recorder)(feature(topology, land));
  return rings
    .filter((ring) => area(ring) >= smallestIsland)
    .map((ring) => ringPath(thinned(ring, nearest)))
    .join("");
}

function area(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function thinned(ring: readonly Point[], nearest: number): Point[] {
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
  parseOptions({}, { does: "Renews the maps’ coasts from Natural Earth.", example: "npm run land" });
  const paths = Object.entries(outlines).map(([name, outline]) => ({ name, path: landOutline(root, outline) }));
  const lines = paths.map(({ name, path }) => `export const ${name} =\n  "${path}";\n`);
  writeFileSync(
    `${root}/${target}`,
    `/** Land in the frames of src/figures/maps.ts: made by \`npm run land\` from Natural Earth, public domain. */\n${lines.join("\n")}`
  );
  for (const { name, path } of paths) console.log(`${target} ${name} ${path.length} bytes`);
};

// A test imports the outline, and may not renew the file that it holds it against.
if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(write);
