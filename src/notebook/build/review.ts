import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isMap, isNode, isSeq, LineCounter, parse, parseDocument } from "yaml";
import { nearest } from "../ledger/fault.ts";
import { ledgerFolder } from "../ledger/read-ledger.ts";
import { paragraphsOf } from "../ledger/verify-text.ts";
import { refuse } from "./command.ts";

interface Given {
  text?: string | undefined;
  accept?: string[] | undefined;
  "leave-out"?: string[] | undefined;
  reason?: string | undefined;
}

/** Shows each drafted record of a source beside its paragraph; takes the mark from those that are accepted. */
export default function review(
  { text, accept = [], "leave-out": unwanted = [], reason }: Given,
  [word = "", surplus]: readonly string[]
): void {
  if (surplus !== undefined) refuse(surplus, "is one source too many", "name one: npm run review -- ID");
  const id = word.replace(/^.*\/|\.yaml$/g, "");
  const path = `${ledgerFolder}/${id}.yaml`;
  if (!existsSync(path)) refuse(path, "there is no such file", "name the source by its id: npm run review -- ID");
  if (text !== undefined && !existsSync(text))
    refuse(text, "there is no such file", "name the article’s text: --text FILE");
  if (reason !== undefined && unwanted.length === 0)
    refuse("--reason", "goes with --leave-out alone", "name the figure that is left out: --leave-out ID");
  // Speakers and places that were added are looked at with the source that brought them.
  const shared = ["speakers", "places"]
    .map((name) => `${ledgerFolder}/${name}.yaml`)
    .filter((file) => existsSync(file));
  const all = [...new Set([path, ...shared])].flatMap((file) => recordsOf(file));
  // Nothing is written before all that was named is known to be there.
  const figures = figuresOf(path);
  const missing = unwanted.find((one) => !figures.includes(one));
  if (missing !== undefined)
    refuse(
      path,
      `has no figure "${missing}"`,
      nearestOr(missing, figures, "give the id of a figure that review shows")
    );
  const isMeant = ({ id: known, paragraph }: Drafted, one: string): boolean =>
    one === "all" || one === known || (paragraph !== undefined && one === String(paragraph));
  const unknown = accept.find((one) => one !== "all" && !all.some((record) => isMeant(record, one)));
  if (unknown !== undefined)
    refuse(
      path,
      `has no record "${unknown}" with a guess`,
      "give the id of one that review shows, the number of a paragraph, or all"
    );

  for (const one of unwanted) leaveOut(path, one, reason ?? "Counts nothing that this ledger keeps.");
  const still = unwanted.length === 0 ? all : [...new Set([path, ...shared])].flatMap((file) => recordsOf(file));
  const taken = still.filter((record) => accept.some((one) => isMeant(record, one)));
  for (const file of new Set(taken.map((record) => record.file))) {
    // Lines are taken out of the text itself, from its end, so that whatever else stands in it stays as it is.
    const ofFile = taken.filter((record) => record.file === file).sort((a, b) => b.from - a.from);
    const before = readFileSync(file, "utf8");
    writeFileSync(
      file,
      ofFile.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), before)
    );
  }

  const paragraphs = text === undefined ? [] : paragraphsOf(readFileSync(text, "utf8"));
  const remaining = [path, ...shared].filter((file, place, list) => list.indexOf(file) === place).flatMap(recordsOf);
  // The article as it is read: its identity, then what was drafted of each paragraph, then who was added.
  const left = [...remaining].sort((a, b) => orderOf(a, path) - orderOf(b, path));
  const settled = [
    ...unwanted.map((one) => `${path}: ${one} is left out`),
    ...taken.map(({ file, id: one }) => `${file}: ${one} is accepted`)
  ];
  if (settled.length > 0) {
    // Whoever settles some has seen the rest, and asks for it anew without options.
    for (const line of settled) console.log(line);
    console.log(
      left.length === 0
        ? `${path}: nothing is left to look at`
        : `${left.length} left to look at: npm run review -- ${id}`
    );
    return;
  }
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
    console.log(`  ${record.id}  (${record.file}:${record.line})`);
    for (const line of linesOf(record)) console.log(`    ${line}`);
  }
  if (left.length > 0 && paragraphs.length > 0) for (const line of undrafted(path, paragraphs)) console.log(line);
  if (text === undefined && left.some(({ paragraph }) => paragraph !== undefined))
    console.log("\nWith --text FILE each stands below its paragraph.");
  console.log(
    left.length === 0
      ? `${path}: nothing is left to look at`
      : `\n${left.length} to look at; “?” marks what was guessed. --accept ID takes one’s mark away, --accept 2 those of paragraph 2, --accept all takes all; --leave-out ID makes a figure a passage left out`
  );
}

