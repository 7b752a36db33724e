import { basename } from "node:path";
import type { Fault } from "./fault.ts";
import { parseLedgerDocument } from "./parse-document.ts";
import {
  type Located,
  type Omission,
  RecordReader,
  releaseStandIn,
  seriesFigures,
  sourceStandIn,
  type Unread
} from "./records.ts";
import { fileSections, type Ledger, releaseIdentity, type Source, sourceIdentity } from "./schema.ts";

export interface LedgerFile {
  /** As faults name it, for example `data/ledger/izvestia.yaml`. */
  path: string;
  text: string;
  /** What is wrong with the file itself, such as that it is missing; its text is then not read. */
  fault?: Omit<Fault, "file">;
}

export interface ParsedLedger {
  ledger: Ledger;
  /** Where each record stands, for checks that need more than one record to see a fault. */
  locations: Map<object, Located>;
  /** Ids of files with faults: what names one of them does not lead nowhere, though its record may be left out. */
  unread: Unread;
  omitted: readonly Omission[];
  faults: Fault[];
}

/**
 * Reads the ledger's files record by record, so that one faulty record hides no other. Faulty records are left out of
 * the ledger; `faults` says why, each with file, line, column and remedy.
 */
export function parseLedger(files: readonly LedgerFile[]): ParsedLedger {
  const faults: Fault[] = [];
  const locations = new Map<object, Located>();
  const unread = { ids: new Set<string>(), wholes: new Set<string>() };
  const omitted: Omission[] = [];
  const ledger: Ledger = {
    vocabulary: { kinds: [], metrics: [], units: [], bases: [], forms: [], materials: [], topics: [], obstacles: [] },
    speakers: [],
    places: [],
    events: [],
    derivations: [],
    choices: [],
    comparisons: [],
    verdicts: [],
    nothing_to_compare: [],
    sources: []
  };

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const document = parseLedgerDocument(file.path, file.text);
    const found: Fault[] = file.fault ? [{ file: file.path, ...file.fault }] : [...document.faults];
    const reader = new RecordReader(document, found, locations, omitted);
    if (found.length === 0) readInto(ledger, reader);
    else reader.isWhole = false;
    if (!reader.isWhole) omitted.push({ file: file.path, text: file.text });
    if (found.length > 0) {
      const ids = idsIn(file.text);
      for (const id of [...ids, basename(file.path, ".yaml")]) unread.ids.add(id);
      if (ids.length === 0) for (const list of listsOf(file.path)) unread.wholes.add(list);
    }
    faults.push(...found);
  }
  return { ledger, locations, unread, omitted, faults };
}

/** Every id that a file gives, whether or not its records can be read. */
const idsIn = (text: string): string[] => [...text.matchAll(/\bid:\s*["']?([^\s"',}]+)/g)].map(([, id = ""]) => id);

/** What a file is to hold: the lists of a shared one, the source that any other is named for. */
function listsOf(path: string): string[] {
  const sections: Readonly<Record<string, object>> = fileSections;
  const name = basename(path, ".yaml");
  return name in sections ? Object.keys(sections[name] ?? {}) : [name];
}

function readInto(ledger: Ledger, reader: RecordReader): void {
  const name = basename(reader.document.file, ".yaml");
  switch (name) {
    case "vocabulary":
      ledger.vocabulary = reader.lists(fileSections.vocabulary);
      break;
    case "speakers":
    case "places":
    case "events":
    case "derivations":
    case "choices":
    case "comparisons":
    case "verdicts":
      Object.assign(ledger, reader.lists(fileSections[name]));
      break;
    default:
      ledger.sources.push(...(reader.has("release") ? readRelease(reader) : readSource(reader)));
  }
}

function readSource(reader: RecordReader): Source[] {
  const lists = reader.lists(fileSections.source, ["source"]);
  const identity = reader.record(["source"], sourceIdentity) ?? reader.standIn(["source"], sourceStandIn);
  if (!identity) return [];
  const figures = lists.figures.map((figure) => reader.rename(figure, { ...figure, ...inText }));
  const source = {
    ...identity,
    ...lists,
    series: [],
    figures,
    edition: null,
    licence: null,
    reading: "text" as const,
    supersedes: null,
    corrections: []
  };
  reader.remember(source, ["source"]);
  return [source];
}

const inText = {
  place: null,
  series: null,
  marks: [],
  said: null,
  said_inferred: null,
  url: null,
  reading: "text" as const
};

function readRelease(reader: RecordReader): Source[] {
  const { series, statements, corrections } = reader.lists(fileSections.release, ["release"]);
  const identity = reader.record(["release"], releaseIdentity) ?? reader.standIn(["release"], releaseStandIn);
  if (!identity) return [];
  const { note, ...rest } = identity;
  const cells = series.flatMap((table) =>
    seriesFigures(table, identity).map(({ figure, path }) => reader.within(table, figure, path))
  );
  const said = statements.map((record) => {
    const { said_inferred, ...statement } = record;
    return reader.rename(record, {
      ...statement,
      said_inferred: said_inferred ?? null,
      paragraph: null,
      place: statement.place ?? null,
      series: null,
      marks: statement.said === null ? ["undated"] : said_inferred === undefined ? [] : ["date inferred"],
      reading: identity.reading
    });
  });
  const source = {
    ...rest,
    title_supplied: undefined,
    translated: null,
    authors: null,
    author_speaker: identity.publisher,
    text_sha256: null,
    text_note: note,
    series,
    figures: [...cells, ...said],
    positions: [],
    left_out: [],
    corrections
  };
  reader.remember(source, ["release"]);
  return [source];
}
