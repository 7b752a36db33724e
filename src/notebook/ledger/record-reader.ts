import { basename } from "node:path";
import type { z } from "zod";
import { type Fault, suggest } from "./fault.ts";
import { type ParsedDocument, type Path, valueAt } from "./parse-document.ts";
import { wrongIn } from "./schema-issues.ts";
import type { Omission } from "./unread.ts";

/** A record of the ledger with the place it was written at. */
export interface Located {
  document: ParsedDocument;
  path: Path;
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
    const raw = valueAt(this.document.data, path);
    if (raw === undefined) return undefined;
    const result = shape.safeParse(raw);
    if (result.success) {
      this.remember(result.data, path);
      return result.data;
    }
    for (const issue of result.error.issues)
      for (const { part, message, remedy } of wrongIn(issue, Object.keys(shape.shape), raw))
        this.fault([...path, ...part], message, remedy);
    this.omitted.push({ file: this.document.file, text: JSON.stringify(raw) });
    return undefined;
  }

  /** What stands in for a record that is there but could not be read. */
  standIn<Made>(path: Path, make: (id: string) => Made): Made | undefined {
    const raw = valueAt(this.document.data, path);
    if (!isRecord(raw) && !this.isLost(String(path[0]))) return undefined;
    return make(isRecord(raw) && typeof raw.id === "string" ? raw.id : basename(this.document.file, ".yaml"));
  }

  /** Whether something under a key of the document's top could not be read. */
  private isLost(key: string): boolean {
    return this.document.lost?.keys.has(key) === true;
  }

  remember(record: object, path: Path): void {
    this.locations.set(record, { document: this.document, path });
  }

  private fault(path: Path, message: string, remedy: string): void {
    this.faults.push({ file: this.document.file, ...this.document.locate(path), message, remedy });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