/** The ids of the figures of a source's file. */
function figuresOf(path: string): string[] {
  const { figures = [] } = (parse(readFileSync(path, "utf8")) ?? {}) as { figures?: { id: string }[] };
  return figures.map(({ id }) => id);
}

function nearestOr(word: string, known: readonly string[], remedy: string): string {
  const meant = nearest(word, known);
  return meant ? `did you mean "${meant}"?` : remedy;
}

/** Where a record stands in the review: the source first, then by paragraph, speakers and places last. */
function orderOf({ file, paragraph }: Drafted, path: string): number {
  return file === path ? (paragraph ?? 0) : Number.POSITIVE_INFINITY;
}

/** What nothing was drafted of, so that what was missed is seen: whole paragraphs, and numbers that were left out. */
function undrafted(path: string, paragraphs: readonly string[]): string[] {
  const data = parse(readFileSync(path, "utf8")) as Record<
    string,
    { paragraph: number; printed?: string; reason?: string }[]
  >;
  const { figures = [], positions = [], left_out: leftOut = [] } = data;
  const used = new Set([...figures, ...positions, ...leftOut].map(({ paragraph }) => paragraph));
  const missed = paragraphs.flatMap((words, i) => (used.has(i + 1) ? [] : [`  ¶${i + 1} ${words}`]));
  const passed = leftOut.map(
    ({ paragraph, printed, reason }) => `  ¶${paragraph} ${printed ?? "the whole"}: ${reason}`
  );
  return [
    ...(missed.length > 0 ? ["\nNothing was drafted of:", ...missed] : []),
    ...(passed.length > 0 ? ["\nLeft out:", ...passed] : [])
  ];
}

/** Takes a drafted figure out of its list and puts what was printed under `left_out`. */
function leaveOut(path: string, id: string, reason: string): void {
  const written = readFileSync(path, "utf8");
  const document = parseDocument(written);
  const figures = document.get("figures");
  const figure = isSeq(figures) ? figures.items.filter(isMap).find((item) => item.get("id") === id) : undefined;
  if (!isSeq(figures) || !figure?.range)
    refuse(path, `has no figure "${id}"`, "give the id of a figure that review shows");
  const { paragraph, printed } = figure.toJSON() as { paragraph: number; printed: string };
  const start = written.lastIndexOf("\n", figure.range[0]) + 1;
  const isOnly = figures.items.length === 1;
  const from = isOnly ? written.search(/^figures:/m) : start;
  const rest = written.slice(0, from) + written.slice(figure.range[2]).replace(/^\s*\n(?= *-|\S|$)/, "");
  const entry = `  - { paragraph: ${paragraph}, printed: ${JSON.stringify(printed)}, reason: ${JSON.stringify(reason)} }\n`;
  const isListed = /^left_out:\s*$/m.test(rest);
  writeFileSync(
    path,
    isListed ? rest.replace(/^left_out:\s*\n/m, (head) => head + entry) : `${rest.trimEnd()}\n\nleft_out:\n${entry}`
  );
}

interface Drafted {
  file: string;
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

function recordsOf(file: string): Drafted[] {
  const text = readFileSync(file, "utf8");
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
    // What the text gives no sign of was left open, and is to be given by whoever looks.
    const open = Object.fromEntries(
      record.review.filter((name) => !(name in record)).map((name) => [name, "to be given"])
    );
    // In a record on one line only the field goes, with the comma before it.
    const isAlone = lead.trim() === "";
    const end = isAlone ? text.indexOf("\n", pair.value.range[1] - 1) : pair.value.range[1] - 1;
    return [
      {
        file,
        id: record.id,
        paragraph: record.paragraph,
        printed: record.printed ?? "",
        guesses: record.review,
        fields: Object.entries({ ...record, ...open })
          .filter(([name]) => !["id", "paragraph", "review", "text_sha256"].includes(name))
          .map(([name, one]): [string, string] => [name, typeof one === "string" ? one : JSON.stringify(one)]),
        line,
        from: isAlone ? start : start + lead.replace(/,?\s*$/, "").length,
        to: end < 0 ? text.length : end + 1
      }
    ];
  });
}
