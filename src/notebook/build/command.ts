import { InputError } from "../ledger/fault.ts";
import { HelpAsked } from "./parse-options.ts";

/**
 * Runs a command to its end. Faulty input is printed, a line each, and ends with exit code 1 and no stack trace;
 * a fault of the program itself keeps its trace.
 */
export async function runCommand(main: () => void | Promise<void>): Promise<void> {
  // The process that started this one is gone: nobody would ever stop a preview.
  process.once("disconnect", () => process.exit());
  process.channel?.unref();
  // Whoever reads the output may have enough of it: `| head -1`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    if (error instanceof HelpAsked) {
      console.log(error.message);
      return;
    }
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    console.error(`${error.faults.length} ${error.faults.length === 1 ? "fault" : "faults"}`);
    process.exitCode = 1;
  }
}

/** Ends a command with one fault of what it was given. */
export function refuse(file: string, message: string, remedy: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy }]);
}
