import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Fault } from "../ledger/fault.ts";
import { keep } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import { border, buildFolder } from "./paths.ts";

/** The folders of a story's code, and what marks an export of theirs as what a page may name. */
export const rooms = { figures: "draw", models: "results" } as const;
export type Room = keyof typeof rooms;

/** A file of a room, and the module that was made of it, which is named by its content. */
export interface Module {
  file: string;
  module: string;
}

/** A story for Node, as far as it can be bundled; the machine and packages stay outside. */
interface Bundled {
  modules: Module[];
  /** Every file that went into it. */
  files: string[];
  hash: string;
  /** Why some files of the rooms could not be bundled, and which. */
  faults: Fault[];
  unread: string[];
}

const hashOf = (outputs: readonly { hash: string }[]): string =>
  createHash("sha256")
    .update(outputs.map(({ hash }) => hash).join())
    .digest("hex");

const bundling = (project: string, entryPoints: readonly string[]) =>
  ({
    absWorkingDir: project,
    entryPoints: [...entryPoints],
    outdir: join(buildFolder(project), "story"),
    entryNames: "[dir]/[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    metafile: true,
    logLevel: "silent",
    write: false,
    plugins: [machineOutside, packagesOutside({ parts: "refused" })]
  }) satisfies BuildOptions;

/** Bundles the story of the project at `root`, each file of a room apart. */
export async function bundleStory(root: string): Promise<Bundled> {
  const entryPoints = (Object.keys(rooms) as Room[]).flatMap((room) => storyFiles(root, room));
  try {
    return { ...(await bundled(root, entryPoints)), faults: [], unread: [] };
  } catch (error) {
    const faults = faultsOfBuild(error, "src/figures");
    // One by one, the sound files say which they are: what is wrong with them is told all the same.
    const isSound = await Promise.all(
      entryPoints.map((file) =>
        build({ ...bundling(resolve(root), [file]), sourcemap: false }).then(
          () => true,
          () => false
        )
      )
    );
    const sound = entryPoints.filter((_, place) => isSound[place]);
    return {
      ...(await bundled(root, sound)),
      faults,
      unread: entryPoints.filter((_, place) => !isSound[place])
    };
  }
}

async function bundled(
  root: string,
  entryPoints: readonly string[]
): Promise<Pick<Bundled, "modules" | "files" | "hash">> {
  const project = resolve(root);
  if (entryPoints.length === 0) return { modules: [], files: [], hash: hashOf([]) };
  const { outputFiles, metafile } = await build(bundling(project, entryPoints));
  forgetEarlier(join(buildFolder(project), "story"));
  for (const { path, contents } of outputFiles)
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      keep(path, contents);
    }
  const made = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, join(project, path)])
  );
  return {
    modules: entryPoints.map((file) => ({ file, module: made.get(file) ?? "" })),
    files: Object.keys(metafile.inputs),
    hash: hashOf(outputFiles)
  };
}

/** Clears away what the story was, but for what a preview may be about to import. */
function forgetEarlier(folder: string): void {
  const dayAgo = Date.now() - 86_400_000;
  for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []) {
    const file = statSync(join(folder, name), { throwIfNoEntry: false });
    if (file?.isFile() && file.mtimeMs < dayAgo) rmSync(join(folder, name), { force: true });
  }
}

/** The files of a room from the project's root, in the order of their names. */
export function storyFiles(root: string, room: Room): string[] {
  const folder = join(root, "src", room);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => `src/${room}/${name}`);
}

/** A story uses the machine that reads it, not a copy. */
const machineOutside: Plugin = {
  name: "machine-outside",
  setup({ onResolve }) {
    onResolve({ filter: /\/notebook\/index\.ts$/ }, () => ({ path: pathToFileURL(border).href, external: true }));
  }
};

/**
 * Packages are imported where they lie; one that is not installed is a fault at its import, and a part of Node where a browser is to
 * run the code.
 */
export const packagesOutside = ({ parts }: { parts: "refused" | "allowed" }): Plugin => ({
  name: "packages-outside",
  setup(pluginBuild) {
    const seen = Symbol("seen");
    pluginBuild.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === seen || kind === "entry-point") return undefined;
      if (isBuiltin(path))
        return parts === "allowed" ? { path, external: true } : { errors: [{ text: `Could not resolve "${path}"` }] };
      const { errors } = await pluginBuild.resolve(path, { kind, resolveDir, pluginData: seen });
      if (errors.length === 0) return { path, external: true };
      const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      return { errors: [{ text: `there is no package "${path}"`, detail: `npm install ${name}` }] };
    });
  }
});
