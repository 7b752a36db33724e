import { extname, join, posix } from "node:path";
import {
  getImplicitDependencies,
  getImplicitFileImports,
  getImplicitInputImports
} from "@observablehq/framework/dist/libraries.js";
import { type Fault, nearest, suggest } from "../../ledger/fault.ts";
import { tableNames } from "../../tables/tables.ts";
import { attachableIn, attachedFileExists, lackingTable } from "./attached-file.ts";
import { isGiven } from "./given-names.ts";
import { type Cell, parseCell } from "./parse-cell.ts";
import { type Place, readCells } from "./read-cells.ts";
import { moduleFile, readModule } from "./read-module.ts";

/** A package's specifier, what asks for it, and where. */
export interface Need {
  specifier: string;
  by: string;
  file: string;
  place: Place;
}

/** What a page's cells and the modules that they import use, and what is wrong with them but for packages. */
export interface PageUse {
  needs: Need[];
  faults: Fault[];
  /** The files that it reads, from `src`: `/data/a.csv`. */
  files: string[];
}

/** Reads the live cells of a page; `file` is relative to `root`, such as `src/a.md`. */
export function pageUse(file: string, text: string, root: string): PageUse {
  const use = new Use(root, file);
  const path = `/${file.replace(/^src\//, "").replace(/\.md$/, "")}`;
  const { cells: written, unclosed, tables } = readCells(text);
  for (const place of unclosed)
    use.fault(
      place,
      'this "${" is never closed',
      "close it before the next blank line, or write \\${ for the characters"
    );
  const cells: Cell[] = [];
  const broken: string[] = [];
  for (const cell of written) {
    const parsed = parseCell(cell, path);
    if (!("message" in parsed)) cells.push(parsed);
    else {
      broken.push(cell.content);
      const kind = cell.tag === "inline" ? "an inline expression" : "a live cell";
      use.fault(
        parsed.place,
        `syntax error in ${kind}: ${parsed.message}`,
        `mend the ${cell.tag === "inline" ? "expression" : "cell"}`
      );
    }
  }
  use.names(cells, broken.join("\n"));
  use.circles(cells);
  const asked = cells.some(({ refers }) => refers.some(({ name }) => name === "sql" || name === "DuckDBClient"));
  const parametrised = text.includes("observable.params");
  for (const { tag, imports, files } of cells) {
    if (/^[jt]sx$/.test(tag)) for (const { place } of imports.slice(0, 1)) use.need("npm:react-dom", "JSX", place);
    for (const { name, type, place } of imports) use.import(path, name, type, place);
    for (const { name, method, handedOver, place } of files) {
      if (method && !(asked && handedOver)) use.method(method, place);
      if (asked && handedOver) use.table(name, place);
      if (!parametrised) use.attach(path, name, place);
    }
  }
  for (const [name, source] of Object.entries(tables)) {
    const line = text.split("\n").findIndex((words) => words.includes(source)) + 1;
    const place = { line, column: (text.split("\n")[line - 1] ?? "").indexOf(source) + 1 };
    if (!asked) use.fault(place, `no SQL cell asks for the table "${name}"`, "write one, or take the table out");
    use.table(source, place);
    if (!/^\w+:/.test(source)) use.attach(path, source, place);
  }
  return use;
}

/** What Framework's client loads though Framework's lists leave it out: React by its name, Arrow for rows given to DuckDB. */
const alsoLoaded: Record<string, string[]> = {
  React: ["npm:react"],
  ReactDOM: ["npm:react-dom"],
  "npm:react-dom": ["npm:react"],
  // The version that DuckDB's own package holds: another would not know its tables.
  "npm:@observablehq/duckdb": ["npm:apache-arrow@17"]
};

/** How a page in a folder writes the name of a file that it wrote as if from the root. */
const fromRoot = (page: string, name: string): string =>
  `write "${posix.relative(posix.dirname(page), posix.join("/", name))}"`;

class Use implements PageUse {
  needs: Need[] = [];
  faults: Fault[] = [];
  files: string[] = [];
  readonly #followed = new Set<string>();
  readonly #src: string;
  #file: string;

  constructor(root: string, file: string) {
    this.#src = join(root, "src");
    this.#file = file;
  }

