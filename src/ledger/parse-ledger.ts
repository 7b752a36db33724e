import { basename } from "node:path";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { suggest } from "./nearest.ts";
import { type ParsedDocument, type Path, parseLedgerDocument } from "./parse-document.ts";
import type { Ledger, Source, Vocabulary } from "./schema.ts";
import * as schema from "./schema.ts";

const { fileSections } = schema;

export interface LedgerFile {
  /** As faults name it, for example `data/ledger/izvestia.yaml`. */
  path: string;
  text: string;
}

/** A record of the ledger with the place it was written at. */
export interface Located {
  document: ParsedDocument;
  path: Path;
}

export interface ParsedLedger {
  ledger: Ledger;
  /** Where each record stands, for checks that need more than one record to see a fault. */
  locations: Map<object, Located>;
  faults: Fault[];
}

/**
 * Reads the ledger's files record by record, so that one faulty record hides no other. Faulty records are left out of
 * the ledger; `faults` says why, each with file, line, column and remedy.
 */
export function parseLedger(files: readonly LedgerFile[]): ParsedLedger {
  const faults: Fault[] = [];
  const locations = new Map<object, Located>();
  const vocabulary: Vocabulary = { kinds: [], metrics: [], units: [], bases: [], forms: [], materials: [], topics: [] };
  const ledger: Ledger = { vocabulary, speakers: [], places: [], events: [], derivations: [], sources: [] };

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const document = parseLedgerDocument(file.path, file.text);
    faults.push(...document.faults);
    if (document.faults.length > 0) continue;
    const reader = new RecordReader(document, faults, locations);
    switch (basename(file.path, ".yaml")) {
      case "vocabulary":
        reader.top(Object.keys(fileSections.vocabulary));
        vocabulary.kinds = reader.list("kinds", schema.vocabularySections.kinds);
        vocabulary.metrics = reader.list("metrics", schema.vocabularySections.metrics);
        vocabulary.units = reader.list("units", schema.vocabularySections.units);
        vocabulary.bases = reader.list("bases", schema.vocabularySections.bases);
        vocabulary.forms = reader.list("forms", schema.vocabularySections.forms);
        vocabulary.materials = reader.list("materials", schema.vocabularySections.materials);
        vocabulary.topics = reader.list("topics", schema.vocabularySections.topics);
        break;
      case "speakers":
        reader.top(Object.keys(fileSections.speakers));
        ledger.speakers = reader.list("speakers", schema.speaker);
        break;
      case "places":
        reader.top(Object.keys(fileSections.places));
        ledger.places = reader.list("places", schema.place);
        break;
      case "events":
        reader.top(Object.keys(fileSections.events));
        ledger.events = reader.list("events", schema.event);
        break;
      case "derivations":
        reader.top(Object.keys(fileSections.derivations));
        ledger.derivations = reader.list("derivations", schema.derivation);
        break;
      default: {
        const source = readSource(reader);
        if (source) ledger.sources.push(source);
      }
    }
  }
  return { ledger, locations, faults };
}

function readSource(reader: RecordReader): Source | undefined {
  reader.top(["source", ...Object.keys(fileSections.source)]);
  const identity = reader.record(["source"], schema.sourceIdentity);
  const figures = reader.list("figures", schema.figure);
  const positions = reader.list("positions", schema.position);
  const left_out = reader.list("left_out", schema.leftOut);
  if (!identity) return undefined;
  const source = { ...identity, figures, positions, left_out };
  reader.remember(source, ["source"]);
  return source;
}

type RecordSchema<Record> = z.ZodObject & z.ZodType<Record>;

/** Reads one document's records, collecting faults and where each record stands. */
class RecordReader {
  constructor(
    private readonly document: ParsedDocument,
    private readonly faults: Fault[],
    private readonly locations: Map<object, Located>
  ) {}

  /** The document is a mapping with these keys, all of them, and no other. */
  top(keys: readonly string[]): void {
    const { data } = this.document;
    if (!isRecord(data)) {
      this.fault([], "is not a mapping", `start it with ${keys.join(", ")}`);
      return;
    }
    for (const key of keys)
      if (!(key in data)) this.fault([], `lacks "${key}"`, `add "${key}:", with [] where there is nothing to list`);
    for (const key of Object.keys(data))
      if (!keys.includes(key)) this.fault([key], `unknown key "${key}"`, suggest(key, keys, "the schema"));
  }

  list<Record extends object>(key: string, shape: RecordSchema<Record>): Record[] {
    const items = isRecord(this.document.data) ? this.document.data[key] : undefined;
    if (items === undefined) return [];
    if (!Array.isArray(items)) {
      this.fault([key], `"${key}" is not a list`, "write each record as an item that starts with a dash");
      return [];
    }
    return items.flatMap((_, index) => this.record([key, index], shape) ?? []);
  }

  record<Record extends object>(path: Path, shape: RecordSchema<Record>): Record | undefined {
    const raw = path.reduce<unknown>(
      (value, step) => (isIndexable(value) ? value[step] : undefined),
      this.document.data
    );
    if (raw === undefined) return undefined;
    const result = shape.safeParse(raw);
    if (result.success) {
      this.remember(result.data, path);
      return result.data;
    }
    for (const issue of result.error.issues) this.issue(path, issue, Object.keys(shape.shape), raw);
    return undefined;
  }

  remember(record: object, path: Path): void {
    this.locations.set(record, { document: this.document, path });
  }

  private issue(path: Path, issue: z.core.$ZodIssue, keys: readonly string[], raw: unknown): void {
    const inner = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const place = [...path, ...inner];
    const field = inner.length > 0 ? `"${inner.join(".")}"` : "record";
    const given = inner.reduce<unknown>((value, step) => (isIndexable(value) ? value[step] : undefined), raw);
    if (issue.code === "unrecognized_keys")
      for (const key of issue.keys)
        this.fault([...place, key], `unknown field "${key}"`, suggest(key, keys, "the schema"));
    else if (given === undefined) this.fault(place, `${field} is missing`, `add it to the record; ${wanted(issue)}`);
    else if (issue.code === "invalid_value") {
      const allowed = issue.values.map(String);
      const remedy = `${suggest(String(given), allowed, "the schema")} (one of ${allowed.join(", ")})`;
      this.fault(place, `${field} cannot be "${String(given)}"`, remedy);
    } else this.fault(place, `${field} is ${JSON.stringify(given)}`, wanted(issue));
  }

  private fault(path: Path, message: string, remedy: string): void {
    this.faults.push({ file: this.document.file, ...this.document.locate(path), message, remedy });
  }
}

/** What a schema issue asks for, in words that say what to write. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `it must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `it must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `it must be at least ${issue.minimum}${issue.origin === "array" || issue.origin === "string" ? " long" : ""}`;
    default:
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping"
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isIndexable = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;
