import { relative } from "node:path";
import { InputError } from "../ledger/fault.ts";
import { faultOfSystem } from "../ledger/system-fault.ts";
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
    const { message, faults } = asInputError(error);
    console.error(message);
    console.error(counted(faults.length, "fault"));
    process.exitCode = 1;
  }
}

/** "1 fault", "2 faults". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Ends a command with one fault of what it was given. */
export function refuse(file: string, message: string, remedy: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy }]);
}

/** What the system refuses, a full disk say, is no fault of the program's. */
function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const fault = faultOfSystem(error);
  if (!fault) throw error;
  return new InputError([{ ...fault, file: relative(process.cwd(), fault.file) || "." }]);
}
