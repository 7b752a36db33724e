import type { z } from "zod";
import { oneNumber } from "./amounts.ts";
import { type Fault, nearest, suggest } from "./fault.ts";
import type { ParsedDocument, Path } from "./parse-document.ts";
import type { Comparator, Quantity, ReleaseIdentity, Series, TextIdentity } from "./schema.ts";

/** A record of the ledger with the place it was written at. */
export interface Located {
  document: ParsedDocument;
  path: Path;
}

/** A record or file that was left out for a fault: where it stands, and all that it says. */
export interface Omission {
  file: string;
  text: string;
}

/** Reads one document's records, collecting faults and where each record stands. */
export class RecordReader {
  /** Whether every list of the document was there to be read. */
  isWhole = true;

  constructor(
    readonly document: ParsedDocument,
    private readonly faults: Fault[],
    private readonly locations: Map<object, Located>,
    private readonly omitted: Omission[]
  ) {}

  /** Whether the document has this key at its top. */
  has(key: string): boolean {
    return this.isLost(key) || (isRecord(this.document.data) && key in this.document.data);
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

  /** The lists of records under a document's keys, which are these and no other; those that are not required may be left out. */
  lists<Sections extends Readonly<Record<string, z.ZodObject>>>(
    sections: Sections,
    required: readonly string[] = Object.keys(sections),
    otherKeys: readonly string[] = []
  ): { [Key in keyof Sections]: z.output<Sections[Key]>[] } {
    this.top([...otherKeys, ...Object.keys(sections)], [...otherKeys, ...required]);
    const lists = Object.entries(sections).map(([key, shape]) => [key, this.list(key, shape)]);
    return Object.fromEntries(lists) as { [Key in keyof Sections]: z.output<Sections[Key]>[] };
  }

  private top(keys: readonly string[], required: readonly string[]): void {
    const { data } = this.document;
    if (!isRecord(data)) {
      this.isWhole = false;
      this.fault([], "is not a mapping", `start it with ${keys.join(", ")}`);
      return;
    }
    const lacking = required.filter((key) => !(key in data || this.isLost(key)));
    // What stands under an unknown key may be the list that a later check would miss.
    const unknown = Object.keys(data).filter((key) => !keys.includes(key));
    if (lacking.length > 0 || unknown.length > 0) this.isWhole = false;
    for (const key of lacking)
      this.fault([], `lacks "${key}"`, `add "${key}:", with [] where there is nothing to list`);
    for (const key of unknown) this.fault([key], `unknown key "${key}"`, suggest(key, keys));
  }

  private list<Shape extends z.ZodObject>(key: string, shape: Shape): z.output<Shape>[] {
    const items = isRecord(this.document.data) ? this.document.data[key] : undefined;
    // What stood under it may be what could not be read.
    if (items === undefined || (items === null && this.isLost(key))) return [];
    if (!Array.isArray(items)) {
      this.isWhole = false;
      this.fault([key], `"${key}" is not a list`, "write each record as an item that starts with a dash");
      return [];
    }
    return items.map((_, index) => this.record([key, index], shape)).filter((record) => record !== undefined);
  }

  record<Shape extends z.ZodObject>(path: Path, shape: Shape): z.output<Shape> | undefined {
    const raw = this.at(path);
    if (raw === undefined) return undefined;
    const result = shape.safeParse(raw);
    if (result.success) {
      this.remember(result.data, path);
      return result.data;
    }
    for (const issue of result.error.issues) this.issue(path, issue, Object.keys(shape.shape), raw);
    this.omitted.push({ file: this.document.file, text: JSON.stringify(raw) });
    return undefined;
  }

  /** What stands in for a record that is there but could not be read. */
  standIn<Made>(path: Path, make: (id: string) => Made): Made | undefined {
    const raw = this.at(path);
    if (!isRecord(raw) && !this.isLost(String(path[0]))) return undefined;
    // Readers' browsers have this file too, and no part of Node.
    return make(
      isRecord(raw) && typeof raw.id === "string" ? raw.id : this.document.file.replace(/^.*\/|\.yaml$/g, "")
    );
  }

  /** Whether something under a key of the document's top could not be read. */
  private isLost(key: string): boolean {
    return this.document.lost?.keys.has(key) === true;
  }

  private at(path: Path): unknown {
    return path.reduce<unknown>((value, step) => (isIndexable(value) ? value[step] : undefined), this.document.data);
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
        this.fault([...place, key], `unknown field "${key}"`, suggest(key, inner.length === 0 ? keys : []));
    else if (issue.code === "invalid_key")
      this.fault(place, `"${String(inner.at(-1))}" cannot stand here`, issue.issues[0]?.message ?? issue.message);
    else if (given === undefined) this.fault(place, `${field} is missing`, `add it to the record; ${wanted(issue)}`);
    else if (issue.code === "invalid_value") {
      const allowed = issue.values.map(String);
      const meant = nearest(String(given), allowed);
      const choice = `one of ${inOneLine(allowed)}`;
      const remedy = meant ? `did you mean "${meant}"? (${choice})` : `use ${choice}`;
      this.fault(place, `${field} cannot be "${String(given)}"`, remedy);
    } else this.fault(place, `${field} is ${written(given)}`, wanted(issue) + quotes(issue, given));
  }

  private fault(path: Path, message: string, remedy: string): void {
    this.faults.push({ file: this.document.file, ...this.document.locate(path), message, remedy });
  }
}

/** JSON has no word for a number that is none, or without end. */
const written = (given: unknown): string => (typeof given === "number" ? String(given) : JSON.stringify(given));

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

/** YAML takes 2024 for a number and "90" for a text: what to do about it. */
function quotes(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code !== "invalid_type") return "";
  if (issue.expected === "string" && typeof given === "number") return ": put it in quotation marks";
  const isQuoted = typeof given === "string" && given.trim() !== "" && Number.isFinite(Number(given));
  return issue.expected === "number" && isQuoted ? ": take off its quotation marks" : "";
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

/** A cell of a table as a figure, and where in the table's record it stands. */
interface CellFigure {
  figure: Quantity;
  path: Path;
}

/**
 * The figures of a table, one a cell: `<series>.<place>.<year>`, two years joined by a hyphen. A cell with a mark in place
 * of a number is a figure without an amount.
 */
export function seriesFigures(series: Series, release: ReleaseIdentity): CellFigure[] {
  const { id, table, values, checksum: _, reading, published, url, ...shared } = series;
  return Object.entries(values).flatMap(([subject, cells]) =>
    Object.entries(cells).map(([period, cell]) => ({
      path: ["values", subject, period],
      figure: {
        ...shared,
        ...amount(cell),
        id: `${id}.${subject}.${period.replace("/", "-")}`,
        subject,
        period,
        paragraph: null,
        place: table,
        series: id,
        said: published ?? null,
        said_inferred: null,
        url: url ?? null,
        reading: reading ?? release.reading,
        chain: [],
        voice: "authorial" as const
      }
    }))
  );
}

function amount(cell: number | string): Pick<Quantity, "comparator" | "printed" | "marks"> & Partial<Quantity> {
  if (typeof cell === "string" && !/\d/.test(cell)) return { comparator: "unquantified", printed: cell, marks: [cell] };
  const [, sign = "", digits = "", rest = ""] = /^([<>]=?|~)?\s*([\d.]+)(.*)$/.exec(String(cell)) ?? [];
  const number = Number(digits);
  const comparator = (sign || "=") as Comparator;
  return {
    ...oneNumber(number, comparator),
    ...(comparator === "=" ? {} : { comparator }),
    printed: `${sign}${number.toLocaleString("en-GB", { maximumSignificantDigits: 12 })}`,
    marks: rest.split(/\s+/).filter(Boolean)
  };
}

/**
 * An identity in place of one that could not be read, so that the records of the file can be checked all the same. It
 * names its own id wherever it should name another record: faulty as it is, nobody looks for that one.
 */
const shared = (id: string) => ({
  id,
  title: id,
  publisher: id,
  kind: id,
  country: null,
  language: "en",
  published: { date: "2000", precision: "year" as const, qualifier: "inferred" as const },
  url: "https://example.org/"
});

/** In place of a publication's identity. */
export const sourceStandIn = (id: string): TextIdentity => ({
  ...shared(id),
  translated: null,
  authors: null,
  text_sha256: null
});

/** In place of a release's identity. */
export const releaseStandIn = (id: string): ReleaseIdentity => ({
  ...shared(id),
  edition: id,
  licence: id,
  reading: "original",
  edition_of: null,
  supersedes: null
});

/** What a ledger's files hold but could not be read, so that what names it is no second fault. */
export interface Unread {
  ids: ReadonlySet<string>;
  /** Lists and sources of which nothing could be read, not even ids. */
  wholes: ReadonlySet<string>;
}

/**
 * Whether an id may be that of a record left out for a fault of its own; the id of a table's cell follows its table. A name by
 * a release may mean a figure of any edition of it.
 */
export function isUnread({ ids, wholes }: Unread, id: string, list: string): boolean {
  const [source = "", record] = id.split(".");
  const [release, edition] = source.split("@");
  if (edition !== undefined) return [...ids, ...wholes].some((lost) => lost.startsWith(`${release}-`));
  return wholes.has(list) || wholes.has(source) || ids.has(id) || ids.has(`${source}.${record}`);
}

/** Words in a row, in quotation marks where one of them holds a comma. */
const inOneLine = (words: readonly string[]): string =>
  words.map((word) => (words.some((one) => one.includes(",")) ? `“${word}”` : word)).join(", ");
