import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError, suggest } from "../../ledger/fault.ts";
import type { Notebook } from "../../page/notebook.ts";
import { pageFile } from "../../page/site.ts";
import type { QuantityRow } from "../../tables/figures.ts";
import { displayUnit } from "../../words/units.ts";
import { appendRecords } from "../append-records.ts";
import { type Inspected, inspectNotebook } from "../check-notebook.ts";
import { machine } from "../paths.ts";

/** What a new thing is, and what is to be done next. */
export interface Made {
  /** What was written, by its path, and what it is. */
  files: readonly { path: string; is: string }[];
  next: readonly string[];
}

/** The least notebook that there is, and beside it what a new page, figure and source start as: files that tests keep true. */
export const template = join(machine, "../../test/subjects/minimal");

const templateOf = (file: string): string => readFileSync(join(template, "new", file), "utf8");

/** A page that shows a number and a figure of this notebook, or begins as another of its pages, `from`. */
export async function newPage(slug: string, title: string, from?: string): Promise<Made> {
  const path = free(`src/${slug}.md`);
  const { notebook, elsewhere } = await soundFor([`src/${from}.md`]);
  if (from !== undefined) {
    write(path, forked(from, slug, title, notebook));
    return madePage(path, slug, title, elsewhere);
  }
  const [figure] = notebook.figures;
  const number = numbersOf(notebook).find(({ current, comparator }) => current && comparator !== "unquantified");
  const quoted = JSON.stringify(title);
  const text = templateOf("page.md")
    .replace(/^title: .*$/m, () => `title: ${quoted}`)
    .replace(/^# .*$/m, () => `# ${title}`)
    .replace(/ A number comes from the ledger.*?does\./, (words) =>
      number ? words.replace("gazette.riders-now", number.id) : ""
    )
    .replace(/```figure riders\n```\n\n/, (fence) => (figure ? fence.replace("riders", figure.name) : ""))
    .replace("](./)", `](${"../".repeat(slug.split("/").length - 1) || "./"})`);
  write(path, text);
  return madePage(path, slug, title, elsewhere);
}

/** The notebook as far as it is sound. A fault of a file that the new thing rests on is refused, any other is told. */
async function soundFor(
  files: readonly string[]
): Promise<Pick<Inspected, "ledger" | "notebook"> & { elsewhere: string[] }> {
  const { ledger, notebook, faults } = await inspectNotebook(process.cwd());
  const own = faults.filter(({ file }) => files.includes(file));
  if (own.length > 0) throw new InputError(own);
  const [first] = faults;
  const elsewhere = first
    ? [
        `note: the notebook has ${faults.length === 1 ? "a fault" : `${faults.length} faults`} elsewhere, the first at ${first.file}:${first.line}; npm run check tells all`
      ]
    : [];
  return { ledger, notebook, elsewhere };
}

const madePage = (path: string, slug: string, title: string, elsewhere: readonly string[]): Made => ({
  files: [{ path, is: `the page “${title}”, at /${slug} and in the bar at the top` }],
  next: [
    "npm run dev shows it as you write; npm run check says what is wrong; every test of pages opens it, too.",
    ...elsewhere
  ]
});

/** Another page's text under a name and heading of its own, and outside of the chapters. */
function forked(from: string, slug: string, title: string, { site }: Notebook): string {
  const page = site.pages.find(({ path }) => pageFile(path) === from);
  const names = site.pages.map(({ path }) => pageFile(path));
  if (!page)
    throw new InputError([
      {
        file: "--from",
        line: 1,
        column: 1,
        message: `no page is called "${from}"`,
        remedy: suggest(from, names, "src/")
      }
    ]);
  const depth = (name: string): number => name.split("/").length - 1;
  const [matter = ""] = /^---[\s\S]*?\n---[ \t]*$/m.exec(page.text) ?? [];
  const kept = matter
    .replace(/^(?:chapter|short|order|bar|aside|index|draft):.*\n/gm, "")
    .replace(/^title:.*$/m, () => `title: ${JSON.stringify(title)}\nbar: true`);
  const body = page.text.slice(matter.length).replace(/^# .*$/m, () => `# ${title}`);
  // Links and files are named from where a page lies.
  const moved =
    depth(slug) === depth(from)
      ? body
      : body.replace(/\]\(\.\/(?=[\w-])/g, () => `](${"../".repeat(depth(slug)) || "./"}`);
  return kept + moved;
}

/** A figure of what the ledger says most often of one quantity. */
export async function newFigure(name: string): Promise<Made> {
  const path = free(`src/figures/${name}.ts`);
  const { notebook, elsewhere } = await soundFor([]);
  const rows = comparable(notebook);
  const [first] = rows;
  if (!first) return refuse(path, "has nothing to draw: no two records of the ledger give one quantity two values");
  const largest = rows.reduce((most, row) => ((row.value ?? 0) > (most.value ?? 0) ? row : most), first);
  const { factor, sign, name: words } = displayUnit(largest, notebook.unit(first.unit));
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const exported = /^\d/.test(camel) ? `figure${camel}` : camel;
  const list = rows.map(({ id }) => `"${id}"`);
  const onOneLine = `const drawn: readonly string[] = [${list.join(", ")}];`;
  const text = templateOf("figure.ts")
    .replace(/"[^"]*\/notebook\/index\.ts"/, '"../notebook/index.ts"')
    .replace('const name = "figure";', `const name = "${name}";`)
    .replace("export const figure:", `export const ${exported}:`)
    .replace(
      /const drawn: .*;/,
      onOneLine.length > 120 ? `const drawn: readonly string[] = [\n  ${list.join(",\n  ")}\n];` : onOneLine
    )
    .replace(
      /const unit: .*;/,
      `const unit: DisplayUnit = { factor: ${factor}, sign: ${JSON.stringify(sign)}, name: ${JSON.stringify(words)} };`
    );
  write(path, text);
  return {
    files: [{ path, is: `a figure of ${rows.length} records, ${first.metric_label} of ${first.subject_name}` }],
    next: [
      `Two lines put it on a page, or on several: \`\`\`figure ${name}, and under it \`\`\`.`,
      "npm run dev shows it as you draw. Every test of figures draws it, too; docs/figures.md says what it is made of.",
      ...elsewhere
    ]
  };
}

/** The file of a source that has no record yet, with an example of each, and its publisher. */
export async function newSource(id: string, date: string): Promise<Made> {
  const path = free(`data/ledger/${id}.yaml`);
  const { ledger, elsewhere } = await soundFor(["data/ledger/speakers.yaml", "data/ledger/vocabulary.yaml"]);
  const publisher = `${id}-outlet`;
  const kind = ledger.vocabulary.kinds.find(({ state }) => !state) ?? ledger.vocabulary.kinds[0];
  const text = templateOf("source.yaml")
    .replaceAll("your-source", id)
    .replace(/published: .*/, `published: { date: "${date}", precision: ${precision(date)}, qualifier: exact }`)
    .replace("kind: independent", `kind: ${kind?.id ?? "independent"}`);
  write(path, text);
  const isKnown = ledger.speakers.some((speaker) => speaker.id === publisher);
  const name = id.replace(
    /(^|-)(\w)/g,
    (_, hyphen: string, letter: string) => (hyphen ? " " : "") + letter.toUpperCase()
  );
  if (!isKnown)
    appendRecords("speakers", [{ id: publisher, name, type: "publication", kind: kind?.id ?? "independent" }]);
  return {
    files: [
      { path, is: "a source without a record yet; each kind of record stands in it as an example" },
      ...(isKnown ? [] : [{ path: "data/ledger/speakers.yaml", is: `its publisher, ${publisher}` }])
    ],
    next: [
      "Fill in who published it, and a record for each number that it prints; npm run check says what is missing.",
      "With the article at hand, npm run ingest -- FILE drafts all of that instead.",
      ...elsewhere
    ]
  };
}

const precision = (date: string): string => ["year", "month", "day"][date.split("-").length - 1] ?? "day";

/** Publications' numbers before cells of tables: who forks the notebook looks for sentences. */
const numbersOf = ({ tables }: Notebook): QuantityRow[] =>
  [...tables.figures.rows].sort((a, b) => Number(a.series !== null) - Number(b.series !== null));

/** Up to six records of one quantity with unlike values: of the quantity of which there are most. */
function comparable(notebook: Notebook): QuantityRow[] {
  const sets = new Map<string, QuantityRow[]>();
  for (const row of numbersOf(notebook)) {
    if (row.value === null || row.value <= 0 || !row.current || notebook.isOrdinal(row.metric)) continue;
    const key = [row.metric, row.subject, row.material, row.unit].join(" ");
    const set = sets.get(key) ?? [];
    if (!set.some(({ value }) => value === row.value)) sets.set(key, [...set, row]);
  }
  const most = [...sets.values()].sort((a, b) => said(b) - said(a) || b.length - a.length)[0] ?? [];
  return most.length > 1 ? most.slice(0, 6) : [];
}

const said = (rows: readonly QuantityRow[]): number => Math.min(rows.filter(({ series }) => series === null).length, 6);

/** The path, where nothing is at it. */
function free(path: string): string {
  return existsSync(path) ? refuse(path, "is there already") : path;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function refuse(file: string, message: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy: "choose another name, or change what is there" }]);
}
