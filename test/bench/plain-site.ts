import { rmSync } from "node:fs";
import { write } from "../../src/notebook/build/emit.ts";
import type { ComparedPage } from "./compared-page.ts";

/** Writes the plain pages into a folder of their own. Returns that folder. */
export function writePlainSite(folder: string, pages: readonly ComparedPage[]): string {
  rmSync(folder, { recursive: true, force: true });
  for (const { file, plain } of pages) write(folder, `${file}.html`, plain);
  return folder;
}