  fault(place: Place, message: string, remedy: string): void {
    this.faults.push({ file: this.#file, ...place, message, remedy });
  }

  need(specifier: string, by: string, place: Place): void {
    if (this.needs.some((need) => need.specifier === specifier && need.file === this.#file)) return;
    this.needs.push({ specifier, by, file: this.#file, place });
    for (const implied of getImplicitDependencies([specifier])) this.need(implied, by, place);
    for (const overlooked of alsoLoaded[specifier] ?? []) this.need(overlooked, by, place);
  }

  /** What a file's method loads. Framework's list leaves `.dsv()` out, which parses as `.csv()` does. */
  method(method: string, place: Place): void {
    for (const specifier of getImplicitFileImports([method === "dsv" ? "csv" : method]))
      this.need(specifier, `.${method}()`, place);
  }

  /** Names that nothing defines; those in a `broken` cell are not missed as well, which may define them. */
  names(cells: readonly Cell[], broken: string): void {
    const inBroken = new Set(broken.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
    const defined = new Set<string>();
    for (const { name, place } of cells.flatMap(({ declares }) => declares)) {
      if (defined.has(name)) this.fault(place, `two cells of this page define "${name}"`, "give one another name");
      defined.add(name);
    }
    const met = new Set<string>();
    for (const { tag, refers } of cells)
      for (const { name, place } of refers) {
        if (defined.has(name)) continue;
        const implied = [...getImplicitInputImports([name]), ...(alsoLoaded[name] ?? [])];
        const fence = /^(?:sql|tex|dot|mermaid)$/.test(tag);
        for (const specifier of implied) this.need(specifier, fence ? `this ${tag} cell` : `"${name}"`, place);
        if (isGiven(name) || inBroken.has(name) || met.has(name)) continue;
        met.add(name);
        this.fault(place, `no cell of this page defines "${name}"`, "define or import it in a cell, or mend its name");
      }
  }

  /** Framework would let each of them wait for ever, or say so to the reader. */
  circles(cells: readonly Cell[]): void {
    const definer = new Map(cells.flatMap((cell) => cell.declares.map(({ name }) => [name, cell] as const)));
    const done = new Set<Cell>();
    const visit = (cell: Cell, path: readonly Cell[]): void => {
      const start = path.indexOf(cell);
      const [first, second] = start < 0 ? [] : path.slice(start).flatMap(({ declares }) => declares.slice(0, 1));
      if (first) {
        const names = second
          ? `"${first.name}" and "${second.name}" wait for each other`
          : `"${first.name}" waits for itself`;
        this.fault(first.place, `the cells that define ${names}`, "let one of them do without");
      }
      if (start >= 0 || done.has(cell)) return;
      done.add(cell);
      for (const { name } of cell.refers) {
        const next = definer.get(name);
        if (next) visit(next, [...path, cell]);
      }
    };
    for (const cell of cells) visit(cell, []);
  }

  import(from: string, name: string, type: "local" | "global", place: Place): void {
    const path = posix.join("/", posix.dirname(from), name);
    const file = extname(path) === ".js" ? moduleFile(this.#src, path) : undefined;
    if (type === "global") this.need(name, "this import", place);
    else if (file) this.#follow(file, path);
    else if (extname(path) === ".js")
      this.fault(
        place,
        `there is no file "${path.slice(1)}"`,
        moduleFile(this.#src, posix.join("/", name))
          ? fromRoot(from, name)
          : `add src${path}, or what makes it, or mend its name`
      );
    else if (/\.(?:tsx?|jsx)$/.test(path))
      this.fault(place, `"${name}" is served as JavaScript only`, `import it as "${name.replace(/\.\w+$/, ".js")}"`);
    else this.fault(place, `"${name}" is no JavaScript module`, "read it with FileAttachment, or mend its name");
  }

  /** A file that DuckDB is to read by itself. */
  table(name: string, place: Place): void {
    if (!/\.parquet$/i.test(name)) return;
    const message = `DuckDB reads "${name}" only with an extension from another host`;
    this.fault(place, message, "give it a CSV or JSON file, or the table that .parquet() reads");
  }

  attach(from: string, name: string, place: Place): void {
    const path = posix.join("/", posix.dirname(from), name);
    this.files.push(path);
    const table = lackingTable(this.#src, path);
    if (table !== undefined) this.fault(place, `there is no table "${table}"`, suggest(table, tableNames));
    if (attachedFileExists(this.#src, path)) return;
    const meant = nearest(posix.basename(path), attachableIn(this.#src, posix.dirname(path)));
    const remedy = attachedFileExists(this.#src, posix.join("/", name))
      ? fromRoot(from, name)
      : meant
        ? `did you mean "${posix.join(posix.dirname(name), meant)}"?`
        : `add src${path}, or what makes it, or mend its name`;
    this.fault(place, `there is no file "${path.slice(1)}"`, remedy);
  }

  /** The modules that cells import have faults of their own, told in their own files. */
  #follow(file: string, path: string): void {
    if (this.#followed.has(file)) return;
    this.#followed.add(file);
    const { text, imports, files, broken } = readModule(this.#src, file, path);
    const importer = this.#file;
    this.#file = `src/${file}`;
    const place = (index: number): Place => {
      const before = text.slice(0, index).split("\n");
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    };
    if (broken !== undefined) this.fault(place(0), `this module cannot be read: ${broken}`, "mend it");
    for (const { name, type, index } of imports) this.import(path, name, type, place(index));
    for (const { name, method, index } of files) {
      if (method) this.method(method, place(index));
      this.attach(path, name, place(index));
    }
    this.#file = importer;
  }
}
