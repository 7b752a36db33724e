import { parseOptions } from "../../src/notebook/build/parse-options.ts";
import { type Fault, InputError, suggest } from "../../src/notebook/ledger/fault.ts";

/** What the bench is asked for on the command line. */
export interface BenchOptions {
  /** How often each page is visited in each way. */
  runs: number;
  /** Addresses of the pages. */
  paths: string[];
  /** Whether `dist` is taken as it is. */
  built: boolean;
}

/**
 * Reads `--runs N`, `--built`, and any number of `--page /path`; without pages, all. Faulty options throw an InputError.
 */
export function readOptions(args: string[], known: readonly string[]): BenchOptions {
  const values = parseOptions(
    {
      runs: { type: "string", default: "5" },
      page: { type: "string", multiple: true },
      built: { type: "boolean", default: false }
    },
    {
      does: "Measures each page beside plain HTML and beside Framework’s default, in a real browser.\n“edits” measures how soon an edit shows in the preview, “ingest” how well drafts meet the ledger.",
      example:
        "npm run bench -- --page /gallium --runs 3\n         npm run bench -- edits --runs 3\n         npm run bench -- ingest --texts ../texts"
    },
    args
  );
  const paths = values.page ?? [...known];
  const faults = [
    ...runFaults(values.runs),
    ...paths
      .filter((path) => !known.includes(path))
      .map((path) => fault("--page", `no page is called "${path}"`, suggest(path, known, "src")))
  ];
  if (faults.length > 0) throw new InputError(faults);
  return { runs: Number(values.runs), paths, built: values.built };
}

/** Reads `--runs N` of the bench of edits. */
export function readEditOptions(args: string[]): Pick<BenchOptions, "runs"> {
  const { runs } = parseOptions(
    { runs: { type: "string", default: "10" } },
    {
      does: "Measures how long an author waits for an edit to show in the preview, beside Framework’s own.",
      example: "npm run bench -- edits --runs 3"
    },
    args
  );
  const faults = runFaults(runs);
  if (faults.length > 0) throw new InputError(faults);
  return { runs: Number(runs) };
}

/** Reads `--texts DIR` of the bench of drafts. */
export function readTextsFolder(args: string[]): string {
  const { texts } = parseOptions(
    { texts: { type: "string", default: "../texts" } },
    {
      does: "Drafts each source whose text lies in a folder, and holds the drafts against the ledger.",
      example: "npm run bench -- ingest --texts ../texts"
    },
    args
  );
  return texts;
}

const runFaults = (runs: string): Fault[] =>
  Number.isInteger(Number(runs)) && Number(runs) > 0
    ? []
    : [fault("--runs", `"${runs}" is no number of runs`, "write a whole number from 1")];

const fault = (file: string, message: string, remedy: string): Fault => ({ file, line: 1, column: 1, message, remedy });
