import { isBuiltin } from "node:module";
import type { Message } from "esbuild";
import type { Fault } from "../ledger/fault.ts";

/** What esbuild could not bundle, as faults at their places; `file` is named where it gives none. Any other error is thrown. */
export function faultsOfBuild(error: unknown, file: string): Fault[] {
  const { errors } = error as { errors?: Message[] };
  if (!errors) throw error;
  return errors.map(({ text, location, detail }) => {
    const place = { file: location?.file ?? file, line: location?.line ?? 1, column: (location?.column ?? 0) + 1 };
    const [, asked = ""] = /^Could not resolve "([^"]+)"/.exec(text) ?? [];
    if (isBuiltin(asked))
      return {
        ...place,
        message: `this import names "${asked}", a part of Node that no browser has`,
        remedy: "figures and models are drawn in the browser, too; read in a loader what only Node can read"
      };
    return { ...place, message: text, remedy: typeof detail === "string" ? `run \`${detail}\`` : "mend the code" };
  });
}
