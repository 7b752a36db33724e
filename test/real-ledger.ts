import { type ParsedLedger, parseLedger } from "../src/notebook/ledger/parse-ledger.ts";
import { readLedgerFiles } from "../src/notebook/ledger/read-ledger.ts";
import type { Ledger } from "../src/notebook/ledger/schema.ts";
import { makeNotebook, type Notebook } from "../src/notebook/page/notebook.ts";
import type { Tables } from "../src/notebook/tables/tables.ts";
import { site, story } from "./story.ts";

/**
 * The sources that tests of the story's values are about. One that is added changes what readers are told, and none of these
 * tests: who renews them names it here.
 */
const testedSources = new Set([
  "further-statements",
  "izvestia",
  "rex-kommersant",
  "rex-reuters",
  "russia-post",
  "sputnik",
  "state-report-2021",
  "usgs-ds-140",
  "usgs-mcs-2023",
  "usgs-mcs-2024",
  "usgs-mcs-2025",
  "usgs-mcs-2026",
  "usgs-myb-2022",
  "usitc-hts-2846"
]);

let parsed: ParsedLedger | undefined;
let notebook: Notebook | undefined;
let tested: { parsed: ParsedLedger; notebook: Notebook } | undefined;

/** The ledger as it is, with its places. Read once for all test files that share a worker, so nobody may change it. */
export function realParsedLedger(): ParsedLedger {
  parsed ??= parseLedger(readLedgerFiles("."));
  frozen(parsed.ledger);
  return parsed;
}

export const realLedger = (): Ledger => realParsedLedger().ledger;

/** The notebook of the ledger as it is; shared likewise. */
export function realNotebook(): Notebook {
  notebook ??= frozen(makeNotebook(realLedger(), story, site));
  return notebook;
}

export const realTables = (): Tables => realNotebook().tables;

/** The files of sources that were added since. */
export const laterFiles = (): string[] =>
  realLedger()
    .sources.filter(({ id }) => !testedSources.has(id))
    .map(({ id }) => `data/ledger/${id}.yaml`);

function asTested(): { parsed: ParsedLedger; notebook: Notebook } {
  const later = laterFiles();
  if (later.length === 0) return { parsed: realParsedLedger(), notebook: realNotebook() };
  if (!tested) {
    const parsed = parseLedger(readLedgerFiles(".").filter(({ path }) => !later.includes(path)));
    tested = { parsed, notebook: makeNotebook(parsed.ledger, story, site) };
    frozen(tested.parsed.ledger);
    frozen(tested.notebook);
  }
  return tested;
}

/** The ledger, the notebook and the tables of the tested sources; shared likewise. */
export const testedParsedLedger = (): ParsedLedger => asTested().parsed;
export const testedLedger = (): Ledger => testedParsedLedger().ledger;
export const testedNotebook = (): Notebook => asTested().notebook;
export const testedTables = (): Tables => testedNotebook().tables;

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
