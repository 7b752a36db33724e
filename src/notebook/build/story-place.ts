import type { Fault } from "../ledger/fault.ts";

/** A file of the story's own code in a stack trace, whose places source maps have put back. */
const frame = /\/(src\/(?!notebook\/)[^():\s]+\.ts):(\d+):(\d+)/;

/** Where in the story's code an error arose: the nearest of its lines; undefined where none had to do with it. */
export function placeInStory(error: unknown): Pick<Fault, "file" | "line" | "column"> | undefined {
  const [, file, line, column] = frame.exec(error instanceof Error ? (error.stack ?? "") : "") ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** What an error says, in one line of its own. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)) || "an error without a word";
