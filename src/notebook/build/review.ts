import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";
import { InputError } from "../ledger/fault.ts";
import { ledgerFolder } from "../ledger/read-ledger.ts";
import { paragraphsOf } from "../ledger/verify-text.ts";
import { runCommand } from "./command.ts";
import { parseOptions, wordsGiven } from "./parse-options.ts";

const options = { text: { type: "string" }, accept: { type: "string", multiple: true } } as const;

/** Shows each drafted record of a source beside its paragraph; takes the mark from those that are accepted. */
await runCommand(() => {
  const { text, accept = [] } = parseOptions(options, {
    does: "Shows what is still a guess in a drafted source, beside its paragraph; --accept takes the mark away.",
    example: "npm run review -- gazette --text gazette.txt --accept gazette.riders-line-4",
    takes: "the id of a source"
  });
  const [id = ""] = wordsGiven(options);
  const path = `${ledgerFolder}/${id.replace(/^.*\/|\.yaml$/g, "")}.yaml`;
  if (!existsSync(path)) refuse(path, "there is no such file", "name the source by its id: npm run review -- ID");
  if (text !== undefined && !existsSync(text))
    refuse(text, "there is no such file", "name the article’s text: --text FILE");
  const written = readFileSync(path, "utf8");
  const records = recordsOf(written);
  const unknown = accept.filter((one) => one !== "all" && !records.some(({ id: known }) => known === one));
  if (unknown.length > 0)
    refuse(path, `has no record "${unknown[0]}" with a guess`, "give the id of one that review shows, or all");

  const taken = records.filter((record) => accept.includes("all") || accept.includes(record.id));
  // Lines are taken out of the text itself, from its end, so that whatever else stands in it stays as it is.
  const remaining = [...taken]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to }) => all.slice(0, from) + all.slice(to), written);
  if (taken.length > 0) writeFileSync(path, remaining);

  const paragraphs = text === undefined ? [] : paragraphsOf(readFileSync(text, "utf8"));
  const left = records.filter((record) => !taken.includes(record));
  for (const { id: record, paragraph, guesses, fields, line } of left) {
    console.log(`\n${path}:${line} ${record}`);
    if (paragraph !== undefined && paragraphs[paragraph - 1])
      console.log(`  ¶${paragraph} ${paragraphs[paragraph - 1]}`);
    for (const [name, value] of fields) console.log(`  ${guesses.includes(name) ? "?" : " "} ${name}: ${value}`);
  }
  console.log(
    left.length === 0
      ? `${path}: nothing is left to look at`
      : `\n${left.length} to look at; --accept ID takes one’s mark away, --accept all takes all`
  );
});

interface Drafted {
  id: string;
  paragraph: number | undefined;
  guesses: string[];
  fields: [string, string][];
  line: number;
  /** The place of the line or lines of `review` in the file. */
  from: number;
  to: number;
}

function recordsOf(text: string): Drafted[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lists = ["figures", "positions"].map((name) => document.get(name)).filter(isSeq);
  const maps = [document.get("source"), ...lists.flatMap(({ items }) => items)].filter(isMap);
  return maps.flatMap((map): Drafted[] => {
    const record = map.toJSON() as Record<string, unknown> & { id: string; paragraph?: number; review?: string[] };
    const pair = map.items.find(({ key }) => String(key) === "review");
    if (!record.review || !isNode(pair?.key) || !isNode(pair?.value) || !pair.key.range || !pair.value.range) return [];
    const { line } = lines.linePos(pair.key.range[0]);
    const end = text.indexOf("\n", pair.value.range[1] - 1);
    return [
      {
        id: record.id,
        paragraph: record.paragraph,
        guesses: record.review,
        fields: Object.entries(record)
          .filter(([name]) => !["id", "paragraph", "review", "text_sha256"].includes(name))
          .map(([name, one]): [string, string] => [name, typeof one === "string" ? one : JSON.stringify(one)]),
        line,
        from: lines.lineStarts[line - 1] ?? 0,
        to: end < 0 ? text.length : end + 1
      }
    ];
  });
}

function refuse(file: string, message: string, remedy: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy }]);
}
