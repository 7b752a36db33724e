import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Fault } from "../ledger/fault.ts";
import { hashOf, type Kept } from "./kept.ts";
import { buildFolder } from "./paths.ts";

/**
 * What TypeScript finds in the project at `root`, by its own tsconfig.json; nothing where it has none, or no TypeScript. What
 * has not changed since the last run is not looked at again, and where nothing has, TypeScript is not even started.
 */
export async function typeFaults(root: string, kept: Kept): Promise<Fault[]> {
  const program = compiler(root);
  if (!existsSync(join(root, "tsconfig.json")) || program === undefined) return [];
  const code = ["types", hashOf(codeOf(root).flatMap((file) => [file, readFileSync(join(root, file))]))];
  const known = kept.found<Fault[]>(code);
  if (known) return known;
  const faults = await compiled(root, program);
  kept.keep(code, faults);
  return faults;
}

/** All that a compiler may read of the project at `root`, but for packages. */
const codeOf = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !/^(?:\..*|node_modules|dist|export|coverage)$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { recursive: true, encoding: "utf8" }).map((name) =>
            join(entry.name, name)
          )
        : [entry.name]
    )
    .filter((file) => /\.(?:[cm]?tsx?|json)$/.test(file) && !/[\\/](?:\.\w+|dist)[\\/]/.test(file))
    .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile())
    .sort();

async function compiled(root: string, program: string): Promise<Fault[]> {
  const memory = join(resolve(buildFolder(root)), "types.tsbuildinfo");
  const options = ["--project", "tsconfig.json", "--pretty", "false", "--incremental", "--tsBuildInfoFile", memory];
  const child = spawn(process.execPath, [program, ...options], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  const [printed, code] = await Promise.all([text(child.stdout), ended]);
  const faults = faultsIn(printed);
  if (code !== 0 && faults.length === 0) throw new Error(`TypeScript ended with ${code}: ${printed}`);
  return faults;
}

function compiler(root: string): string | undefined {
  try {
    const manifest = createRequire(join(resolve(root), "package.json")).resolve("typescript/package.json");
    return join(dirname(manifest), "bin/tsc");
  } catch {
    return undefined;
  }
}

/**
 * `src/a.ts(3,5): error TS2322: …`, with indented lines that say more. Of a file that cannot be read (TS1005 and its like) only
 * the first is told: what comes after it mostly follows from it.
 */
function faultsIn(printed: string): Fault[] {
  const found = [...printed.matchAll(/^(?:(\S.*)\((\d+),(\d+)\): )?error TS(\d+): (.*)((?:\n[ \t]+.*)*)/gm)].map(
    ([, file = "tsconfig.json", line = "1", column = "1", code = "", message = "", more = ""]) => ({
      unreadable: /^1\d{3}$/.test(code),
      fault: {
        file,
        line: Number(line),
        column: Number(column),
        message: message.replace(/\.$/, ""),
        remedy: more.trim().split("\n").at(-1)?.trim().replace(/\.$/, "") || "mend the code"
      }
    })
  );
  const unreadable = new Map<string, Fault>();
  for (const { unreadable: cannot, fault } of found)
    if (cannot && !unreadable.has(fault.file)) unreadable.set(fault.file, fault);
  return found.flatMap(({ fault }) => ((unreadable.get(fault.file) ?? fault) === fault ? [fault] : []));
}
