import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMap, isNode, isSeq, parseDocument, stringify } from "yaml";
import { cellBefore, isLeap, numberOfCell } from "../ledger/checks/leap-is-looked-at.ts";
import { InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { ledgerFolder, mappingsFolder, readLedgerFiles } from "../ledger/read-ledger.ts";
import { guessMapping } from "../ledger/release/guess-mapping.ts";
import { type Mapping, parseMapping, type SeriesValues, seriesOf } from "../ledger/release/mapping.ts";
import { readTable } from "../ledger/release/read-table.ts";
import { refuse } from "./command.ts";

/** What a release's data file is, besides its columns: said on the command line. */
export interface ReleaseOptions {
  id: string;
  after: string | undefined;
  edition: string | undefined;
  date: string | undefined;
  url: string | undefined;
  sheet: string | undefined;
}

/** Writes the series of a release's data file, by the mapping of its columns. What it tells of it is what changed. */
export async function ingestRelease(root: string, file: string, said: ReleaseOptions): Promise<string[]> {
  const parsed = parseLedger(readLedgerFiles(root));
  if (parsed.faults.length > 0) throw new InputError(parsed.faults);
  const { ledger } = parsed;
  const { id, after } = said;
  const target = `${ledgerFolder}/${id}.yaml`;
  const isThere = ledger.sources.some((source) => source.id === id);
  const earlier = ledger.sources.find((source) => source.id === (isThere ? id : after) && source.reading !== "text");
  if (!earlier)
    refuse(
      target,
      `there is no release "${after ?? id}"`,
      "write its file with what it is, under release: (docs/ledger.md), or name the edition before with --after ID"
    );
  const path = `${mappingsFolder}/${earlier.edition_of ?? earlier.id}.yaml`;
  const table = await readTable(file, readFileSync(file), said.sheet);
  if (!existsSync(join(root, path))) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), guessMapping(table, ledger, earlier));
    return [
      `${path}: what the columns of ${basename(file)} may be. Look at it, take "review" out, and run this again.`
    ];
  }
  const mapping = parseMapping(path, readFileSync(join(root, path), "utf8"));
  if (mapping.review)
    refuse(path, `still has a guess of ${mapping.review.join(", ")}`, 'look at it, and take the line "review" out');
  const found = seriesOf(file, table, mapping, ledger.vocabulary.marks);
  const text = isThere
    ? readFileSync(join(root, target), "utf8")
    : newEdition(readFileSync(join(root, `${ledgerFolder}/${earlier.id}.yaml`), "utf8"), said, earlier.id);
  writeFileSync(join(root, target), withSeries(text, id, found, mapping));
  const before = new Map(earlier.series.map((one) => [one.id.split(".")[1] ?? one.id, one.values]));
  const told = whatChanged(target, found, before);
  return isThere || said.url !== undefined
    ? told
    : [...told, `${target} has no address: the one before has its own. Add "url" under release, or leave it so.`];
}

/** The file of an edition that is new: the identity of the one before, with what the command line says of it. */
function newEdition(before: string, { id, edition, date, url }: ReleaseOptions, supersedes: string): string {
  for (const [option, given] of Object.entries({ edition, date }))
    if (given === undefined)
      refuse(`--${option}`, "is missing", "a new edition needs it: --edition “Survey 2027” --date 2027-02");
  const release = parseDocument(before).get("release");
  if (!isMap(release) || date === undefined) return before;
  const {
    note: _note,
    next: _next,
    edition_short: _short,
    url: _url,
    ...identity
  } = release.toJSON() as Record<string, unknown>;
  const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
  const published = { date, precision, qualifier: "exact" };
  // A title that has the year of its edition has another with the next one.
  const yearOf = (words: unknown): string | undefined => /\b\d{4}\b/.exec(String(words))?.[0];
  const [was, is] = [yearOf(identity.edition), yearOf(edition)];
  const title = was && is ? String(identity.title).replaceAll(was, is) : identity.title;
  const own = { id, title, edition, published, ...(url === undefined ? {} : { url }), supersedes };
  return `# yaml-language-server: $schema=../schema/release.schema.json\n\n${stringify({ release: { ...identity, ...own } })}\nseries: []\n`;
}

