import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";
import { checkLedger } from "../../src/notebook/ledger/check-ledger.ts";
import { InputError } from "../../src/notebook/ledger/fault.ts";
import { soundData } from "../../src/notebook/ledger/parse-document.ts";
import { type LedgerFile, parseLedger } from "../../src/notebook/ledger/parse-ledger.ts";
import { ledgerFolder } from "../../src/notebook/ledger/read-ledger.ts";
import { makeNotebook } from "../../src/notebook/page/notebook.ts";
import { compileTables } from "../../src/notebook/tables/tables.ts";
import { composed } from "../notebook/page/composed.ts";
import { queryCost } from "./query-cost.ts";
import { numberTable, wholeNumbers } from "./sizes.ts";

const inSource = 100;
/** Of each subject and year this many sources print a number, however large the ledger: so many meet in its evidence. */
const ofOneThing = 10;
const years = 50;

/** A ledger of so many records in the vocabulary of the smallest subject, invented throughout. */
function syntheticLedger(records: number, named = String(records)): LedgerFile[] {
  const folder = join("test/subjects/minimal", ledgerFolder);
  const file = (name: string, text: string): LedgerFile => ({ path: `${ledgerFolder}/${named}/${name}.yaml`, text });
  const places = Math.ceil(records / (ofOneThing * years));
  return [
    file("vocabulary", readFileSync(join(folder, "vocabulary.yaml"), "utf8")),
    file("speakers", readFileSync(join(folder, "speakers.yaml"), "utf8")),
    file(
      "places",
      `places:\n${Array.from({ length: places }, (_, place) => `  - { id: p${place}, name: ${nameOf(place)}, type: group }\n`).join("")}`
    ),
    ...Array.from({ length: records / inSource }, (_, source) =>
      file(`s${source}`, sourceText(source, source * inSource, places))
    )
  ];
}

/** An invented name, of which few begin alike, as few places' do. */
const nameOf = (place: number): string =>
  `${String.fromCharCode(65 + (place % 26), 97 + (Math.floor(place / 26) % 26))}ston ${place}`;

function sourceText(source: number, first: number, places: number): string {
  const figures = Array.from({ length: inSource }, (_, place) => {
    const record = first + place;
    const value = 1000 + ((record * 7919) % 90_000);
    return `  - id: s${source}.r${record}
    paragraph: ${1 + (place % 30)}
    printed: "${value}"
    metric: riders
    subject: p${record % places}
    value: ${value}
    unit: riders
    period: "${1970 + (Math.floor(record / places) % years)}"
    status: stated
    speaker: trams
    voice: reported
    says: The company says how many rode the line on a day of that year.
`;
  });
  return `source:
  id: s${source}
  title: "An invented article, number ${source}"
  publisher: gazette-outlet
  kind: independent
  language: en
  published: { date: "2025-05-03", precision: day, qualifier: exact }
  url: https://example.org/${source}
  text_sha256: "${source.toString(16).padStart(64, "a")}"
figures:
${figures.join("")}`;
}

/** CPU time in seconds that something takes, and what it gives. */
function timed<Result>(act: () => Result): [seconds: number, result: Result] {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, result];
}

/** One line of the table: a ledger of so many records, read, checked, compiled, and a page with one of its numbers. */
async function measure(records: number, named?: string): Promise<string[]> {
  const files = syntheticLedger(records, named);
  const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
  const [yaml] = timed(() => {
    for (const { text } of files) soundData(text);
  });
  const [read, parsed] = timed(() => parseLedger(files));
  const [check, faults] = timed(() => checkLedger(parsed));
  if (faults.length > 0) throw new InputError(faults.slice(0, 3));
  const [tables] = timed(() => compileTables(parsed.ledger));
  const notebook = makeNotebook(parsed.ledger, { figures: [], models: [] });
  const [page, { html }] = timed(() => composed("# One number: {{s0.r0}}\n", notebook));
  const asked = await queryCost(notebook, "table=figures&is.subject=p0&across=period&up=amount&mark=lines");
  const seconds = [yaml, read, check, tables, page].map((time) => time.toFixed(2));
  return [
    records.toLocaleString("en"),
    (bytes / 1e6).toFixed(1),
    ...seconds,
    ((read + check + tables) / read).toFixed(2),
    Math.round(process.resourceUsage().maxRSS / 1024).toLocaleString("en"),
    html.length.toLocaleString("en"),
    asked ? (asked.file / 1e6).toFixed(1) : "",
    asked ? `${Math.round(asked.bytes / 1000)} in ${asked.requests}` : ""
  ];
}

const heads = [
  "records",
  "YAML, MB",
  "parse YAML, s",
  "parse and validate, s",
  "check, s",
  "tables, s",
  "a page, s",
  "whole ÷ parse and validate",
  "memory at most, MB",
  "page, characters",
  "Parquet, MB",
  "a reader’s chart of one place, kB in requests"
];

/** What ledgers of growing size cost, as a table; times are CPU seconds of one core. */
export async function measureScale(args: string[]): Promise<string> {
  const { records } = parseOptions(
    { records: { type: "string", default: "1000,10000,100000" } },
    {
      does: "Measures what invented ledgers of growing size cost to read, check and compile.",
      example: "npm run bench -- scale --records 1000,10000"
    },
    args
  );
  const sizes = wholeNumbers("--records", records, inSource);
  // The first of all pays for what is compiled on its way.
  await measure(sizes[0] ?? inSource, "first");
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await measure(size));
  return numberTable(heads, rows);
}
