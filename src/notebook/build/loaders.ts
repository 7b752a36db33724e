import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { build } from "esbuild";
import type { Fault } from "../ledger/fault.ts";
import type { Notebook } from "../page/notebook.ts";
import { loaderOf } from "./cells/attached-file.ts";
import { pageUse } from "./cells/page-use.ts";
import { write } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import type { Kept } from "./kept.ts";
import { buildFolder, machine } from "./paths.ts";
import { packagesOutside } from "./story-bundle.ts";

/** What cannot be read of the project's data loaders in TypeScript, whether a page asks for them or not. */
export async function unreadableLoaders(root: string): Promise<Fault[]> {
  const entryPoints = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter(
      (file) => /\.(?!d\.|test\.)\w+\.ts$/.test(file) && !/^src\/(?:notebook|figures|models|\.[^/]*)\//.test(file)
    )
    .sort();
  if (entryPoints.length === 0) return [];
  try {
    await build({
      absWorkingDir: resolve(root),
      entryPoints,
      outdir: join(resolve(buildFolder(root)), "loaders"),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
      write: false,
      plugins: [packagesOutside({ parts: "allowed" })]
    });
    return [];
  } catch (error) {
    return faultsOfBuild(error, "src");
  }
}

/** Long enough for what reads a file. Whoever asks other hosts is waited for by the build alone. */
const patience = 60_000;

/** What fails when the loaders that pages ask for are run, as a build would. One that ran well is run again once something has changed. */
export async function failingLoaders(
  root: string,
  { notebook, madeOf }: { notebook: Notebook; madeOf: string },
  kept: Kept
): Promise<Fault[]> {
  const asked = [...askedFor(root, notebook)].flatMap((path) => {
    const loader = loaderOf(join(root, "src"), path);
    return loader && /\.[jt]s$/.test(loader.file) ? [{ path, ...loader }] : [];
  });
  const unknown = asked.filter(({ path }) => kept.found<Fault[]>(["loader", madeOf, path]) === undefined);
  if (unknown.length === 0) return [];
  layOutTables(root, notebook);
  const found = await Promise.all(
    unknown.map(async ({ path, file, params }) => {
      const faults = await ranLoader(root, path, file, params);
      if (faults.length === 0) kept.keep(["loader", madeOf, path], []);
      return faults;
    })
  );
  return [...new Map(found.flat().map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** The files that the pages' live cells read, by their paths from `src`. */
const askedFor = (root: string, { site }: Notebook): Set<string> =>
  new Set(
    site.pages
      .flatMap(({ file, text }) => pageUse(file, text, root).files)
      .filter((path) => !existsSync(join(root, "src", path)))
  );

async function ranLoader(
  root: string,
  path: string,
  file: string,
  params: Readonly<Record<string, string>>
): Promise<Fault[]> {
  const words = Object.entries(params).map(([name, value]) => `--${name}=${value}`);
  const program = file.endsWith(".ts") ? [join(machine, "build/run-loader.js"), file] : [file];
  const faults = new LoaderFaults(root, path);
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: root,
    env: { ...process.env, ...faults.environment },
    stdio: ["ignore", "pipe", "inherit"]
  });
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill();
  }, patience);
  const ended = new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  const [printed, code] = await Promise.all([buffer(child.stdout), ended]);
  clearTimeout(limit);
  if (isLate) return [];
  return code === 0 ? oddOutput(path, file, printed) : faults.told(file, code);
}

/** What loaders leave of their faults for the command that runs them. */
export class LoaderFaults {
  readonly #folder: string;

  constructor(root: string, name = "all") {
    this.#folder = join(resolve(buildFolder(root)), "loader-faults", name.replace(/\W+/g, "-"));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** By which a loader is told where to leave them. */
  get environment(): Record<string, string> {
    return { NOTEBOOK_LOADER_FAULTS: this.#folder };
  }

  /** What was left; that the loader failed at all where nothing was. */
  told(file: string, code: number | null): Fault[] {
    const names = existsSync(this.#folder) ? readdirSync(this.#folder).sort() : [];
    const faults = names.map((name): Fault => JSON.parse(readFileSync(join(this.#folder, name), "utf8")));
    if (faults.length > 0) return faults;
    const message = `the loader ends with ${code === null ? "a signal" : `code ${code}`}`;
    return [{ file, line: 1, column: 1, message, remedy: "mend it; what it printed stands above" }];
  }
}

/** Output that no page could read. */
export function oddOutput(path: string, file: string, printed: Uint8Array): Fault[] {
  const at = { file, line: 1, column: 1 };
  if (printed.byteLength === 0)
    return [{ ...at, message: "the loader prints nothing", remedy: "write the file to process.stdout" }];
  if (!path.endsWith(".json")) return [];
  try {
    JSON.parse(Buffer.from(printed).toString("utf8"));
    return [];
  } catch (error) {
    const message = `the loader prints no JSON: ${(error as Error).message}`;
    return [{ ...at, message, remedy: "write JSON.stringify of the rows to process.stdout, and nothing else" }];
  }
}

/** The tables for the loaders, which are processes of their own. */
export function layOutTables(root: string, { tables }: Notebook): void {
  const folder = join(buildFolder(root), "tables");
  rmSync(folder, { recursive: true, force: true });
  for (const { name, rows } of Object.values(tables)) write(folder, `${name}.json`, JSON.stringify(rows));
  process.env.NOTEBOOK_TABLES = folder;
}
