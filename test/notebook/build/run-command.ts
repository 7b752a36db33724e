import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { temporaryFolder } from "./temporary-folder.ts";

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs a command of the notebook in a temporary folder that holds these files. */
export function runCommand(
  command: "check" | "verify" | "review",
  files: readonly { path: string; text: string }[],
  ...options: string[]
): { status: number | null; printed: string[]; complaints: string[] } {
  const root = temporaryFolder();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const program = fileURLToPath(new URL(`../../../src/notebook/build/${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", loader, program, ...options], {
    cwd: root,
    encoding: "utf8"
  });
  return { status, printed: linesOf(stdout), complaints: linesOf(stderr) };
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
