import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { offlineGuard, packages } from "./paths.ts";

/** Runs an installed package's program with the network out of reach, and tells whether it succeeded. */
export function runProgram(commandLine: string, environment: Record<string, string>): Promise<boolean> {
  const [program = "", ...args] = commandLine.split(" ");
  const child = spawn(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ...environment,
      PATH: [join(packages, ".bin"), process.env.PATH].join(delimiter),
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${offlineGuard}`.trim()
    }
  });
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code) => resolve(code === 0)));
}
