/** Thrown where a text holds something that is not plain. */
class NotPlain extends Error {}

/**
 * Reads YAML as ledgers are mostly written: block mappings and lists, texts that are folded, carried on or end on their line,
 * flow collections that end on theirs. It keeps no places, and takes a twentieth of the parser's time. Undefined for a text
 * that holds anything else, be it good YAML or not; whatever it reads, the parser reads the same.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  // White space other than spaces and line ends, spaces before a line's end, signs that do not show.
  if (/[^\S \n]| (?:\n|$)|(?!\n)\p{C}/u.test(text)) return undefined;
  try {
    return new BlockReader(text.split("\n")).whole();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** What a text without quotation marks begins with: a letter, a digit, a sign that YAML has no use for. */
const first = String.raw`(?:[^-\s?:,[\]{}#&*!|>'"%@${"`"}~.+=<]|-[A-Za-z\d])`;
const key = String.raw`(?:([A-Za-z_][\w@./-]{0,200}|[1-9]\d{0,8}|\d{4}[/-]\d[\d-]{0,20})|"([^"\\]{0,200})"|'([^']{0,200})'):`;
const patterns = {
  keyed: new RegExp(`^${key}(?: +(\\S.*))?$`),
  flowKey: new RegExp(`${key} +`, "y"),
  quoted: /"((?:[^"\\]|\\(?:["\\/nt]|u[\da-fA-F]{4}))*)"|'([^']*)'/y,
  bare: new RegExp(`^${first}(?:(?!: | #).)*$`),
  flowBare: new RegExp(`${first}[^:#,[\\]{}]*`, "y"),
  decimal: /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/,
  /** What may be a number in another notation. */
  numeric: /^(?:-?\d[\d.]*(?:[eE][-+]?\d+)?|0[xo].*)$/
};

class BlockReader {
  private at = 0;

  constructor(private readonly lines: string[]) {}

  whole(): Record<string, unknown> {
    const data = this.mapping(0);
    if (this.next()) throw new NotPlain();
    return data;
  }

  /** The next line that is neither empty nor a comment. */
  private next(): { indent: number; text: string } | undefined {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? "";
      const indent = line.search(/[^ ]/);
      if (indent > 100) throw new NotPlain();
      if (indent >= 0 && line[indent] !== "#") return { indent, text: line.slice(indent) };
    }
    return undefined;
  }

  private mapping(indent: number): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    let line = this.next();
    do {
      const [found, word, inDouble, inSingle, rest] = (line?.indent === indent && patterns.keyed.exec(line.text)) || [];
      if (found === undefined) throw new NotPlain();
      this.at++;
      put(made, word ?? inDouble ?? inSingle ?? "", rest ? this.value(rest, indent) : this.below(indent));
      line = this.next();
    } while (line && line.indent >= indent);
    return made;
  }

  /** What stands on the lines below a key. */
  private below(indent: number): unknown {
    const line = this.next();
    if (!line || line.indent < indent) return null;
    if (line.text.startsWith("- ")) return this.list(line.indent);
    return line.indent > indent ? this.mapping(line.indent) : null;
  }

  private list(indent: number): unknown[] {
    const made: unknown[] = [];
    let line = this.next();
    while (line?.indent === indent && line.text.startsWith("- ")) {
      const item = line.text.slice(2);
      if (patterns.keyed.test(item)) {
        // The keys below it stand as far in as this one.
        this.lines[this.at] = " ".repeat(indent + 2) + item;
        made.push(this.mapping(indent + 2));
      } else {
        this.at++;
        made.push(this.value(item, indent));
      }
      line = this.next();
    }
    if (line && line.indent > indent) throw new NotPlain();
    return made;
  }

  /** A value that begins on the line of its key or dash, which stands so far in. */
  private value(begun: string, indent: number): unknown {
    if (begun === ">-") return this.folded(indent);
    if (!patterns.bare.test(begun)) return new FlowReader(begun).whole();
    const rest = this.further(indent, (line) => patterns.bare.test(line));
    if ([begun, ...rest].some((line) => line.endsWith(":"))) throw new NotPlain();
    return rest.length === 0 ? scalar(begun) : [begun, ...rest].join(" ");
  }

  /** Lines that are one text, each as far in as the first. */
  private folded(indent: number): string {
    const inner = (this.lines[this.at] ?? "").search(/[^ ]/);
    const lines = this.further(indent, (_, start) => start === inner);
    if (lines.length === 0) throw new NotPlain();
    return lines.join(" ");
  }

  /** The lines without a gap that stand further in than their key; all of them have to be of that kind, and none come later. */
  private further(indent: number, isOf: (line: string, start: number) => boolean): string[] {
    const found: string[] = [];
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? "";
      const start = line.search(/[^ ]/);
      if (start <= indent) break;
      if (!isOf(line.slice(start), start)) throw new NotPlain();
      found.push(line.slice(start));
    }
    // After an empty line a text may go on, be it with what looks like a comment.
    let after = this.at;
    while (this.lines[after] === "") after++;
    if ((this.lines[after] ?? "").search(/[^ ]/) > indent) throw new NotPlain();
    return found;
  }
}

/** Reads a value that ends on its line. */
class FlowReader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value(0);
    if (this.at < this.text.length) throw new NotPlain();
    return value;
  }

  private value(depth: number): unknown {
    if (depth > 20) throw new NotPlain();
    const quoted = this.match(patterns.quoted);
    if (quoted) return quoted[1] === undefined ? quoted[2] : JSON.parse(quoted[0]);
    if (this.skip("[")) return this.entries("]", [] as unknown[], (list) => list.push(this.value(depth + 1)));
    if (this.skip("{"))
      return this.entries("}", {} as Record<string, unknown>, (mapping) => {
        const [found, word, inDouble, inSingle] = this.match(patterns.flowKey) ?? [];
        if (found === undefined) throw new NotPlain();
        put(mapping, word ?? inDouble ?? inSingle ?? "", this.value(depth + 1));
      });
    const [bare] = (depth > 0 && this.match(patterns.flowBare)) || [];
    if (bare === undefined) throw new NotPlain();
    return scalar(bare.trimEnd());
  }

  /** Reads what stands between commas until a collection ends. */
  private entries<Made>(end: string, made: Made, read: (made: Made) => void): Made {
    this.match(/ */y);
    if (this.skip(end)) return made;
    do {
      this.match(/ */y);
      read(made);
      this.match(/ */y);
    } while (this.skip(","));
    if (!this.skip(end)) throw new NotPlain();
    return made;
  }

  private skip(sign: string): boolean {
    const isThere = this.text[this.at] === sign;
    if (isThere) this.at++;
    return isThere;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }
}

/** Text without quotation marks as the core schema of YAML 1.2 takes it. */
function scalar(text: string): unknown {
  if (patterns.decimal.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  if (patterns.numeric.test(text) || /^(?:null|true|false)$/i.test(text)) throw new NotPlain();
  return text;
}

function put(mapping: Record<string, unknown>, name: string, value: unknown): void {
  if (Object.hasOwn(mapping, name) || name === "__proto__" || /^(?:null|true|false)$/i.test(name)) throw new NotPlain();
  mapping[name] = value;
}
