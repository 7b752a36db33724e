import { readLedger } from "../ledger/read-ledger.ts";
import { sourcePath } from "./record-link.ts";

/** The path of every source's page, for a build that makes them from one Markdown file. */
export const sourcePaths = (root: string): string[] => readLedger(root).sources.map(({ id }) => sourcePath(id));
