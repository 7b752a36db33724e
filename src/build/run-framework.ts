import { spawn } from "node:child_process";
import { relative } from "node:path";
import { text } from "node:stream/consumers";
import { InputError } from "../ledger/fault.ts";
import { missingFile } from "./missing-file.ts";
import { frameworkProgram } from "./paths.ts";
import { shareModules } from "./share-modules.ts";

/** Framework ended with an error or printed a warning; the message is what it said. */
export class FrameworkError extends Error {
  override name = "FrameworkError";
}

/** Runs `observable build` into `output`. A failure and a warning both throw; a file that a page lacks as an InputError. */
export async function runFramework(root: string, output: string): Promise<void> {
  const build = spawn(process.execPath, [frameworkProgram, "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NOTEBOOK_OUTPUT: relative(root, output),
      OBSERVABLE_TELEMETRY_DISABLE: "1",
      NO_COLOR: "1"
    }
  });
  const exit = new Promise<number | null>((resolve, reject) => build.on("error", reject).on("close", resolve));
  const [printed, complaints, code] = await Promise.all([text(build.stdout), text(build.stderr), exit]);
  const missing = missingFile(root, complaints);
  if (missing) throw new InputError([missing]);
  if (code !== 0) throw new FrameworkError(pageAtWork(printed) + (withoutTrace(complaints) || lastLines(printed)));
  const warning = [...complaints.split("\n"), ...printed.split("\n")].filter((line) => isWarning(line)).join("\n");
  if (warning) throw new FrameworkError(warning);
  shareModules(root, output);
}

// Framework looks for links before the pages are finished; broken-links.ts looks afterwards.
const isWarning = (line: string): boolean => /warning/i.test(line) && !/broken link/.test(line);

function withoutTrace(complaints: string): string {
  const said = complaints
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |^Node\.js v|^Tip: |^If you think this is a bug|^↳ /.test(line))
    .map((line) => line.replace(/^Unexpected error: /, ""));
  return [...new Set(said)].join("\n");
}

const lastLines = (printed: string): string => printed.trim().split("\n").slice(-5).join("\n");

/** The page that Framework was at when it ended. */
function pageAtWork(printed: string): string {
  const page = [...printed.matchAll(/^(?:load|render) (\/\S+)/gm)].at(-1)?.[1];
  return page ? `src${page}.md cannot be built:\n` : "";
}
