import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";

const program = fileURLToPath(new URL("../../../src/notebook/build/cli.js", import.meta.url));
/** A folder for each thread that tests; the bundle of the machine in it serves every command. */
const folders = fileURLToPath(new URL("../../../.build/tests", import.meta.url));
const root = join(folders, `commands-${process.pid}-${threadId}`);
mkdirSync(root, { recursive: true });
for (const name of readdirSync(folders).filter((one) => one.startsWith("commands-")))
  if (!isRunning(Number.parseInt(name.slice("commands-".length), 10)))
    rmSync(join(folders, name), { recursive: true, force: true });

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs a command of the notebook in a folder that holds these files. */
export function runCommand(
  command: "check" | "verify" | "review" | "ingest" | "new",
  files: readonly { path: string; text: string }[],
  ...options: string[]
): { status: number | null; printed: string[]; complaints: string[] } {
  for (const name of readdirSync(root)) if (name !== ".build") rmSync(join(root, name), { recursive: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, command, ...options], {
    cwd: root,
    encoding: "utf8"
  });
  return { status, printed: linesOf(stdout), complaints: linesOf(stderr) };
}

/** What a file holds after the command that ran last; null where there is none. */
export function fileAfter(path: string): string | null {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
