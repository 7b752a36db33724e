import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "../../src/notebook/ledger/check-ledger.ts";
import { InputError } from "../../src/notebook/ledger/fault.ts";
import { soundData } from "../../src/notebook/ledger/parse-document.ts";
import { type LedgerFile, parseLedger } from "../../src/notebook/ledger/parse-ledger.ts";
import { ledgerFolder } from "../../src/notebook/ledger/read-ledger.ts";
import { makeNotebook } from "../../src/notebook/page/notebook.ts";
import { compileTables } from "../../src/notebook/tables/tables.ts";
import { composed } from "../notebook/page/composed.ts";
import { queryCost } from "./query-cost.ts";

export const inSource = 100;
/** Of each subject and year this many sources print a number, however large the ledger: so many meet in its evidence. */
const ofOneThing = 10;
const years = 50;
const mostPublished = 300_000;

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
export async function measureSize(records: number, named?: string): Promise<string[]> {
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
  const memory = process.resourceUsage().maxRSS;
  // Files of more rows than that are not made: as JSON they would be longer than any text that Node holds.
  const asked =
    records > mostPublished
      ? null
      : await queryCost(notebook, "table=figures&is.subject=p0&across=period&up=amount&mark=lines");
  const seconds = [yaml, read, check, tables, page].map((time) => time.toFixed(2));
  return [
    records.toLocaleString("en"),
    (bytes / 1e6).toFixed(1),
    ...seconds,
    ((read + check + tables) / read).toFixed(2),
    Math.round(memory / 1024).toLocaleString("en"),
    html.length.toLocaleString("en"),
    asked ? (asked.file / 1e6).toFixed(1) : "",
    asked ? `${Math.round(asked.bytes / 1000)} in ${asked.requests}` : ""
  ];
}
