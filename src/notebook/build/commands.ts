import { nearest } from "../ledger/fault.ts";
import { refuse, runCommand } from "./command.ts";
import { type Help, type Options, parseOptions, type ValuesOf, wordsGiven } from "./parse-options.ts";

/** A command, called with what stands after its name. */
type Command = (args: string[]) => Promise<void>;

/** The work of a command is loaded once its options are known to be sound: `--help` and a slip are answered at once. */
function command<Known extends Options>(
  help: Help,
  known: Known,
  load: () => Promise<{ default(given: ValuesOf<Known>, words: readonly string[]): void | Promise<void> }>
): Command {
  return async (args) => {
    const given = parseOptions(known, help, args);
    const { default: work } = await load();
    await work(given, wordsGiven(known, args));
  };
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;

const commands: Readonly<Record<string, Command>> = {
  start: command(
    { does: "Builds the notebook and serves it on this machine.", example: "npm start" },
    {},
    () => import("./start.ts")
  ),
  dev: command(
    { does: "Serves the notebook on this machine and follows your edits.", example: "npm run dev" },
    {},
    () => import("./dev.ts")
  ),
  build: command(
    { does: "Builds the notebook into dist, whole or not at all.", example: "npm run build" },
    {},
    () => import("./build.ts")
  ),
  export: command(
    {
      does: "Writes pages of the built notebook as one HTML file each, which works from a mail and without a network.",
      takes: "names of pages, as in their addresses",
      example: "npm run export -- index"
    },
    {},
    () => import("./export.ts")
  ),
  check: command(
    {
      does: "Finds every fault of ledger, pages and code, each with file, line, column and remedy.",
      example: "npm run check"
    },
    {},
    () => import("./check.ts")
  ),
  accept: command(
    {
      does: "Accepts what the data have made of titles and findings, of which check tells until then, and, once no fault is left, of the outlines of drawings.\nA verdict whose figures have changed is accepted by its name, once it has been read again.",
      takes: "names of verdicts, or none",
      example: "npm run accept\n         npm run accept -- price-of-arabica"
    },
    {},
    () => import("./accept.ts")
  ),
  verify: command(
    {
      does: "Holds each record against the texts in a folder, found by their hash; says so and passes where there are none.",
      example: "npm run verify -- --texts ../texts"
    },
    { texts: text },
    () => import("./verify.ts")
  ),
  schema: command(
    { does: "Renews data/schema, from which editors complete YAML.", example: "npm run schema" },
    {},
    () => import("./schema.ts")
  ),
  new: command(
    {
      does: "Writes a page, a figure, a source or a whole notebook that checks and builds as it is.",
      takes: 'page SLUG "Title", figure NAME, source ID DATE, notebook DIR "Title"',
      example: 'npm run new -- page wagons "Where the wagons go"'
    },
    { from: text },
    () => import("./new.ts")
  ),
  ingest: command(
    {
      does: "Reads an article (text, HTML, Markdown) and drafts its file of the ledger, with every guess marked.\nThe draft is called by --id; without it by --publisher, else by the file. The text of HTML or Markdown is kept beside the file, as FILE.txt, or as --text says; no other text is overwritten.\nWith --release FILE, reads the data file (CSV, TSV, XLSX) of the release --id, or of the edition --id that comes after --after.",
      takes: "the article’s file",
      example:
        "npm run ingest -- article.html --id gazette --publisher “The Gazette” --date 2026-01-31\n         npm run ingest -- --release survey.xlsx --id survey-2027 --after survey-2026 --edition “Survey 2027” --date 2027-02"
    },
    {
      id: text,
      title: text,
      publisher: text,
      url: text,
      date: text,
      author: texts,
      text,
      release: text,
      after: text,
      edition: text,
      sheet: text
    },
    () => import("./ingest.ts")
  ),
  review: command(
    {
      does: "Shows what is still a guess in a drafted source, beside its paragraph, with the speakers that it added.\n--accept takes the mark away; --leave-out makes a drafted figure a passage that is left out, --reason says why.",
      takes: "the id of a source",
      example: "npm run review -- gazette --text gazette.txt --accept gazette.riders-line-4 --accept 3"
    },
    { text, accept: texts, "leave-out": texts, reason: text },
    () => import("./review.ts")
  ),
  diff: command(
    {
      does: "Tells what changes for readers: rows, derived quantities, comparisons, findings no longer borne out, and each sentence, figure and card whose words change, before and after. It compares the last commit with the files as they are, or what is named.",
      takes: "[OLD] [NEW], each a revision of Git, a project’s folder or a build’s",
      example: "npm run diff -- main --markdown"
    },
    { all: flag, markdown: flag, json: flag },
    () => import("./diff.ts")
  )
};

await runCommand(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const run = commands[name];
  if (run) return run(args);
  const meant = nearest(name, Object.keys(commands));
  refuse(
    name || "command",
    name ? "is none of the commands" : "is missing",
    meant ? `did you mean ${meant}?` : `there are ${Object.keys(commands).join(", ")}`
  );
});