const written = (values: SeriesValues): string =>
  Object.entries(values)
    .map(([place, years]) => {
      const cells = Object.entries(years).map(
        ([year, cell]) => `${year}: ${typeof cell === "string" && /^[<>~]/.test(cell) ? `"${cell}"` : cell}`
      );
      const lines: string[] = [""];
      for (const cell of cells) {
        const last = lines.length - 1;
        if (`${lines[last]}${cell}, `.length > 100) lines.push(`${cell}, `);
        else lines[last] += `${cell}, `;
      }
      const body = lines
        .map((line) => line.trimEnd())
        .join("\n          ")
        .replace(/,$/, "");
      return lines.length > 1
        ? `      ${place}:\n        {\n          ${body}\n        }`
        : `      ${place}: { ${body} }`;
    })
    .join("\n");

/** The file with the values of its series put in place; whatever else stands in it stays as it is. */
function withSeries(text: string, id: string, found: ReadonlyMap<string, SeriesValues>, { series }: Mapping): string {
  const document = parseDocument(text);
  const list = document.get("series");
  const known = new Map(
    (isSeq(list) ? list.items : [])
      .filter(isMap)
      .map((one) => [String(one.get("id")), one.get("values", true)] as const)
  );
  const changes: { from: number; to: number; with: string }[] = [];
  const added: string[] = [];
  for (const { id: own, where: _where, ...head } of series) {
    const values = found.get(own) ?? {};
    if (Object.keys(values).length === 0) continue;
    const node = known.get(`${id}.${own}`);
    if (isNode(node) && node.range) {
      const from = text.lastIndexOf("\n", node.range[0]) + 1;
      changes.push({
        from,
        to: node.range[1],
        with: `${written(values)}${text.slice(0, node.range[1]).endsWith("\n") ? "\n" : ""}`
      });
    } else
      added.push(
        `${stringify([{ id: `${id}.${own}`, ...head }], { lineWidth: 118 })
          .replace(/^/gm, "  ")
          .trimEnd()}\n    values:\n${written(values)}`
      );
  }
  const changed = changes
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, with: instead }) => all.slice(0, from) + instead + all.slice(to), text);
  if (added.length === 0) return changed;
  if (/^series: *\[\] *$/m.test(changed))
    return changed.replace(/^series: *\[\] *$/m, `series:\n${added.join("\n\n")}`);
  const end = isSeq(list) && list.range ? list.range[1] + changed.length - text.length : changed.length;
  const start = isSeq(list) ? "" : "\nseries:\n";
  return `${changed.slice(0, end).trimEnd()}\n${start}\n${added.join("\n\n")}\n${changed.slice(end)}`;
}

/** That a cell is far from the one of the last year before it that has a number; nothing where it is not. */
function leapOf(year: string, cells: Readonly<Record<string, string | number>>): string {
  const before = cellBefore(cells, year);
  return before && isLeap(numberOfCell(before.cell), numberOfCell(cells[year]))
    ? `${before.cell} in ${before.period}: is the unit the same?`
    : "";
}

/** What became of each series: rows that are new, revised or gone. */
function whatChanged(
  target: string,
  found: ReadonlyMap<string, SeriesValues>,
  before: ReadonlyMap<string, SeriesValues>
): string[] {
  const rows = [...found].flatMap(([series, values]) => {
    const old = before.get(series) ?? {};
    const places = [...new Set([...Object.keys(old), ...Object.keys(values)])];
    return places.flatMap((place) =>
      [...new Set([...Object.keys(old[place] ?? {}), ...Object.keys(values[place] ?? {})])].sort().flatMap((year) => {
        const [was, is] = [old[place]?.[year], values[place]?.[year]];
        if (String(was) === String(is)) return [];
        const what = was === undefined ? "added" : is === undefined ? "gone" : "revised";
        const far = is === undefined ? "" : leapOf(year, { ...old[place], ...values[place] });
        return [[series, place, year, what, String(was ?? ""), String(is ?? ""), far]];
      })
    );
  });
  const count = (what: string): number => rows.filter((row) => row[3] === what).length;
  const head = `${target}: ${count("added")} cells added, ${count("revised")} revised, ${count("gone")} gone`;
  if (rows.length === 0) return [head];
  const table = [["series", "place", "year", "what", "before", "now", ""], ...rows];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? [];
  return [
    head,
    ...table.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd()),
    "Look at what was revised or is gone, then run npm run check: it names each verdict and sentence that rests on it."
  ];
}
