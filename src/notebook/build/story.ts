import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Figure, FigureRow } from "../kit/figure.ts";
import type { Model } from "../kit/model.ts";
import type { Fault } from "../ledger/fault.ts";
import type { Story } from "../page/notebook.ts";
import { keep } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import { locate } from "./links.ts";
import { border, buildFolder, machine } from "./paths.ts";

/** A story as its files are now. With a fault it has no figures and no models. */
export interface ReadStory extends Story {
  /** What it is made of, by path from the project's root; none where it cannot be read. */
  files: readonly string[];
  faults: Fault[];
  /** The hash of its code, with all that it imports but for the machine and packages; empty where it cannot be read. */
  hash: string;
}

/** The folders of a story's code, and what marks an export of theirs as what a page may name. */
const rooms = { figures: "draw", models: "results" } as const;
type Room = keyof typeof rooms;

/** A file of a room with what it exports. */
interface StoryFile {
  file: string;
  exported: Record<string, unknown>;
}

const isIn =
  (room: Room) =>
  (value: unknown): value is { name: string } =>
    typeof (value as Record<string, unknown> | null)?.[rooms[room]] === "function";

/**
 * Reads the figures of `src/figures` and the models of `src/models` of the project at `root`, each in the order of the
 * files' names. A file may hold what several figures share, and export none. They are bundled, and imported anew where they
 * or what they import have changed, so that one process can follow edits: all else stays the very same objects. What is
 * wrong with a file, wrong names included, is a fault with its place.
 */
export async function readStory(root: string): Promise<ReadStory> {
  const none = { figures: [], models: [], files: [], hash: "" };
  const bundled = await bundle(root);
  if ("faults" in bundled) return { ...none, faults: bundled.faults };
  const { files } = bundled;
  try {
    process.setSourceMapsEnabled(true);
    const [figures, models] = [await imported("figures", bundled), await imported("models", bundled)];
    const faults = [...misnamed("figures", figures), ...misnamed("models", models), ...nodeOnly(root, files)];
    if (faults.length > 0) return { ...none, files, faults };
    return {
      figures: exportsOf(figures, "figures") as unknown as Figure<FigureRow>[],
      models: exportsOf(models, "models") as unknown as Model<string>[],
      files,
      faults: [],
      hash: bundled.hash
    };
  } catch (error) {
    return { ...none, files, faults: [faultOfImport(error, root)] };
  }
}

const imported = (room: Room, { modules }: Bundled): Promise<StoryFile[]> =>
  Promise.all(
    modules
      .filter(({ file }) => file.startsWith(`src/${room}/`))
      .map(async ({ file, module }) => ({ file, exported: await import(pathToFileURL(module).href) }))
  );

const exportsOf = (files: readonly StoryFile[], room: Room): { name: string }[] =>
  files.flatMap(({ exported }) => Object.values(exported).filter(isIn(room)));

/** Figures and models whose names are not their files'. */
function misnamed(room: Room, files: readonly StoryFile[]): Fault[] {
  const what = room.slice(0, -1);
  return files.flatMap(({ file, exported }) => {
    const own = file.replace(/^.*\/|\.ts$/g, "");
    return Object.values(exported)
      .filter(isIn(room))
      .filter(({ name }) => name !== own)
      .map(({ name }) => ({
        file,
        line: 1,
        column: 1,
        message: `this file has a ${what} named "${name}"`,
        remedy: `name it "${own}", or put it into src/${room}/${name}.ts`
      }));
  });
}

/** Names of the machine's index that only Node can serve, in files that a reader's browser gets. */
function nodeOnly(root: string, files: readonly string[]): Fault[] {
  const index = readFileSync(join(machine, "index.ts"), "utf8");
  const names = [...index.matchAll(/^export \{([^}]+)\} from "\.\/build\//gm)].flatMap(
    ([, list = ""]) => list.match(/\w+/g) ?? []
  );
  const imports = /(?<=^import \{)[^}]*(?=\} from "[^"]*notebook\/index\.ts")/gm;
  const imported = new RegExp(`\\b(?:${names.join("|")})\\b`, "g");
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const used = [...text.matchAll(imports)].flatMap(([list]) => list.match(imported) ?? []);
    return used.map((name) => ({
      ...locate(file, text, name),
      message: `"${name}" works in Node alone, and figures and models are drawn in the browser, too`,
      remedy: "take what is drawn from the tables that `select` is given"
    }));
  });
}

/** A story for Node; the machine and packages stay outside. */
interface Bundled {
  /** Each file of a room, and the module that was made of it, which is named by its content. */
  modules: { file: string; module: string }[];
  /** Every file that went into it. */
  files: string[];
  hash: string;
}

const hashOf = (outputs: readonly { hash: string }[]): string =>
  createHash("sha256")
    .update(outputs.map(({ hash }) => hash).join())
    .digest("hex");

async function bundle(root: string): Promise<Bundled | { faults: Fault[] }> {
  const project = resolve(root);
  const entryPoints = (Object.keys(rooms) as Room[]).flatMap((room) => storyFiles(root, room));
  if (entryPoints.length === 0) return { modules: [], files: [], hash: hashOf([]) };
  try {
    const { outputFiles, metafile } = await build({
      absWorkingDir: project,
      entryPoints,
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
      plugins: [machineOutside, packagesOutside]
    });
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
  } catch (error) {
    return { faults: faultsOfBuild(error, "src/figures") };
  }
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
function storyFiles(root: string, room: Room): string[] {
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

/** Packages are imported where they lie; one that is not installed is a fault at its import. */
const packagesOutside: Plugin = {
  name: "packages-outside",
  setup(pluginBuild) {
    const seen = Symbol("seen");
    pluginBuild.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === seen || kind === "entry-point") return undefined;
      if (isBuiltin(path)) return { errors: [{ text: `Could not resolve "${path}"` }] };
      const { errors } = await pluginBuild.resolve(path, { kind, resolveDir, pluginData: seen });
      if (errors.length === 0) return { path, external: true };
      const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      return { errors: [{ text: `there is no package "${path}"`, detail: `npm install ${name}` }] };
    });
  }
};

/** An error that a file of the story throws when it is imported, at the nearest place in the story. */
function faultOfImport(error: unknown, root: string): Fault {
  const { message = String(error), stack = "" } = error instanceof Error ? error : {};
  const [, file, line, column] =
    /\(?((?:file:\/\/)?\/[^()\s]*\/src\/(?:figures|models)\/[^():\s]+):(\d+):(\d+)/.exec(stack) ?? [];
  const path = file?.startsWith("file:") ? fileURLToPath(file) : file;
  return {
    file: path === undefined ? "src/figures" : relative(resolve(root), path),
    line: Number(line ?? 1),
    column: Number(column ?? 1),
    message,
    remedy: "mend the code; it fails as soon as it is imported"
  };
}

/** Gives a bundle for browsers the story's figures as `notebook:figures` and its models as `notebook:models`. */
export const storyModules = (root: string): Plugin => ({
  name: "story-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^notebook:(figures|models)$/ }, ({ path }) => ({ path, namespace: "story" }));
    onLoad({ filter: /./, namespace: "story" }, ({ path }) => {
      const room = path.slice("notebook:".length) as Room;
      const files = storyFiles(root, room);
      const imports = files.map((file, place) => `import * as file${place} from "./${file}";\n`);
      const names = files.map((_, place) => `file${place}`).join(", ");
      const contents = `${imports.join("")}export const ${room} = [${names}].flatMap(Object.values).filter((value) => typeof value?.${rooms[room]} === "function");\n`;
      return { contents, loader: "js", resolveDir: resolve(root) };
    });
  }
});
