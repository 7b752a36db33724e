import { fork } from "node:child_process";

/** Runs another of the commands in a process of its own, so that it reads its code and data anew. Tells whether it succeeded. */
export function runStep(command: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    fork(command)
      .on("error", reject)
      .on("close", (code) => resolve(code === 0));
  });
}
