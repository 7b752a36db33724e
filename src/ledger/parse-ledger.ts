import { basename } from "node:path";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { suggest } from "./nearest.ts";
import { type ParsedDocument, type Path, parseLedgerDocument } from "./parse-document.ts";
import { fileSections, type Ledger, releaseIdentity, type Source, sourceIdentity } from "./schema.ts";
import { seriesFigures } from "./series-figures.ts";

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
  /** Ids of files with faults: what names one of them does not lead nowhere, though its record may be left out. */
  unread: ReadonlySet<string>;
  faults: Fault[];
}

/**
 * Reads the ledger's files record by record, so that one faulty record hides no other. Faulty records are left out of
 * the ledger; `faults` says why, each with file, line, column and remedy.
 */
export function parseLedger(files: readonly LedgerFile[]): ParsedLedger {
  const faults: Fault[] = [];
  const locations = new Map<object, Located>();
  const unread = new Set<string>();
  const ledger: Ledger = {
    vocabulary: { kinds: [], metrics: [], units: [], bases: [], forms: [], materials: [], topics: [], obstacles: [] },
    speakers: [],
    places: [],
    events: [],
    derivations: [],
    comparisons: [],
    verdicts: [],
    nothing_to_compare: [],
    sources: []
  };

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const document = parseLedgerDocument(file.path, file.text);
    const found: Fault[] = [...document.faults];
    if (found.length === 0) readInto(ledger, new RecordReader(document, found, locations));
    if (found.length > 0) for (const id of idsIn(file.text)) unread.add(id);
    faults.push(...found);
  }
  return { ledger, locations, unread, faults };
}

/** Every id that a file gives, whether or not its records can be read. */
const idsIn = (text: string): string[] => [...text.matchAll(/\bid:\s*["']?([^\s"',}]+)/g)].map(([, id = ""]) => id);

function readInto(ledger: Ledger, reader: RecordReader): void {
  switch (basename(reader.document.file, ".yaml")) {
    case "vocabulary":
      ledger.vocabulary = reader.lists(fileSections.vocabulary);
      break;
    case "speakers":
      ledger.speakers = reader.lists(fileSections.speakers).speakers;
      break;
    case "places":
      ledger.places = reader.lists(fileSections.places).places;
      break;
    case "events":
      ledger.events = reader.lists(fileSections.events).events;
      break;
    case "derivations":
      ledger.derivations = reader.lists(fileSections.derivations).derivations;
      break;
    case "comparisons":
      ledger.comparisons = reader.lists(fileSections.comparisons).comparisons;
      break;
    case "verdicts":
      Object.assign(ledger, reader.lists(fileSections.verdicts));
      break;
    default:
      ledger.sources.push(...(reader.has("release") ? readRelease(reader) : readSource(reader)));
  }
}

function readSource(reader: RecordReader): Source[] {
  const lists = reader.lists(fileSections.source, ["source"]);
  const identity = reader.record(["source"], sourceIdentity);
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

const inText = { place: null, series: null, marks: [], said: null, url: null, reading: "text" as const };

function readRelease(reader: RecordReader): Source[] {
  const { series, statements, corrections } = reader.lists(fileSections.release, ["release"]);
  const identity = reader.record(["release"], releaseIdentity);
  if (!identity) return [];
  const { note, ...rest } = identity;
  const cells = series.flatMap((table) =>
    seriesFigures(table, identity).map(({ figure, path }) => reader.within(table, figure, path))
  );
  const said = statements.map((record) => {
    const { said_inferred, ...statement } = record;
    return reader.rename(record, {
      ...statement,
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

/** Reads one document's records, collecting faults and where each record stands. */
class RecordReader {
  constructor(
    readonly document: ParsedDocument,
    private readonly faults: Fault[],
    private readonly locations: Map<object, Located>
  ) {}

  /** Whether the document has this key at its top. */
  has(key: string): boolean {
    return isRecord(this.document.data) && key in this.document.data;
  }

  /** A record made of another one, found at the same place. */
  rename<Made extends object>(record: object, made: Made): Made {
    return this.within(record, made, []);
  }

  /** A record made of a part of another one, found at that part. */
  within<Made extends object>(record: object, made: Made, part: Path): Made {
    const path = this.locations.get(record)?.path;
    if (path) this.remember(made, [...path, ...part]);
    return made;
  }

  /** The lists of records under a document's keys, which are these, all of them, and no other. */
  lists<Sections extends Readonly<Record<string, z.ZodObject>>>(
    sections: Sections,
    otherKeys: readonly string[] = []
  ): { [Key in keyof Sections]: z.output<Sections[Key]>[] } {
    this.top([...otherKeys, ...Object.keys(sections)]);
    const lists = Object.entries(sections).map(([key, shape]) => [key, this.list(key, shape)]);
    return Object.fromEntries(lists) as { [Key in keyof Sections]: z.output<Sections[Key]>[] };
  }

  private top(keys: readonly string[]): void {
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

  private list<Shape extends z.ZodObject>(key: string, shape: Shape): z.output<Shape>[] {
    const items = isRecord(this.document.data) ? this.document.data[key] : undefined;
    if (items === undefined) return [];
    if (!Array.isArray(items)) {
      this.fault([key], `"${key}" is not a list`, "write each record as an item that starts with a dash");
      return [];
    }
    return items.map((_, index) => this.record([key, index], shape)).filter((record) => record !== undefined);
  }

  record<Shape extends z.ZodObject>(path: Path, shape: Shape): z.output<Shape> | undefined {
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
        this.fault(
          [...place, key],
          `unknown field "${key}"`,
          suggest(key, inner.length === 0 ? keys : [], "the schema")
        );
    else if (issue.code === "invalid_key")
      this.fault(place, `"${String(inner.at(-1))}" cannot stand here`, issue.issues[0]?.message ?? issue.message);
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
