import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import type { Figure, FigureRow } from "../kit/figure.ts";
import type { Model } from "../kit/model.ts";
import type { Fault } from "../ledger/fault.ts";
import type { Story } from "../page/notebook.ts";
import { locate } from "./links.ts";
import { machine } from "./paths.ts";
import { bundleStory, type Module, type Room, rooms, storyFiles } from "./story-bundle.ts";
import { messageOf, placeInStory } from "./story-place.ts";

/** A story as its files are now, without the figures and models of files that are at fault. */
export interface ReadStory extends Story {
  /** What it is made of, by path from the project's root. */
  files: readonly string[];
  /** Files of figures and models that could not be read, or not as what their names say. */
  unread: readonly string[];
  faults: Fault[];
  /** The hash of its code, with all that it imports but for the machine and packages. */
  hash: string;
}

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
 * wrong with a file, wrong names included, is a fault with its place, and hides nothing of the other files.
 */
export async function readStory(root: string): Promise<ReadStory> {
  const { modules, files, hash, faults: ofBundle, unread: unbundled } = await bundleStory(root);
  process.setSourceMapsEnabled(true);
  const read = await Promise.all(modules.map(imported));
  const nodeBound = nodeOnly(root, files);
  const faults = [...ofBundle, ...read.flatMap((one) => ("fault" in one ? [one.fault] : misnamed(one))), ...nodeBound];
  const sound = read.filter((one) => "exported" in one);
  const exportsOf = (room: Room): { name: string }[] =>
    sound.filter(({ file }) => roomOf(file) === room).flatMap((one) => namedIn(one, room));
  const told = faults.map(({ file }) => file);
  return {
    figures: exportsOf("figures") as unknown as Figure<FigureRow>[],
    models: exportsOf("models") as unknown as Model<string>[],
    files,
    unread: [...unbundled, ...read.filter((one) => "fault" in one || told.includes(one.file)).map(({ file }) => file)],
    faults,
    hash
  };
}

const roomOf = (file: string): Room => (file.startsWith("src/figures/") ? "figures" : "models");

async function imported({ file, module }: Module): Promise<StoryFile | { file: string; fault: Fault }> {
  try {
    return { file, exported: await import(pathToFileURL(module).href) };
  } catch (error) {
    const place = placeInStory(error) ?? { file, line: 1, column: 1 };
    return {
      file,
      fault: { ...place, message: messageOf(error), remedy: "mend the code; it fails as soon as it is imported" }
    };
  }
}

const namedIn = ({ exported }: StoryFile, room: Room): { name: string }[] => Object.values(exported).filter(isIn(room));

/** Figures and models whose names are not their file's. */
function misnamed(story: StoryFile): Fault[] {
  const { file } = story;
  const room = roomOf(file);
  const what = room.slice(0, -1);
  const own = file.replace(/^.*\/|\.ts$/g, "");
  return namedIn(story, room)
    .filter(({ name }) => name !== own)
    .map(({ name }) => ({
      file,
      line: 1,
      column: 1,
      message: `this file has a ${what} named "${name}"`,
      remedy: `name it "${own}", or put it into src/${room}/${name}.ts`
    }));
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
