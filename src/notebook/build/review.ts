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
  const isAccepted = ({ id: known, paragraph }: Drafted): boolean =>
    accept.some((one) => one === "all" || one === known || (paragraph !== undefined && one === String(paragraph)));
  const unknown = accept.filter(
    (one) => one !== "all" && !records.some(({ id: known, paragraph }) => known === one || String(paragraph) === one)
  );
  if (unknown.length > 0)
    refuse(
      path,
      `has no record "${unknown[0]}" with a guess`,
      "give the id of one that review shows, the number of a paragraph, or all"
    );

  const taken = records.filter(isAccepted);
  // Lines are taken out of the text itself, from its end, so that whatever else stands in it stays as it is.
  const remaining = [...taken]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to }) => all.slice(0, from) + all.slice(to), written);
  if (taken.length > 0) writeFileSync(path, remaining);

  const paragraphs = text === undefined ? [] : paragraphsOf(readFileSync(text, "utf8"));
  const left = records.filter((record) => !taken.includes(record));
  let shown: number | undefined;
  for (const record of left) {
    const { paragraph } = record;
    const words = paragraph === undefined ? undefined : paragraphs[paragraph - 1];
    // A paragraph is shown once, with what was printed in brackets.
    if (words !== undefined && paragraph !== shown) {
      const printed = left.filter((one) => one.paragraph === paragraph).map((one) => one.printed);
      console.log(`\n¶${paragraph} ${marked(words, printed)}`);
    } else if (paragraph === undefined) console.log("");
    shown = paragraph;
    console.log(`  ${record.id}  (${path}:${record.line})`);
    for (const line of linesOf(record)) console.log(`    ${line}`);
  }
  if (text === undefined && left.length > 0 && left.some(({ paragraph }) => paragraph !== undefined))
    console.log("\nWith --text FILE each stands below its paragraph.");
  console.log(
    left.length === 0
      ? `${path}: nothing is left to look at`
      : `\n${left.length} to look at; “?” marks what was guessed. --accept ID takes one’s mark away, --accept 2 those of paragraph 2, --accept all takes all`
  );
});

interface Drafted {
  id: string;
  paragraph: number | undefined;
  printed: string;
  guesses: string[];
  fields: [string, string][];
  line: number;
  /** The place of the line or lines of `review` in the file. */
  from: number;
  to: number;
}

/** A paragraph with each phrase that was read of it in brackets. */
function marked(words: string, printed: readonly string[]): string {
  return [...new Set(printed)]
    .filter((phrase) => phrase !== "" && words.includes(phrase))
    .reduce((text, phrase) => text.replace(phrase, `[${phrase}]`), words);
}

/** A record in few lines: what was read, the terms that it was put to, then our words. */
function linesOf({ fields, guesses }: Drafted): string[] {
  const isGuess = (name: string): string => (guesses.includes(name) ? "?" : "");
  const empty = new Set(["[]", "null", '""']);
  const said = fields.filter(([, value]) => !empty.has(value));
  const long = ["says", "paraphrase", "title", "title_supplied"];
  const amount = ["printed", "low", "value", "high", "comparator", "unit"];
  const line = (wanted: (name: string) => boolean): string =>
    said
      .filter(([name]) => wanted(name))
      .map(([name, value]) => `${name}${isGuess(name)}: ${value}`)
      .join("   ");
  return [
    line((name) => amount.includes(name)),
    line((name) => !amount.includes(name) && !long.includes(name)),
    ...long.map((one) => line((name) => name === one))
  ].filter(Boolean);
}

function recordsOf(text: string): Drafted[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lists = ["figures", "positions", "speakers", "places"].map((name) => document.get(name)).filter(isSeq);
  const maps = [document.get("source"), ...lists.flatMap(({ items }) => items)].filter(isMap);
  return maps.flatMap((map): Drafted[] => {
    const record = map.toJSON() as Record<string, unknown> & {
      id: string;
      paragraph?: number;
      printed?: string;
      review?: string[];
    };
    const pair = map.items.find(({ key }) => String(key) === "review");
    if (!record.review || !isNode(pair?.key) || !isNode(pair?.value) || !pair.key.range || !pair.value.range) return [];
    const { line } = lines.linePos(pair.key.range[0]);
    const start = lines.lineStarts[line - 1] ?? 0;
    const lead = text.slice(start, pair.key.range[0]);
    // In a record on one line only the field goes, with the comma before it.
    const isAlone = lead.trim() === "";
    const end = isAlone ? text.indexOf("\n", pair.value.range[1] - 1) : pair.value.range[1] - 1;
    return [
      {
        id: record.id,
        paragraph: record.paragraph,
        printed: record.printed ?? "",
        guesses: record.review,
        fields: Object.entries(record)
          .filter(([name]) => !["id", "paragraph", "review", "text_sha256"].includes(name))
          .map(([name, one]): [string, string] => [name, typeof one === "string" ? one : JSON.stringify(one)]),
        line,
        from: isAlone ? start : start + lead.replace(/,?\s*$/, "").length,
        to: end < 0 ? text.length : end + 1
      }
    ];
  });
}

function refuse(file: string, message: string, remedy: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy }]);
}
