import { basename } from "node:path";
import type { Fault } from "./fault.ts";
import { withFiguresNamed } from "./named-figures.ts";
import { parseLedgerDocument } from "./parse-document.ts";
import { type Located, RecordReader } from "./record-reader.ts";
import { salvaged } from "./salvage.ts";
import { commonTerms, vocabularySections } from "./schema/vocabulary.ts";
import { fileSections, type Ledger, requiredLists, type Vocabulary } from "./schema.ts";
import { readRelease, readSource } from "./source-records.ts";
import type { Omission, Unread } from "./unread.ts";

export interface LedgerFile {
  /** As faults name it, for example `data/ledger/gazette.yaml`. */
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

/** What one file holds, and what is wrong with it. */
interface FileReading {
  part: Partial<Ledger>;
  locations: Map<object, Located>;
  omitted: Omission[];
  /** Ids that the file gives, and lists of which it gives none, where it has a fault. */
  ids: readonly string[];
  wholes: readonly string[];
  faults: Fault[];
}

/** The last reading of each file: a preview reads the ledger again on each save, of which most of it is as it was. */
const readings = new Map<string, { file: LedgerFile; reading: FileReading }>();

function readingOf(file: LedgerFile): FileReading {
  const last = readings.get(file.path);
  if (last && last.file.text === file.text && last.file.fault?.message === file.fault?.message) return last.reading;
  const reading = readFile(file);
  readings.set(file.path, { file, reading });
  return reading;
}

/**
 * Reads the ledger's files record by record, so that one faulty record hides no other. Faulty records are left out of
 * the ledger; `faults` says why, each with file, line, column and remedy. A file whose text has not changed since it was
 * read last gives the same records again.
 */
export function parseLedger(files: readonly LedgerFile[]): ParsedLedger {
  const read = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(readingOf);
  const parts = read.map(({ part }) => part);
  const list = <Key extends Exclude<keyof Ledger, "vocabulary">>(key: Key): Ledger[Key] =>
    parts.flatMap((part): object[] => part[key] ?? []) as Ledger[Key];
  const ledger: Ledger = {
    vocabulary: withCommonTerms(parts.find((part) => part.vocabulary)?.vocabulary),
    speakers: list("speakers"),
    places: list("places"),
    events: list("events"),
    derivations: list("derivations"),
    choices: list("choices"),
    comparisons: list("comparisons"),
    verdicts: list("verdicts"),
    nothing_to_compare: list("nothing_to_compare"),
    terms: list("terms"),
    sources: list("sources")
  };
  const locations = new Map(read.flatMap(({ locations }) => [...locations]));
  const unread = {
    ids: new Set(read.flatMap(({ ids }) => ids)),
    wholes: new Set(read.flatMap(({ wholes }) => wholes))
  };
  const moved = (record: object, made: object) => {
    const location = locations.get(record);
    if (location) locations.set(made, location);
  };
  return {
    ledger: withFiguresNamed(ledger, unread, moved),
    locations,
    unread,
    omitted: read.flatMap(({ omitted }) => omitted),
    faults: read.flatMap(({ faults }) => faults)
  };
}

/** A vocabulary with the terms that every notebook has, as far as it does not word them itself. */
function withCommonTerms(own: Partial<Vocabulary> = {}): Vocabulary {
  const lists = Object.keys(vocabularySections) as (keyof Vocabulary)[];
  const full = lists.map((list) => {
    const terms: readonly { id: string }[] = own[list] ?? [];
    const common: readonly { id: string }[] = commonTerms[list] ?? [];
    return [list, [...terms, ...common.filter(({ id }) => terms.every((term) => term.id !== id))]];
  });
  return Object.fromEntries(full) as Vocabulary;
}

function readFile(file: LedgerFile): FileReading {
  const locations = new Map<object, Located>();
  const omitted: Omission[] = [];
  const whole = parseLedgerDocument(file.path, file.text);
  const document = (whole.faults.length > 0 && salvaged(file.path, file.text)) || whole;
  const faults: Fault[] = file.fault ? [{ file: file.path, ...file.fault }] : [...document.faults];
  const reader = new RecordReader(document, faults, locations, omitted);
  let part: Partial<Ledger> = {};
  if (faults.length === 0 || (!file.fault && document.lost && document.data !== null)) part = readPart(reader);
  else reader.isWhole = false;
  if (!reader.isWhole) omitted.push({ file: file.path, text: file.text });
  else if (document.lost) omitted.push({ file: file.path, text: document.lost.text });
  const ids = faults.length > 0 ? idsIn(file.text) : [];
  return {
    part,
    locations,
    omitted,
    ids: faults.length > 0 ? [...ids, basename(file.path, ".yaml")] : [],
    wholes: faults.length > 0 && ids.length === 0 ? listsOf(file.path) : [],
    faults
  };
}

/** Every id that a file gives, whether or not its records can be read. Without an end to it, a long line would be too much. */
const idsIn = (text: string): string[] =>
  [...text.matchAll(/\bid:\s*["']?([^\s"',}]{1,300})/g)].map(([, id = ""]) => id);

/** What a file is to hold: the lists of a shared one, the source that any other is named for. */
function listsOf(path: string): string[] {
  const sections: Readonly<Record<string, object>> = fileSections;
  const name = basename(path, ".yaml");
  return Object.hasOwn(sections, name) ? Object.keys(sections[name] ?? {}) : [name];
}

function readPart(reader: RecordReader): Partial<Ledger> {
  const name = basename(reader.document.file, ".yaml");
  switch (name) {
    case "vocabulary":
      return { vocabulary: reader.lists(fileSections.vocabulary, requiredLists.vocabulary) };
    case "speakers":
    case "places":
    case "events":
    case "derivations":
    case "choices":
    case "comparisons":
    case "verdicts":
    case "glossary":
      return reader.lists(fileSections[name], requiredLists[name]);
    default:
      return { sources: reader.has("release") ? readRelease(reader) : readSource(reader) };
  }
}
