import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { z } from "zod";
import { isDate } from "../ledger/checks/every-date-exists.ts";
import { type Fault, InputError, nearest } from "../ledger/fault.ts";
import type { NotebookOptions } from "../page/site.ts";
import { emit } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import { buildFolder } from "./paths.ts";
import { messageOf } from "./story-place.ts";

const file = "observablehq.config.ts";

const words = z.string("it must be text").trim().min(1, "it must be text");
const day = words.refine((text) => text.length === 10 && isDate(text), "it must be a day, such as 2026-01-31");
const address = words.refine(
  (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
  "it must be a whole address, such as https://example.org/notebook/"
);

const optionsShape = z.looseObject({
  title: words,
  name: words.optional(),
  description: words.optional(),
  about: words.optional(),
  authors: z.array(words, "it must be a list of names").optional(),
  published: day.optional(),
  updated: day.optional(),
  licence: words.optional(),
  homepage: address.optional(),
  repository: words.optional(),
  base: words.startsWith("/", "it must begin with a slash").optional(),
  preserveExtension: z.boolean("it must be true or false").optional()
});

/** Options of Framework’s that are of use here; the notebook settles the others itself. */
const ofFramework = ["linkify", "quotes", "typographer", "preserveIndex"];
const settled =
  "root output pages pager sidebar toc search style theme globalStylesheets head header footer home scripts dynamicPaths interpreters duckdb markdownIt cleanUrls".split(
    " "
  );

/** What the config of a project says, as far as it can be used, and what is wrong with it. */
export interface ReadOptions {
  options: NotebookOptions;
  faults: Fault[];
}

/** What the config of the project at `root` says of the notebook. Throws an InputError that lists every fault. */
export async function readOptions(root: string): Promise<NotebookOptions> {
  const { options, faults } = await lookIntoOptions(root);
  if (faults.length > 0) throw new InputError(faults);
  return options;
}

/**
 * The same, with what is at fault left out. The config is read with the machine left out: this is the machine, and Framework's
 * own programs are the ones that need what it makes of the options.
 */
export async function lookIntoOptions(root: string): Promise<ReadOptions> {
  const none = (...faults: Fault[]): ReadOptions => ({ options: { title: "A notebook" }, faults });
  if (!existsSync(join(root, file)))
    return none({
      file,
      line: 1,
      column: 1,
      message: "the notebook has no config",
      remedy: "write the file, or go to its folder"
    });
  const text = readFileSync(join(root, file), "utf8");
  try {
    const { default: given } = await importConfig(root);
    if (typeof given === "object" && given !== null) return soundOptions({ ...given }, text);
    return none({
      file,
      line: 1,
      column: 1,
      message: "the config exports no options",
      remedy: "write `export default notebook({ title: … })`"
    });
  } catch (error) {
    if ((error as { errors?: unknown }).errors) return none(...faultsOfBuild(error, file));
    const [, line = "1", column = "1"] =
      /observablehq\.config\.ts:(\d+):(\d+)/.exec((error as Error).stack ?? "") ?? [];
    return none({
      file,
      line: Number(line),
      column: Number(column),
      message: messageOf(error),
      remedy: "mend the code; it fails as soon as it is read"
    });
  }
}

/** The options that are as they have to be; the others are told where they stand. */
function soundOptions(given: Record<string, unknown>, text: string): ReadOptions {
  const placeOf = (key: string): Pick<Fault, "file" | "line" | "column"> => {
    const index = text.search(new RegExp(`(?<=^|[\\s{,])["']?${key}["']?\\s*:`, "m"));
    const before = text.slice(0, Math.max(index, 0)).split("\n");
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const known = Object.keys(optionsShape.shape);
  const { error } = optionsShape.safeParse(given);
  const wrong = (error?.issues ?? []).map(({ path: [key = ""], message }) => {
    const name = String(key);
    const isMissing = given[name] === undefined;
    return {
      key: name,
      message: isMissing ? `the config has no "${name}"` : `"${name}" is ${JSON.stringify(given[name])}`,
      remedy: isMissing ? `add \`${name}: "…"\`` : message
    };
  });
  const unknown = Object.keys(given).flatMap((key) => {
    if (known.includes(key) || ofFramework.includes(key)) return [];
    if (settled.includes(key))
      return [{ key, message: `"${key}" is not served here`, remedy: "leave it out; the notebook settles it itself" }];
    const meant = nearest(key, [...known, ...ofFramework]);
    const remedy = meant ? `did you mean "${meant}"?` : `use one of ${known.join(", ")}`;
    return [{ key, message: `"${key}" is no option of a notebook`, remedy }];
  });
  const faults = [...wrong, ...unknown].map(({ key, message, remedy }) => ({ ...placeOf(key), message, remedy }));
  const spoilt = new Set([...wrong, ...unknown].map(({ key }) => key));
  const options = Object.fromEntries(Object.entries(given).filter(([key]) => !spoilt.has(key)));
  return { options: { title: "A notebook", ...options }, faults };
}

async function importConfig(root: string): Promise<{ default?: unknown }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    packages: "external",
    sourcemap: "inline",
    outdir: buildFolder(root),
    logLevel: "silent",
    plugins: [
      {
        name: "options-alone",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/notebook\/index\.ts$/ }, ({ path }) => ({ path, namespace: "options-alone" }));
          onLoad({ filter: /.*/, namespace: "options-alone" }, () => ({
            contents: "export const notebook = (options) => options;"
          }));
        }
      }
    ]
  } satisfies BuildOptions);
  process.setSourceMapsEnabled(true);
  const made = emit(buildFolder(root), "config.mjs", outputFiles[0]?.text ?? "");
  return import(pathToFileURL(join(buildFolder(root), made)).href);
}
