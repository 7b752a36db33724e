import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Fault } from "../ledger/fault.ts";
import { buildFolder } from "./paths.ts";

/**
 * What TypeScript finds in the project at `root`, by its own tsconfig.json; nothing where it has none, or no TypeScript. What
 * has not changed since the last run is not looked at again.
 */
export async function typeFaults(root: string): Promise<Fault[]> {
  const program = compiler(root);
  if (!existsSync(join(root, "tsconfig.json")) || program === undefined) return [];
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
